import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoReceipts } from '../../gateway/cases/demo-cases.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
let other: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  other = await signIn(gateway.url, 'integration')
})
afterAll(() => gateway.discard())
const ask = (body: object): Promise<Response> =>
  fetch(`${gateway.url}/api/v1/cases/find`, { method: 'POST', body: JSON.stringify(body) })

test('CP4 the demo hall has a case of each light', async () => {
  const lights: unknown[] = []
  for (const { receipt, last4 } of demoReceipts)
    lights.push(((await (await ask({ receipt, last4 })).json()) as { light: string }).light)
  expect(lights).toEqual(['green', 'yellow', 'red', 'paused', 'green'])
})

test('CP8 a batch is taken one by one; other roles are refused', async () => {
  const one = {
    receipt: 'R-100',
    last4: '1111',
    matterName: '事项',
    departmentName: '局',
    status: 'accepted',
    acceptedOn: '2026-03-02',
    steps: [{ name: '受理' }],
  }
  const cases = [
    { ...one, reportedAt: 5 },
    { ...one, reportedAt: 4 },
    { ...one, receipt: 'R-101', reportedAt: 5, advice: '请打 13812345678' },
    7,
  ]
  const { status, body } = await other.post<{ refused: unknown[] }>('/cases', { cases })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    taken: 1,
    unchanged: 1,
    refused: [
      { nth: 3, receipt: 'R-101' },
      { nth: 4, receipt: null },
    ],
  })
  expect(JSON.stringify(body)).not.toContain('13812345678')
  expect((await (await signIn(gateway.url, 'clerk')).post('/cases', { cases })).status).toBe(403)
  expect((await ask({ receipt: 'r-100', last4: '1111' })).status).toBe(200)
})

test('CP4 CP5 a wrong half is answered the same either way, until there were too many', async () => {
  const wrong = await Promise.all([ask({ receipt: 'R-100', last4: '2222' }), ask({ receipt: 'R-999', last4: '1111' })])
  const [first, second] = await Promise.all(wrong.map((response) => response.text()))
  expect([wrong[0]?.status, second]).toEqual([404, first])
  for (let nth = 0; nth < 8; nth += 1) await ask({ receipt: 'R-100', last4: '3333' })
  expect((await ask({ receipt: 'R-100', last4: '1111' })).status).toBe(429)
})
