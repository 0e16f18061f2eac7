import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RosterView } from '../../gateway/contract/roster.ts'
import { signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway.discard())

const send = async (role: string, body: string): Promise<Response> => {
  const { token } = await signIn(gateway.url, role as 'supervisor')
  return fetch(`${gateway.url}/api/v1/roster/look`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body,
  })
}
const week = '/roster?from=2026-03-16&until=2026-03-22'

test('DR7 looking at a sheet changes nothing; what is set is read back with the departments and days', async () => {
  const supervisor = await signIn(gateway.url, 'supervisor')
  const looked = await send('supervisor', '日期,值班领导\n2026-03-18,示例领导\n后天,谁\n')
  expect(looked.status).toBe(200)
  const { duties, refused } = (await looked.json()) as { duties: object[]; refused: object[] }
  expect(refused).toMatchObject([{ row: 3 }])
  expect((await supervisor.get<RosterView>(week)).body.duties).toEqual([])
  const done = await supervisor.post('/roster', { from: '2026-03-18', until: '2026-03-18', duties })
  expect(done.status).toBe(200)
  const { body } = await supervisor.get<RosterView>(week)
  expect(body.duties).toMatchObject([{ day: '2026-03-18', post: 'leader', name: '示例领导' }])
  expect(body.departments.length).toBeGreaterThan(10)
  expect(body.days.map(({ isOpen }) => isOpen)).toEqual([true, true, true, true, true, false, false])
})

test('DR7 a file that is none is refused in words; clerks, guides and the public see and set nothing', async () => {
  const refused = await send('supervisor', '')
  expect(refused.status).toBe(422)
  expect(((await refused.json()) as { error: { message: string } }).error.message).toContain('空的')
  expect((await send('clerk', '日期,值班领导\n2026-03-18,谁\n')).status).toBe(403)
  const guide = await signIn(gateway.url, 'guide')
  expect((await guide.get(week)).status).toBe(403)
  expect((await fetch(`${gateway.url}/api/v1${week}`)).status).toBe(401)
  const supervisor = await signIn(gateway.url, 'supervisor')
  expect((await supervisor.get('/roster?from=2026-03-16')).status).toBe(400)
})
