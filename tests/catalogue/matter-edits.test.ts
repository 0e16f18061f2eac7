import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DepartmentMap, MatterEdit } from '../../gateway/contract/matter-edits.ts'
import type { Matter } from '../../gateway/contract/matter.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
let gateway: RunningGateway
let supervisor: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  supervisor = await signIn(gateway.url, 'supervisor')
})
afterAll(() => gateway?.discard())

interface Read {
  source: Matter
  now: Matter
  edit: MatterEdit
  before: string | null
  history: { editId: string; undoes: string | null; lines: { where: string; before: string; after: string }[] }[]
}
interface Saved {
  before: string | null
  count: number
  error?: { code: string; message: string }
}
const read = async (id: string): Promise<Read> => (await supervisor.get<Read>(`/catalogue/matters/${id}`)).body
const save = async (id: string, edit: MatterEdit, before?: string | null) =>
  supervisor.post<Saved>(`/catalogue/matters/${id}`, {
    edit,
    before: before === undefined ? (await read(id)).before : before,
  })
const shown = async (id: string): Promise<Matter> => (await supervisor.get<Matter>(`/matters/${id}`)).body
const found = async (words: string): Promise<string[]> =>
  (await supervisor.get<{ items: { id: string }[] }>(`/matters?q=${encodeURIComponent(words)}&limit=3`)).body.items.map(
    ({ id }) => id,
  )

test('MT1 an edit is found and shown at once, is a record, and outlives a restart', async () => {
  const guide = await signIn(gateway.url, 'guide')
  expect((await guide.post('/catalogue/matters/m029', { before: null, edit: { name: 'x' } })).status).toBe(403)
  const { source } = await read('m029')
  const materials = (source.guide?.materials ?? []).slice(0, 1)
  const edit: MatterEdit = { aliases: [...source.aliases, '旧房翻新取钱'], guide: { materials, promisedDays: 1 } }
  expect(await save('m029', edit)).toMatchObject({ status: 201, body: { count: 1 } })
  await expect.poll(async () => (await shown('m029')).guide?.promisedDays, { timeout: 20_000 }).toBe(1)
  expect((await shown('m029')).guide?.materials).toEqual(materials)
  await expect.poll(() => found('旧房翻新取钱'), { timeout: 20_000 }).toContain('m029')
  const { history } = await read('m029')
  expect(history[0]?.lines.map(({ where }) => where)).toEqual(expect.arrayContaining(['别名', '承诺办结']))
  const { body } = await supervisor.get<{ rows: { sentence: string }[] }>('/audit?q=事项')
  expect(body.rows[0]?.sentence).toContain(source.name)
  await gateway.stop()
  await gateway.restart()
  supervisor = await signIn(gateway.url, 'supervisor')
  expect((await shown('m029')).guide?.promisedDays).toBe(1)
})

test('MT1 what a source says later does not undo what the hall said, and saying the same is no edit', async () => {
  const { source } = await read('m030')
  expect(await save('m030', { name: `${source.name}（本厅）` })).toMatchObject({ status: 201 })
  const csv = `实施编码,事项名称,部门,别名\n${source.code},${source.name},${source.department},从来源来的别名\n`
  const plan = await fetch(`${gateway.url}/api/v1/catalogue/plans?source=试&file=${encodeURIComponent('清单.csv')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}`, 'content-type': 'application/octet-stream' },
    body: csv,
  })
  const { planId } = (await plan.json()) as { planId: string }
  expect((await supervisor.post(`/catalogue/plans/${planId}/carry-out`, { suspicious: true })).status).toBe(201)
  await expect.poll(async () => (await shown('m030')).aliases, { timeout: 20_000 }).toContain('从来源来的别名')
  expect((await shown('m030')).name).toBe(`${source.name}（本厅）`)
  const imports = await supervisor.get<{ items: { file: string; by: string; counts: { changed: number } }[] }>(
    '/catalogue/imports',
  )
  expect(imports.body.items.at(-1)).toMatchObject({ file: '清单.csv', by: expect.any(String), counts: { changed: 1 } })
  await supervisor.post('/catalogue/undo')
  expect(await save('m030', { name: source.name })).toMatchObject({ status: 201 })
  expect((await read('m030')).edit).toEqual({})
  expect(await save('m030', { name: source.name })).toMatchObject({
    status: 409,
    body: { error: { code: 'already-so' } },
  })
})

test('MT5 the history of imports has the file, the person and the counts', async () => {
  const { body } = await supervisor.get<{ items: object[] }>('/events?limit=5000')
  const imported = (body.items as { type: string; file?: string }[]).find(({ type }) => type === 'catalogue-imported')
  expect(imported).toMatchObject({ file: '清单.csv', counts: { added: 0, changed: 1, removed: 0 } })
})

test('MT2 what is wrong is said as somebody types, in words, and nothing is written', async () => {
  const before = await read('m029')
  const check = async (edit: MatterEdit): Promise<string[]> =>
    (
      await supervisor.post<{ faults: { key: string; message: string }[] }>('/catalogue/matters/m029/check', {
        before: before.before,
        edit,
      })
    ).body.faults.map(({ key, message }) => `${key} ${message}`)
  expect(
    await check({ guide: { promisedDays: 9, promisedUnit: '工作日', statutoryDays: 3, statutoryUnit: '工作日' } }),
  ).toEqual(['guide.promisedDays 承诺 9 工作日比法定 3 工作日还长。承诺不能比法定长。'])
  expect(await check({ queueId: 'ZZ', department: 'nobody' })).toEqual([
    'queueId 没有队列 ZZ。请改成已有的编号，或先加上它。',
    'department 没有部门 nobody。请改成已有的编号，或先加上它。',
  ])
  const [one] = before.source.guide?.materials ?? []
  if (!one) throw new Error('no material')
  expect(await check({ guide: { materials: [one, one] } })).toEqual([`guide.materials 材料“${one.name}”写了两次。`])
  expect(await check({ guide: { charged: true, fee: null } })).toEqual(['guide.fee 收费的要写收多少。'])
  expect(await save('m029', { queueId: 'ZZ' })).toMatchObject({
    status: 422,
    body: { error: { code: 'matter-faulty' } },
  })
  expect((await read('m029')).before).toBe(before.before)
})

test('MT3 a change is taken back by itself, and not from under a later one of the same matter', async () => {
  const { source } = await read('m031')
  await save('m031', { name: '第一次' })
  const [first] = (await read('m031')).history
  await save('m032', { aliases: ['别的事项的别名'] })
  await save('m031', { name: '第二次' })
  const undo = (editId: string | undefined) => supervisor.post<Saved>(`/catalogue/edits/${editId}/undo`)
  expect(await undo(first?.editId)).toMatchObject({ status: 409, body: { error: { code: 'changed-since' } } })
  const [second] = (await read('m031')).history
  expect((await undo(second?.editId)).status).toBe(200)
  expect((await read('m031')).now.name).toBe('第一次')
  expect((await undo(first?.editId)).status).toBe(200)
  expect((await read('m031')).now.name).toBe(source.name)
  expect((await read('m032')).now.aliases).toEqual(['别的事项的别名'])
  expect((await read('m031')).history[0]).toMatchObject({
    undoes: first?.editId,
    lines: [{ before: '第一次', after: source.name }],
  })
  expect(await save('m031', { name: '又一次' }, 'f'.repeat(64))).toMatchObject({
    status: 409,
    body: { error: { code: 'matters-changed' } },
  })
})

test('MT4 departments without a queue stand first, and one press gives their matters one', async () => {
  const map = async (): Promise<DepartmentMap> => (await supervisor.get<DepartmentMap>('/catalogue/departments')).body
  const csv = ['实施编码,事项名称,部门', '900001,外来事项一,本厅没有的局', '900002,外来事项二,本厅没有的局'].join('\n')
  const plan = await fetch(`${gateway.url}/api/v1/catalogue/plans?source=别处`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}`, 'content-type': 'application/octet-stream' },
    body: csv,
  })
  const { planId } = (await plan.json()) as { planId: string }
  await supervisor.post(`/catalogue/plans/${planId}/carry-out`, { suspicious: true })
  await expect
    .poll(async () => (await map()).items.find(({ name }) => name === '本厅没有的局')?.without, { timeout: 20_000 })
    .toBe(2)
  const { before, items, departments } = await map()
  expect(items.map(({ without }) => without)).toEqual(
    items.map(({ without }) => without).toSorted((one, other) => other - one),
  )
  expect(items.find(({ name }) => name === '本厅没有的局')).toMatchObject({
    isOurs: false,
    names: ['外来事项一', '外来事项二'],
  })
  const to = departments[0]?.id ?? ''
  const order = { department: '本厅没有的局', to, queueId: 'A', before }
  expect(await supervisor.post('/catalogue/departments', { ...order, queueId: 'ZZ' })).toMatchObject({ status: 422 })
  expect(await supervisor.post('/catalogue/departments', order)).toMatchObject({ status: 201, body: { count: 2 } })
  await expect.poll(() => found('外来事项一'), { timeout: 20_000 }).not.toEqual([])
  const [id] = await found('外来事项一')
  await expect.poll(async () => (await shown(id ?? '')).queueId, { timeout: 20_000 }).toBe('A')
  expect((await shown(id ?? '')).department).toBe(to)
  const taken = await supervisor.post<{ queueId: string }>('/tickets', { matterId: id, printer: 'none' })
  expect(taken).toMatchObject({ status: 201, body: { queueId: 'A' } })
  expect((await map()).items.some(({ name }) => name === '本厅没有的局')).toBe(false)
})
