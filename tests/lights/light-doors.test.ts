import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WatchedDetail } from '../../gateway/contract/watched-cases.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
let other: ApiClient
let supervisor: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  other = await signIn(gateway.url, 'integration')
  supervisor = await signIn(gateway.url, 'supervisor')
})
afterAll(() => gateway.discard())

interface List {
  items: { caseId: string; receipt: string; light: string; wantsAnswer: boolean; matterName: string }[]
  counts: Record<string, number>
}
const list = async (): Promise<List> => (await supervisor.get<List>('/lights')).body
const late = {
  receipt: 'LATE-0001',
  matterName: '施工许可证核发',
  departmentName: '住房和城乡建设局',
  applicant: '王*',
  status: 'under-review',
  acceptedOn: '2026-03-02',
  promisedDays: 3,
  steps: [{ name: '受理', startedAt: Date.parse('2026-03-02T02:00:00Z'), limitDays: 2, by: '包*' }, { name: '审核' }],
  reportedAt: 5,
}

test('LG9 a case of another system lights up by itself, is urged and answered, and goes when it is over', async () => {
  await other.post('/cases', { cases: [late] })
  await expect.poll(async () => (await list()).items.some(({ receipt }) => receipt === 'LATE-0001')).toBe(true)
  const red = (await list()).items.find(({ receipt }) => receipt === 'LATE-0001')
  expect(red).toMatchObject({ light: 'red', wantsAnswer: true })
  const caseId = red?.caseId ?? ''
  expect((await supervisor.post(`/lights/${caseId}/urge`, {})).status).toBe(200)
  expect((await supervisor.post(`/lights/${caseId}/answer`, { by: '陈*', words: '明天签发' })).status).toBe(200)
  const { body } = await supervisor.get<WatchedDetail>(`/lights/${caseId}`)
  expect(body.case).toMatchObject({ wantsAnswer: false, urged: 1, applicant: '王*', steps: [{ by: '包*' }, {}] })
  expect(body.history.map(({ kind }) => kind)).toEqual(['changed', 'urged', 'answered'])
  expect(body.days.slice(0, 4)).toMatchObject([{ kind: 'accepted', nth: null }, { nth: 1 }, { nth: 2 }, { nth: 3 }])

  await other.post('/cases', { cases: [{ ...late, status: 'decided', finishedAt: 10, reportedAt: 10 }] })
  await expect.poll(async () => (await list()).items.some(({ receipt }) => receipt === 'LATE-0001')).toBe(false)
})

test('LG3 a count by hand finds nothing more; others may neither see nor count', async () => {
  expect((await supervisor.post('/lights/recount', {})).body).toEqual({ changed: 0 })
  const clerk = await signIn(gateway.url, 'clerk')
  expect((await clerk.get('/lights')).status).toBe(403)
  expect((await clerk.post('/lights/recount', {})).status).toBe(403)
})

test('LG10 the log names no receipt of another system and nobody who applied', async () => {
  const { body } = await supervisor.get<{ items: unknown[] }>('/events?limit=5000')
  const said = JSON.stringify(body.items)
  expect(said).toContain('light-changed')
  expect(said).not.toContain('LATE-0001')
  expect(said).not.toContain('王*')
})
