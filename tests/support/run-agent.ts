import { type ChildProcess, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface RunningAgent {
  /** All it said so far. */
  said(): string
  kill(): Promise<void>
}

/** The real agent as its own process; without a door for pages unless the words name one, for many run here at once. */
export function runAgentProcess(words: string[], environment: Record<string, string> = {}): RunningAgent {
  const all = words.includes('--page-port') ? words : [...words, '--page-port', '0']
  const child: ChildProcess = spawn(process.execPath, [join(root, 'gateway/agent/main.ts'), ...all], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const read = (chunk: Buffer): void => void (said += String(chunk))
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  return {
    said: () => said,
    kill: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done()
        child.once('exit', () => done())
        child.kill('SIGKILL')
      }),
  }
}
