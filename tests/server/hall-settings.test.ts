import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HallSettings, SettingsCheck } from '../../gateway/contract/hall-settings.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const folder = spoiledHall({})
let gateway: RunningGateway
let admin: ApiClient
beforeAll(async () => {
  gateway = await runGateway({ TINGSHI_HALL: folder })
  admin = await signIn(gateway.url, 'supervisor')
})
afterAll(() => gateway?.discard())
const text = (file: string): string => readFileSync(join(folder, file), 'utf8')
const settings = async (): Promise<HallSettings> => (await admin.get<HallSettings>('/hall-settings')).body
const nameOf = async (id: string): Promise<string | undefined> =>
  (await admin.get<{ items: { id: string; name: string }[] }>('/queues')).body.items.find((one) => one.id === id)?.name
interface Saved {
  changeId: string
  revision: string
  waits: string[]
  error?: { code: string; message: string }
}
const save = async (revision: string, changes: object[]) => admin.post<Saved>('/hall-settings', { revision, changes })

test('HF2 HF5 a name is checked, saved and called out at once; the file keeps its comments', async () => {
  const { revision, parts } = await settings()
  expect((parts.queues as { name: string }[])[1]?.name).toBe('企业登记')
  const changes = [{ path: ['queues', 1, 'name'], value: '企业开办' }]
  const checked = await admin.post<SettingsCheck>('/hall-settings/check', { revision, changes })
  expect(checked.body).toMatchObject({
    faults: [],
    waits: [],
    lines: [{ where: '队列 · 企业登记 · 名称', before: '企业登记', after: '企业开办' }],
  })
  expect(text('queues.yaml')).toContain('name: 企业登记')
  const saved = await save(revision, changes)
  expect(saved).toMatchObject({ status: 201, body: { waits: [] } })
  expect(text('queues.yaml')).toMatch(/^# 队列。/)
  expect(text('queues.yaml')).toContain('name: 企业开办')
  expect(await nameOf('B')).toBe('企业开办')
})

test('HF2 what `check` would refuse is refused in its words, with the place, and nothing is written', async () => {
  const { revision } = await settings()
  const before = text('hall.yaml')
  const changes = [
    { path: ['hours', 'lastTicket'], value: '17:10' },
    { path: ['queues', 0, 'minutes'], value: 'many' },
    { path: ['counters', 2, 'queues'], value: ['ZZ'] },
  ]
  const { body } = await admin.post<SettingsCheck>('/hall-settings/check', { revision, changes })
  expect(body.faults.map(({ key, message }) => `${key} ${message}`).sort()).toEqual([
    'counters.2.queues.0 没有队列 ZZ。请改成已有的编号，或先加上它。',
    'hours.lastTicket 最后取号的时间要在上班时间里。',
    'queues.0.minutes 这里要写数字。',
  ])
  expect(await save(revision, changes)).toMatchObject({ status: 422, body: { error: { code: 'settings-faulty' } } })
  expect(text('hall.yaml')).toBe(before)
})

test('HF3 a change is recorded with who, when and what, is taken back, and not from under a later one', async () => {
  const first = await save((await settings()).revision, [{ path: ['hours', 'lastTicket'], value: '16:20' }])
  const second = await save(first.body.revision, [{ path: ['missed', 'place'], value: 5 }])
  const { history, revision } = await settings()
  expect(history.slice(0, 2).map(({ lines }) => lines)).toEqual([
    [{ where: '过号 · 排到第几位', before: '3', after: '5' }],
    [{ where: '开放时间 · 最后取号', before: '16:40', after: '16:20' }],
  ])
  expect(history[0]).toMatchObject({ by: expect.any(String), at: expect.any(Number), undoes: null })
  const undo = async (changeId: string, at: string) =>
    admin.post<Saved>('/hall-settings/undo', { changeId, revision: at })
  expect(await undo(first.body.changeId, revision)).toMatchObject({
    status: 409,
    body: { error: { code: 'changed-since' } },
  })
  const undone = await undo(second.body.changeId, revision)
  expect(undone.status).toBe(200)
  expect((await undo(first.body.changeId, undone.body.revision)).status).toBe(200)
  expect(text('hall.yaml')).toContain('lastTicket: "16:40" # 这以后不再取号')
  expect((await settings()).history[0]).toMatchObject({ undoes: first.body.changeId })
})

test('HF4 whoever began on older files writes over nobody', async () => {
  const { revision } = await settings()
  await save(revision, [{ path: ['maxRecalls'], value: 4 }])
  expect(await save(revision, [{ path: ['maxRecalls'], value: 5 }])).toMatchObject({
    status: 409,
    body: { error: { code: 'settings-changed' } },
  })
  expect(text('hall.yaml')).toContain('maxRecalls: 4 #')
})

test('HF5 a new queue and a printer’s address wait for the next start, and are named', async () => {
  const { revision } = await settings()
  const saved = await save(revision, [
    { path: ['queues', 22], value: { id: 'Y', series: 'Y', name: '公证', minutes: 10 } },
    { path: ['counters', 169, 'queues'], value: ['X', 'Y'] },
    { path: ['printers', 0, 'name'], value: '换了名字' },
  ])
  expect(saved.status, JSON.stringify(saved.body)).toBe(201)
  expect(saved.body.waits.toSorted()).toEqual(['counters', 'printers', 'queues'])
  expect(await nameOf('Y')).toBeUndefined()
  expect((await settings()).waits.toSorted()).toEqual(['counters', 'printers', 'queues'])
  await gateway.restart()
  admin = await signIn(gateway.url, 'supervisor')
  expect(await nameOf('Y')).toBe('公证')
  expect((await settings()).waits).toEqual([])
})

test('HF6 clerks and guides see no settings and change none', async () => {
  for (const role of ['clerk', 'guide', 'integration'] as const) {
    const other = await signIn(gateway.url, role, role === 'clerk' ? '12' : null)
    expect((await other.get('/hall-settings')).status).toBe(403)
    expect((await other.post('/hall-settings', { revision: '', changes: [] })).status).toBe(403)
  }
  expect((await fetch(`${gateway.url}/api/v1/hall-settings`)).status).toBe(401)
})
