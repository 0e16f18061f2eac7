import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DeviceHealth } from '../../gateway/contract/device-view.ts'
import { openDatabase } from '../../gateway/store/database.ts'
import { deviceMemory } from '../../gateway/store/device-memory.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hall: RunningGateway
let desk: ApiClient
const wait = { timeout: 60_000, interval: 200 }
const device = async (id: string): Promise<DeviceHealth | undefined> =>
  (await desk.get<{ items: DeviceHealth[] }>('/devices')).body.items.find((one) => one.id === id)
const fault = (what: string | null) =>
  fetch(`${hall.url}/demo/printer/PR1`, { method: 'POST', body: JSON.stringify({ fault: what }) })
beforeAll(async () => {
  hall = await runGateway()
  desk = await signIn(hall.url, 'guide')
})
afterAll(() => hall?.discard())

test('D31 D33 off on purpose over HTTP: no fault in health and metrics, an event with who and why, still so after a restart; history and counts are there too', async () => {
  await expect.poll(async () => (await device('PR1'))?.state, wait).toBe('ok')
  expect((await desk.post('/tickets', { queueId: 'B', terminalId: 'K1' })).status).toBe(201)
  await expect.poll(async () => (await device('PR1'))?.counts, wait).toEqual([{ what: '打出', count: 1 }])
  expect((await (await signIn(hall.url, 'terminal', 'K1')).post('/devices/PR1/off', { reason: 'x' })).status).toBe(403)
  expect((await desk.post('/devices/PR77/off', {})).status).toBe(404)
  expect((await desk.post('/devices/PR1/off', { reason: '送修' })).status).toBe(200)
  await fault('offline')
  const stopped = async (): Promise<void> => {
    expect(await device('PR1')).toMatchObject({
      state: 'off',
      word: '停用：送修',
      faults: 0,
      off: { by: '演示咨询台', reason: '送修' },
    })
    const health = (await (await fetch(`${hall.url}/api/v1/health`)).json()) as {
      devices: { id: string; state: string }[]
    }
    expect(health.devices.find(({ id }) => id === 'PR1')?.state).toBe('off')
    const metrics = await (await fetch(`${hall.url}/metrics`)).text()
    expect(metrics).toContain('tingshi_device_state{id="PR1",kind="printer",state="off"} 1')
    expect(metrics).toContain('tingshi_device_state{id="PR1",kind="printer",state="fault"} 0')
  }
  await stopped()
  const supervisor = await signIn(hall.url, 'supervisor')
  const { body } = await supervisor.get<{ items: { type: string; actor: string; at: number }[] }>(
    '/events?after=0&limit=500',
  )
  expect(body.items.find(({ type }) => type === 'device-switched-off')).toMatchObject({
    actor: '演示咨询台',
    deviceId: 'PR1',
    reason: '送修',
  })

  const before = await device('PR1')
  await hall.restart()
  desk = await signIn(hall.url, 'guide')
  await stopped()
  const after = await device('PR1')
  expect([after?.counts, after?.history, after?.off]).toEqual([before?.counts, before?.history, before?.off])
  await fault(null)
  expect((await desk.post('/devices/PR1/on')).status).toBe(200)
  await expect.poll(async () => (await device('PR1'))?.state, wait).toBe('ok')
  expect((await device('PR1'))?.history.map(({ word }) => word).slice(-3)).toEqual([
    '停用：送修（演示咨询台）',
    '恢复使用',
    '正常',
  ])
})

test('D33 devices that the hall has no more are forgotten, and a row that nobody can read harms nothing', async () => {
  await hall.stop()
  const file = join(hall.dataDir, 'tingshi.db')
  const database = new DatabaseSync(file)
  database.exec(
    `INSERT INTO device_memory VALUES ('GONE', '{}'); UPDATE device_memory SET body = 'spoilt' WHERE id = 'K1'`,
  )
  database.close()
  await hall.restart()
  desk = await signIn(hall.url, 'guide')
  expect((await device('PR1'))?.counts).toEqual([{ what: '打出', count: 1 }])
  await hall.stop()
  const again = openDatabase(file)
  expect(again.prepare("SELECT count(*) AS n FROM device_memory WHERE id = 'GONE'").get()).toEqual({ n: 0 })
  expect(deviceMemory(again).load().get('PR1')?.history.length).toBeLessThanOrEqual(20)
  again.close()
})
