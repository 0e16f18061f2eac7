import { rmSync } from 'node:fs'
import { WebSocket } from 'ws'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type FakePrinter, startFakePrinter } from '../../gateway/devices/fake/fake-printer.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { freePort } from '../support/free-port.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningAgent, runAgentProcess } from '../support/run-agent.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const PORT = await freePort()
let printer: FakePrinter
let folder: string
let hall: RunningGateway
let agent: RunningAgent | null = null
let desk: ApiClient
const path = (): string => `tcp:127.0.0.1:${printer.port}`
const wait = { timeout: 60_000, interval: 200 }
const slipState = async (ticketId: string): Promise<string> =>
  (await desk.get<{ slip: { state: string } }>(`/tickets/${ticketId}`)).body.slip.state
async function take(): Promise<string> {
  return (await desk.post<{ ticketId: string }>('/tickets', { queueId: 'B', terminalId: 'K3' })).body.ticketId
}
async function startAgent(token?: string): Promise<RunningAgent> {
  const own = token ?? (await signIn(hall.url, 'terminal', 'K3')).token
  return runAgentProcess(['--gateway', hall.url, '--terminal', 'K3', '--token', own, '--lend', path()])
}

beforeAll(async () => {
  printer = await startFakePrinter({ port: 0, width: 576 })
  folder = spoiledHall({
    'terminals.yaml': [
      [
        'id: PR2, name: 1 楼打印机, link: { kind: simulated }',
        `id: PR2, name: 1 楼打印机, link: { kind: agent, terminal: K3, path: "${path()}" }`,
      ],
    ],
  })
  hall = await runGateway({ TINGSHI_HALL: folder, TINGSHI_PORT: String(PORT) })
  desk = await signIn(hall.url, 'guide')
})
afterAll(async () => {
  await agent?.kill()
  await hall?.discard()
  await printer?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('AG4 a token that is not this terminal’s lends nothing, and the agent says so', async () => {
  const wrong = await startAgent((await signIn(hall.url, 'terminal', 'K1')).token)
  await expect.poll(() => wrong.said(), wait).toContain('这个口令不是终端 K3 的')
  await wrong.kill()
})

test('AG1 AG2 a slip waits for the agent, then comes out at its printer once', async () => {
  const ticketId = await take()
  await expect.poll(() => slipState(ticketId), wait).toBe('failed')
  expect(printer.printed).toBe(0)
  agent = await startAgent()
  await expect.poll(() => slipState(ticketId), wait).toBe('printed')
  await agent.kill()
  const second = await take()
  await expect.poll(() => slipState(second), wait).toBe('failed')
  agent = await startAgent()
  await expect.poll(() => slipState(second), wait).toBe('printed')
  expect(printer.printed).toBe(2)
})

test('AG5 a second computer that says the same is turned away', async () => {
  const second = await startAgent()
  await expect.poll(() => second.said(), wait).toContain('另一台电脑已经是终端 K3 了')
  await second.kill()
  const ticketId = await take()
  await expect.poll(() => slipState(ticketId), wait).toBe('printed')
})

test('AG6 whoever has an Origin is no agent', async () => {
  const socket = new WebSocket(`${hall.url.replace('http', 'ws')}/agent`, { headers: { origin: hall.url } })
  const status = await new Promise((done) => {
    socket.on('unexpected-response', (_, response) => done(response.statusCode))
    socket.on('error', () => {})
  })
  expect(status).toBe(403)
})

test('AG3 the gateway is killed and back: the agent finds it by itself', async () => {
  const before = printer.printed
  const token = (await import('node:child_process')).execFileSync(
    process.execPath,
    ['gateway/cli.ts', 'token', 'add', 'K3', '--roles', 'terminal'],
    {
      env: { ...process.env, TINGSHI_DATA: hall.dataDir },
    },
  )
  await agent?.kill()
  agent = await startAgent(String(token).trim())
  await expect.poll(() => agent?.said(), wait).toContain('已连上网关')
  await hall.kill()
  await expect.poll(() => agent?.said(), wait).toContain('连不上网关')
  await hall.restart()
  desk = await signIn(hall.url, 'guide')
  const ticketId = await take()
  await expect.poll(() => slipState(ticketId), wait).toBe('printed')
  expect(printer.printed).toBe(before + 1)
})
