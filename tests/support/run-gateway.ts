import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const READY_WITHIN_MS = 60_000
/** Passwords are looked at in a millisecond; one test holds what they cost in a hall. */
export const TEST_COST = 4
const KEPT_SIGNS = 2_000_000

export interface RunningGateway {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** All that this process has printed, its log included. */
  said(): string
  /** Still running, as the operating system sees it. */
  alive(): boolean
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** It stands still, as a machine out of memory does, and all that is sent to it waits; until it goes on. */
  freeze(): void
  goOn(): void
  /** What a power cut looks like from inside: no time to write anything. */
  kill(): Promise<void>
  /** The same data folder again; on a new free port unless `environment` names one. */
  restart(environment?: Record<string, string>): Promise<void>
  /** Ends it and forgets its data. */
  discard(): Promise<void>
}

/**
 * Starts the real gateway as its own process on a free port with a data folder of its own. `program`: `start.ts` is what `npm start` runs, with
 * its settings of memory.
 */
export async function runGateway(
  environment: Record<string, string> = {},
  program: 'main.ts' | 'start.ts' = 'main.ts',
): Promise<RunningGateway> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-'))
  // A hall that lives by itself would press between the presses of a test.
  const still = { TINGSHI_DEMO: '1', TINGSHI_LIFE: '0', TINGSHI_PORT: '0' }
  const quick = { TINGSHI_PASSWORD_COST: String(TEST_COST) }
  const env = { ...process.env, ...still, ...quick, TINGSHI_DATA: dataDir, ...environment }
  let now = await start(env, program)
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (now.child.exitCode !== null || now.child.signalCode !== null) return now.child.exitCode
    const gone = new Promise<number | null>((done) => now.child.once('exit', (code) => done(code)))
    now.child.kill(signal)
    return gone
  }
  return {
    get url() {
      return now.url
    },
    dataDir,
    get pid() {
      return now.child.pid ?? 0
    },
    said: () => now.said(),
    alive: () => now.child.exitCode === null && now.child.signalCode === null,
    stop: () => end('SIGTERM'),
    freeze: () => void now.child.kill('SIGSTOP'),
    goOn: () => void now.child.kill('SIGCONT'),
    kill: async () => void (await end('SIGKILL')),
    restart: async (other = {}) => {
      await end('SIGTERM')
      now = await start({ ...env, ...other }, program)
    },
    discard: async () => {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

interface Started {
  child: ChildProcess
  url: string
  said(): string
}

function start(env: NodeJS.ProcessEnv, program: string): Promise<Started> {
  const child = spawn(process.execPath, [join(root, 'gateway', program)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((done, fail) => {
    let said = ''
    const tooLate = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`the gateway was not ready in time: ${said.slice(-4000)}`))
    }, READY_WITHIN_MS)
    const read = (chunk: Buffer): void => {
      said = (said + String(chunk)).slice(-KEPT_SIGNS)
      const url = /(?:ready|standing by) (https?:\/\/\S+)/.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(tooLate)
      done({ child, url, said: () => said })
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => {
      clearTimeout(tooLate)
      fail(new Error(`the gateway ended with ${code}: ${said.slice(-4000)}`))
    })
  })
}
