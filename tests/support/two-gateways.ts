import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import type { Role } from '../../gateway/contract/commands.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { addToken } from '../../gateway/store/token-store.ts'
import { type RunningGateway, runGateway } from './run-gateway.ts'
import { type CutLine, cutLine } from './cut-line.ts'
import { freePort } from './free-port.ts'
import { type NatsServer, runNats } from './run-nats.ts'

export interface TwoGateways {
  nats: NatsServer
  /** In the order of their addresses. */
  both: readonly [RunningGateway, RunningGateway]
  urls: readonly [string, string]
  /** Which of the two answers orders now; null = none. */
  leader(): Promise<RunningGateway | null>
  /** Resolves when one leads and the other follows with all that stands beside the log. */
  settled(): Promise<{ leads: RunningGateway; follows: RunningGateway }>
  /** A token that both know. */
  token(name: string, roles: Role[]): Promise<string>
  restart(one: RunningGateway): Promise<void>
  /** Its line to the engine, where lines were asked for that can be cut. */
  lineOf(one: RunningGateway): CutLine
  discard(): Promise<void>
}

const statusOf = async (url: string): Promise<string> => {
  try {
    const response = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(1_000) })
    return ((await response.json()) as { status: string }).status
  } catch {
    return 'away'
  }
}

/** Two gateways of the sample hall on one server. */
export async function runTwoGateways(
  environment: Record<string, string> = {},
  { cutLines = false }: { cutLines?: boolean } = {},
): Promise<TwoGateways> {
  const nats = await runNats()
  const lines = cutLines ? [await cutLine(nats.port), await cutLine(nats.port)] : []
  const ports = [await freePort(), await freePort()] as const
  const urls = [`http://127.0.0.1:${ports[0]}`, `http://127.0.0.1:${ports[1]}`] as const
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'tingshi-two-')))
  const start = (nth: 0 | 1): Promise<RunningGateway> =>
    runGateway({
      TINGSHI_LOG: lines[nth] ? `nats://${lines[nth].at}` : nats.address,
      TINGSHI_GATEWAYS: urls.join(','),
      TINGSHI_PORT: String(ports[nth]),
      TINGSHI_DATA: folders[nth] ?? '',
      ...environment,
    })
  const both = [await start(0), await start(1)] as const
  const leader = async (): Promise<RunningGateway | null> => {
    for (const [nth, url] of urls.entries())
      if (['ok', 'degraded'].includes(await statusOf(url))) return both[nth] ?? null
    return null
  }
  const two: TwoGateways = {
    nats,
    both,
    urls,
    leader,
    async settled() {
      for (let tries = 0; tries < 1_200; tries++) {
        const states = await Promise.all(urls.map(statusOf))
        const [leads, follows] = [states.indexOf('ok'), states.indexOf('standby')]
        const [one, other] = [both[leads], both[follows]]
        if (one && other) return { leads: one, follows: other }
        await rest(50)
      }
      throw new Error(`nobody leads: ${both.map((one) => one.said()).join('\n')}`)
    },
    async token(name, roles) {
      const { leads, follows } = await two.settled()
      const folderOf = (one: RunningGateway): string => join(folders[both.indexOf(one)] ?? '', 'tingshi.db')
      const database = openDatabase(folderOf(leads))
      const token = addToken(database, name, roles, 'hall', 0)
      database.close()
      const other = openDatabase(folderOf(follows))
      for (let tries = 0; tries < 200; tries++) {
        if (other.prepare('SELECT 1 FROM tokens WHERE name = ?').get(name)) break
        await rest(50)
      }
      other.close()
      return token
    },
    restart: (one) => one.restart(),
    lineOf(one) {
      const line = lines[both.indexOf(one)]
      if (!line) throw new Error('no lines that can be cut')
      return line
    },
    async discard() {
      await Promise.all(both.map((one) => one.discard()))
      await Promise.all(lines.map((line) => line.close()))
      await nats.discard()
      for (const folder of folders) rmSync(folder, { recursive: true, force: true })
    },
  }
  return two
}
