import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse, stringify } from 'yaml'
import { spoiledHall } from '../support/hall-folder.ts'
import { figure, pause } from './figure.ts'

/**
 * `npm run bench -- start`: how soon a hall is ready and what it holds in memory after ten seconds of quiet, beside a Node that does nothing.
 * The first start of all fills the compile cache and is not counted; then rounds of all three take turns.
 */
const root = resolve(import.meta.dirname, '../..')
const QUIET_MS = 10_000
const ROUNDS = 3

interface Hall {
  name: string
  env: Record<string, string>
}
interface Started {
  readyMs: number
  mb: number
}

/** The sample hall with plain text printers that nobody simulates, and without panels. */
function textHall(): string {
  const folder = spoiledHall({})
  const file = join(folder, 'terminals.yaml')
  const all = parse(readFileSync(file, 'utf8'))
  const printers = all.printers.map((printer: object) => ({
    ...printer,
    mode: 'text',
    link: { kind: 'tcp', host: '127.0.0.1', port: 9 },
  }))
  writeFileSync(file, stringify({ ...all, panels: [], printers }))
  return folder
}

const rssMb = (pid: number): number =>
  Math.round(Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) / 102.4) / 10
const median = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0

/** Runs a program until it writes `ready`, waits for the quiet, looks, ends it. */
async function measure(args: readonly string[], env: Record<string, string>): Promise<Started> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-bench-'))
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, TINGSHI_PORT: '0', TINGSHI_DATA: dataDir, TINGSHI_LOG: 'error', TINGSHI_LIFE: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await new Promise<void>((done, broken) => {
    child.stdout.on('data', (words: Buffer) => String(words).includes('ready') && done())
    void ended.then(() => broken(new Error('ended before it was ready')))
  })
  const readyMs = Math.round(performance.now() - began)
  await pause(QUIET_MS)
  const mb = rssMb(child.pid ?? 0)
  child.kill('SIGTERM')
  await ended
  rmSync(dataDir, { recursive: true })
  return { readyMs, mb }
}

export async function benchStart(): Promise<void> {
  const plain = textHall()
  const halls: Hall[] = [
    { name: 'text printers, no panel', env: { TINGSHI_HALL: plain, TINGSHI_DEMO: '0' } },
    { name: 'sample hall', env: {} },
  ]
  const gateway = ['gateway/start.ts']
  const bare = ['--eval', "setInterval(() => {}, 60_000); console.log('ready')"]
  const floors: Started[] = []
  const seen = new Map(halls.map(({ name }) => [name, [] as Started[]]))
  await measure(gateway, {})
  for (let round = 0; round < ROUNDS; round += 1) {
    floors.push(await measure(bare, {}))
    for (const { name, env } of halls) seen.get(name)?.push(await measure(gateway, env))
  }
  rmSync(plain, { recursive: true })

  const middle = (all: readonly Started[], what: keyof Started): number => median(all.map((one) => one[what]))
  for (const [name, all] of seen) {
    figure(`memory, ${name}`, middle(all, 'mb'), 'MB', middle(floors, 'mb'))
    figure(`start to ready, ${name}`, middle(all, 'readyMs'), 'ms', middle(floors, 'readyMs'))
  }
}
