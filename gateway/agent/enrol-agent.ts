import { type EnrolOffer, enrolOffer, enrolState } from '../contract/enrolment.ts'
import { pause } from '../time.ts'

const LOOK_MS = 2_000
const AGAIN_MS = 5_000
const AFTER_NO_MS = 60_000

export interface EnrolAgentDeps {
  /** Those of this hall; the one that answers is asked. */
  gateways: readonly string[]
  terminal: string
  /** The computer, in words, for whoever approves it. */
  system: string
  /** One line for the journal. */
  say(line: string): void
}

/** Asks to be let in at this terminal, says the code, and waits until somebody has typed it; a new one by itself when it is over. */
export async function enrolAgent({ gateways, terminal, system, say }: EnrolAgentDeps): Promise<string> {
  const facts = { width: 0, height: 0, touch: false, system }
  let nth = 0
  for (;;) {
    const gateway = gateways[nth % gateways.length] ?? ''
    const offer = enrolOffer.safeParse(await post(gateway, '', { kind: 'agent', wished: terminal, facts }))
    if (!offer.success) {
      say('连不上网关，会自己再试。')
      nth += 1
      await pause(AGAIN_MS)
      continue
    }
    say(`还没有登记。请在管理页“设备”里点“登记新设备”，输入 ${offer.data.code}，位置选 ${terminal}。十分钟换一个码。`)
    const answer = await outcome(gateway, offer.data)
    if (answer === 'refused') {
      say('这次没有批准。一分钟后再申请。')
      await pause(AFTER_NO_MS)
    } else if (answer !== 'over' && answer.place === terminal) return answer.token
    else if (answer !== 'over') {
      say(`登记成了 ${answer.place}，可是这台电脑是 ${terminal}。请收回那一个，再批准一次。`)
      await pause(AGAIN_MS)
    }
  }
}

/** What became of a code: it is asked for until there is an answer. */
async function outcome(
  gateway: string,
  { secret }: EnrolOffer,
): Promise<'refused' | 'over' | { place: string; token: string }> {
  for (;;) {
    await pause(LOOK_MS)
    const read = enrolState.safeParse(await post(gateway, '/ask', { secret }))
    // A network that is away for a moment is no answer; a gateway that started anew knows nothing of the code.
    if (!read.success || read.data.state === 'waiting') continue
    return read.data.state === 'approved' ? read.data : read.data.state
  }
}

/** null = no answer, or none that can be read. */
async function post(gateway: string, path: string, body: object): Promise<unknown> {
  try {
    const response = await fetch(new URL(`/api/v1/enrol${path}`, gateway), {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(AGAIN_MS),
    })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
