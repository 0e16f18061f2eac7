import { type Question, type Reader, ask, withFields } from '../../../gateway/client/ask.ts'
import type { PageRole } from '../../../gateway/client/access.ts'
import type { OwnComputer, OwnTerminal } from '../../../gateway/contract/agent-page.ts'
import { AGENT_PAGE_PORT } from '../../../gateway/contract/agent-page-port.ts'
import type { HallFacts } from '../hall-facts.ts'

/** It is on this computer: who does not answer by then is not there, or the browser does not let us ask. */
const PATIENCE_MS = 1_500

let port: number | null = null
/** The hall folder may say another port; asked once, while the gateway is there or from the terminal's cache. */
async function addressOf(path: string): Promise<string> {
  if (port === null) {
    const facts = await ask('/api/v1/hall', withFields<Pick<HallFacts, 'agentPagePort'>>('agentPagePort'), {
      withinMs: 5_000,
    })
    port = facts.ok ? facts.body.agentPagePort : null
  }
  return `http://127.0.0.1:${port ?? AGENT_PAGE_PORT}${path}`
}
const ownTerminal = withFields<OwnTerminal>('terminal', 'token')
const ownComputer = withFields<OwnComputer>('terminal', 'gateway', 'since', 'devices')
async function askHere<T>(path: string, reader: Reader<T>, question: Question): Promise<T | null> {
  const answer = await ask(await addressOf(path), reader, { ...question, withinMs: PATIENCE_MS })
  return answer.ok ? answer.body : null
}

/** Which terminal this computer is, from the program that lends its devices; null = no such program, and the page goes on without. */
export const thisComputer = (): Promise<OwnTerminal | null> => askHere('/who', ownTerminal, { body: {} })

/** Its token, if this page is that terminal's. */
export async function tokenOfThisComputer(role: PageRole, id: string | null): Promise<string | null> {
  if (role !== 'terminal' || id === null) return null
  const own = await thisComputer()
  return own?.terminal === id ? own.token : null
}

/** How this computer and its devices stand to the hall, also while the gateway is away; null = it does not say. */
export async function stateOfThisComputer(id: string): Promise<OwnComputer | null> {
  const token = await tokenOfThisComputer('terminal', id)
  return token === null ? null : askHere('/state', ownComputer, { token })
}
