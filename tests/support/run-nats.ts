import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { freePort } from './free-port.ts'

/** NATS's own server, which Debian has as a package; null = it is not on this machine, and the tests that need it are skipped. */
export const natsHere = ((): string | null => {
  const { status, stdout } = spawnSync('nats-server', ['--version'], { encoding: 'utf8' })
  if (status === 0) return stdout.trim()
  console.log('没有 nats-server，这里的测试都跳过：请先运行 apt-get install nats-server。')
  return null
})()

export interface NatsServer {
  readonly port: number
  /** Of the process; 0 = it does not run. */
  readonly pid: number
  readonly address: string
  /** SIGKILL. */
  kill(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  freeze(): void
  goOn(): void
  /** All that it keeps, as a folder. */
  readonly store: string
  /** Ends it and forgets what it kept. */
  discard(): Promise<void>
}

/** One server with JetStream, on a port and a folder of its own. `more`: further lines of its settings. */
export async function runNats(more = '', storage = ''): Promise<NatsServer> {
  return natsServer(await freePort(), more, storage)
}

/** Servers that keep three copies among them, on loopback. */
export async function runNatsCluster(
  size = 3,
): Promise<{ servers: NatsServer[]; address: string; discard(): Promise<void> }> {
  const ports = await Promise.all(Array.from({ length: size }, freePort))
  const routes = await Promise.all(Array.from({ length: size }, freePort))
  const servers = await Promise.all(
    ports.map((port, nth) =>
      natsServer(
        port,
        `server_name: n${nth}
cluster { name: hall, listen: "127.0.0.1:${routes[nth]}", routes: [${routes.map((one) => `"nats://127.0.0.1:${one}"`).join(', ')}] }`,
      ),
    ),
  )
  return {
    servers,
    address: `nats://${ports.map((port) => `127.0.0.1:${port}`).join(',')}`,
    discard: async () => void (await Promise.all(servers.map((one) => one.discard()))),
  }
}

async function natsServer(port: number, more: string, storage = ''): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-nats-'))
  const settings = join(folder, 'nats.conf')
  writeFileSync(settings, `listen: "127.0.0.1:${port}"\njetstream { store_dir: "${folder}/js"\n${storage} }\n${more}\n`)
  let child: ChildProcess | null = null
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>((done) => ending.once('exit', () => done()))
    ending.kill('SIGCONT')
    ending.kill(signal)
    await gone
  }
  async function start(): Promise<void> {
    child = spawn('nats-server', ['-c', settings], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries++) {
      if (await listens(port)) return
      await rest(50)
    }
    throw new Error(`nats-server does not listen on ${port}`)
  }
  await start()
  return {
    port,
    get pid() {
      return child?.pid ?? 0
    },
    address: `nats://127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    store: `${folder}/js`,
    async discard() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const listens = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
