import { spawn } from 'node:child_process'
import { runGateway } from '../support/run-gateway.ts'
import { figure, pause } from './figure.ts'

/** `npm run bench -- start`: from the start of the process to its ready line, and what it takes of memory when nothing happens. */
const ROUNDS = 3

export async function benchStart(): Promise<void> {
  const times: number[] = []
  const gateway = await runGateway({ TINGSHI_LIFE: '0' })
  for (let nth = 0; nth < ROUNDS; nth += 1) {
    const from = performance.now()
    await gateway.restart()
    times.push(performance.now() - from)
  }
  await pause(3_000)
  const text = await (await fetch(`${gateway.url}/metrics`)).text()
  const memory = Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN) / 1e6
  figure('start to ready, empty', Math.min(...times), 'ms', await bareStart())
  figure('memory, sample hall with demo', memory, 'MB', await bareMemory())
  await gateway.discard()
}

function run(code: string): Promise<string> {
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done) => {
    let said = ''
    child.stdout.on('data', (text) => {
      said += String(text)
    })
    child.once('exit', () => done(said))
  })
}
async function bareStart(): Promise<number> {
  const from = performance.now()
  await run('0')
  return performance.now() - from
}
const bareMemory = async (): Promise<number> => Number(await run('console.log(process.memoryUsage().rss / 1e6)'))
