import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AskedView } from '../../gateway/contract/asked.ts'
import type { AuditAnswer } from '../../gateway/contract/audit.ts'
import type { DeskView } from '../../gateway/contract/staff-views.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
let hall: RunningGateway
let terminal: ApiClient
let supervisor: ApiClient
beforeAll(async () => {
  hall = await runGateway()
  terminal = await signIn(hall.url, 'terminal', 'K1')
  supervisor = await signIn(hall.url, 'supervisor')
})
afterAll(() => hall?.discard())

const asked = async (): Promise<AskedView> => (await supervisor.get<AskedView>('/asked')).body
const tell = (...words: string[]) => terminal.post('/asked', { terminalId: 'K1', words })
const found = async (words: string): Promise<string[]> => {
  const { body } = await supervisor.get<{ items: { id: string }[] }>(`/matters?q=${encodeURIComponent(words)}&limit=3`)
  return body.items.map(({ id }) => id)
}

test('CG6 what one visitor searched in vain is nobody’s business; what a second one asks is shown, with the likeliest', async () => {
  expect((await tell('咕噜证', '张三 13800001111')).status).toBe(204)
  expect((await asked()).items).toEqual([])
  await tell('咕噜证 ', '咕噜证')
  const [row] = (await asked()).items
  expect(row).toMatchObject({ words: '咕噜证', atTerminals: 2, atDesk: 0 })
  // Beside the log, and nothing in it.
  const { body } = await supervisor.get<object>('/events?limit=5000')
  expect(JSON.stringify(body)).not.toContain('咕噜')
  const other = await signIn(hall.url, 'terminal', 'K2')
  expect((await other.post('/asked', { terminalId: 'K1', words: ['咕噜证'] })).status).toBe(403)
  for (const role of ['guide', 'clerk'] as const) {
    const who = await signIn(hall.url, role)
    expect((await who.get('/asked')).status).toBe(403)
    expect((await who.post('/asked', { terminalId: 'K1', words: ['咕噜证'] })).status).toBe(403)
  }
})

test('CG6 CG7 what a guide noted comes with the matter; decided, it is found at once, in the record, and taken back', async () => {
  const desk = await converse(hall.url)
  const guide = await signIn(hall.url, 'guide')
  desk.say({ type: 'hello', protocol: 2, token: guide.token, topics: ['desk'] })
  const [matterId = ''] = await found('身份证补领')
  const note = { type: 'note-consultation', words: '咕噜证', matterId, outcome: 'answered', notFound: true }
  desk.say({ type: 'command', commandId: 'n', command: note })
  expect(await desk.until(({ type }) => type === 'reply')).toMatchObject({ ok: true })
  const view = await desk.until(
    (message) => message.type === 'view' && (message.view as DeskView).consultations.today.noted === 1,
  )
  expect(view).toMatchObject({ view: { consultations: { open: [], today: { answered: 1 } } } })
  desk.socket.close()
  const [row] = (await asked()).items
  expect(row).toMatchObject({ words: '咕噜证', atTerminals: 2, atDesk: 1 })
  expect(row?.likely[0]?.matterId).toBe(matterId)
  expect(await found('咕噜证')).not.toContain(matterId)
  expect((await supervisor.post('/asked/review', { words: '咕噜证', matterId })).status).toBe(204)
  await expect.poll(() => found('咕噜证'), { timeout: 20_000 }).toContain(matterId)
  expect(await asked()).toMatchObject({ items: [], aliases: [{ words: '咕噜证', matterId }] })
  // It is known now: nobody is asked again.
  await tell('咕噜证')
  await tell('咕噜证')
  expect((await asked()).items).toEqual([])
  const { body } = await supervisor.get<AuditAnswer>(`/audit?q=${encodeURIComponent('俗称')}`)
  expect(body.rows[0]?.sentence).toContain('“咕噜证” 收作')
  // It stands after a start too.
  await hall.restart()
  supervisor = await signIn(hall.url, 'supervisor')
  await expect.poll(() => found('咕噜证'), { timeout: 20_000 }).toContain(matterId)
  expect((await supervisor.post('/asked/withdraw', { words: '咕噜证' })).status).toBe(204)
  await expect.poll(() => found('咕噜证'), { timeout: 20_000 }).not.toContain(matterId)
  expect((await supervisor.post('/asked/withdraw', { words: '咕噜证' })).status).toBe(409)
})
