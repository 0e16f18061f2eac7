import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hall: RunningGateway
let desk: ApiClient
const wait = { timeout: 60_000, interval: 200 }
type Device = { id: string; state: string; todo?: string | null; lastFault?: { word: string } | null }
beforeAll(async () => {
  hall = await runGateway()
  desk = await signIn(hall.url, 'guide')
})
afterAll(() => hall?.discard())

test('D25 the health address, /api/v1/devices and /metrics tell of the same fault; only staff hears what it is', async () => {
  await fetch(`${hall.url}/demo/printer/PR1`, { method: 'POST', body: JSON.stringify({ fault: 'paper-out' }) })
  const find = async (path: string): Promise<Device | undefined> => {
    const { body } = await desk.get<{ devices?: Device[]; items?: Device[] }>(path)
    return (body.devices ?? body.items ?? []).find(({ id }) => id === 'PR1')
  }
  await expect.poll(async () => (await find('/devices'))?.state, wait).toBe('fault')
  expect(await find('/devices')).toMatchObject({
    word: '缺纸',
    lastFault: { word: '缺纸' },
    where: '1 号终端、2 号终端',
  })
  expect((await find('/health'))?.todo).toContain('换一卷纸')

  const stranger = (await (await fetch(`${hall.url}/api/v1/health`)).json()) as { devices: Device[] }
  expect(Object.keys(stranger.devices.find(({ id }) => id === 'PR1') ?? {})).toEqual(['id', 'kind', 'state', 'since'])
  expect((await fetch(`${hall.url}/api/v1/devices`)).status).toBe(401)
  expect((await (await signIn(hall.url, 'terminal', 'K1')).get('/devices')).status).toBe(403)

  const metrics = await (await fetch(`${hall.url}/metrics`)).text()
  expect(metrics).toContain('tingshi_device_state{id="PR1",kind="printer",state="fault"} 1')
  expect(metrics).toContain('tingshi_device_state{id="PR1",kind="printer",state="ok"} 0')
  expect(metrics).toContain('tingshi_device_faults{id="PR1",kind="printer"} 1')
  await fetch(`${hall.url}/demo/printer/PR1`, { method: 'POST', body: JSON.stringify({ fault: null }) })
  await expect.poll(async () => (await find('/devices'))?.state, wait).toBe('ok')
  expect(await find('/devices')).toMatchObject({ todo: null, lastFault: { word: '缺纸' } })
})

test('D25 the board holds every terminal, screen, panel, printer and all 170 counters', async () => {
  const { body } = await desk.get<{ items: { kind: string }[]; total: number }>('/devices')
  const of = (kind: string): number => body.items.filter((one) => one.kind === kind).length
  expect([of('terminal'), of('screen'), of('panel'), of('printer'), of('counter'), of('strip')]).toEqual([
    8, 9, 5, 4, 170, 170,
  ])
})
