import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { GrievanceView, RatingsView } from '../../gateway/contract/grievances.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { runGateway, type RunningGateway } from '../support/run-gateway.ts'

const WORDS = '跑了两趟，说法不一样'
const TELEPHONE = '000-5550-1234'
type Heard = { status: number; body: Record<string, unknown> }

/** A phone with a browser's one cookie. */
function openPhone(url: string) {
  let cookie = ''
  return async (path: string, body: object, key?: string): Promise<Heard> => {
    const headers = {
      cookie,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}
const errorOf = ({ body }: { body: unknown }): unknown => (body as { error?: { code?: string } }).error?.code

async function listOf(hall: RunningGateway, supervisor: ApiClient): Promise<RatingsView> {
  const page = await converse(hall.url)
  page.say({ type: 'hello', protocol: 2, token: supervisor.token, topics: ['ratings'] })
  const message = await page.until(({ type }) => type === 'view')
  page.socket.close()
  return (message as unknown as { view: RatingsView }).view
}
/** One visitor whose errand at counter 1 is done: the number’s own code and id. */
async function visited(hall: RunningGateway): Promise<{ token: string; ticketId: string }> {
  const [clerk, guide] = [await signIn(hall.url, 'clerk', '1'), await signIn(hall.url, 'guide')]
  await clerk.post('/counters/1/open')
  const queueId = (await guide.get<{ items: { id: string }[] }>('/queues')).body.items[0]?.id
  const taken = await guide.post<{ token: string; ticketId: string }>('/tickets', { queueId, printer: 'none' })
  await clerk.post('/counters/1/call', { ticketId: taken.body.ticketId })
  await clerk.post('/counters/1/serve')
  expect((await clerk.post('/counters/1/finish')).status).toBe(200)
  return taken.body
}

test('VR4 a tablet rates at its own counter, a phone its own number, nobody else at all', async () => {
  const hall = await runGateway()
  const { token, ticketId } = await visited(hall)
  const phone = openPhone(hall.url)
  const tablet = await signIn(hall.url, 'rating', '1')
  expect(errorOf(await phone('/ratings/1', { stars: 5 }))).toBe('not-signed-in')
  for (const [role, id] of [
    ['rating', '2'],
    ['clerk', '1'],
    ['supervisor', null],
  ] as const)
    expect(errorOf(await (await signIn(hall.url, role, id)).post('/ratings/1', { stars: 5 })), role).toBe('not-allowed')
  expect((await tablet.post('/ratings/1', { stars: 6 })).status).toBe(400)
  expect((await tablet.post('/ratings/1', { ticketId, stars: 2 })).body).toEqual({ stars: 2 })
  expect(errorOf(await phone(`/track/${token}/rating`, { stars: 5 }))).toBe('rated-already')
  expect(errorOf(await phone('/track/none/rating', { stars: 5 }))).toBe('unknown-ticket')
  // The reasons, twice by the same press: one code.
  const why = { ticketId, reasons: ['unkind'], words: WORDS, telephone: TELEPHONE }
  const first = await tablet.post<{ code: string }>('/ratings/1/why', why, 'press-1')
  expect([first.status, first.body.code]).toEqual([200, expect.stringMatching(/^\d{8}$/)])
  expect((await tablet.post('/ratings/1/why', why, 'press-1')).body).toEqual(first.body)
  expect(errorOf(await tablet.post('/ratings/1/why', why, 'press-2'))).toBe('rated-already')
  const found = await phone('/grievances/find', { code: first.body.code })
  expect(found.body).toMatchObject({ kind: 'low-rating', words: WORDS, stage: 'new', hasContact: true })
  // What a tablet listens to is its own counter alone.
  const page = await converse(hall.url)
  page.say({
    type: 'hello',
    protocol: 2,
    token: tablet.token,
    topics: ['rating:1', 'rating:2', 'ratings', 'counter:1'],
  })
  const refused = (await page.until(({ type }) => type === 'refused')) as unknown as { error: { details: unknown } }
  expect(refused.error.details).toEqual({ topics: ['rating:2', 'ratings', 'counter:1'] })
  page.socket.close()
  await hall.discard()
}, 60_000)

test('VG2 VG3 VG4 VG7 one complaint from the phone to its answer, and nothing of the person in the log', async () => {
  const hall = await runGateway()
  const phone = openPhone(hall.url)
  const supervisor = await signIn(hall.url, 'supervisor')
  expect(errorOf(await phone('/grievances', { kind: 'complaint' }))).toBe('grievance-empty')
  const wish = { kind: 'not-done', words: WORDS, telephone: TELEPHONE, reasons: ['told-differently'], counterId: '1' }
  const filed = await phone('/grievances', wish, 'one press')
  expect(filed.status).toBe(201)
  expect((await phone('/grievances', wish, 'one press')).body).toEqual(filed.body)
  const { code } = filed.body as { code: string }
  const { grievances } = await listOf(hall, supervisor)
  expect(grievances).toHaveLength(1)
  expect(JSON.stringify(grievances)).not.toContain(WORDS)
  const at = `/grievances/${grievances[0]?.grievanceId}`
  for (const role of ['guide', 'clerk', 'terminal'] as const)
    expect((await (await signIn(hall.url, role, '1')).get(at)).status, role).toBe(403)
  expect((await supervisor.get(at)).body).toMatchObject({ words: WORDS, isForgotten: false })
  expect((await supervisor.post(`${at}/telephone`)).body).toEqual({ telephone: TELEPHONE })
  const { departments } = await listOf(hall, supervisor)
  expect((await supervisor.post(`${at}/assign`, { departmentId: departments[0]?.id })).status).toBe(200)
  expect((await supervisor.post(`${at}/contact`, { how: 'phone', words: '周三再来一次就行' })).status).toBe(200)
  expect((await phone('/grievances/urge', { code })).body).toMatchObject({ mayUrge: false, stage: 'contacted' })
  expect((await phone('/grievances/add', { code, words: '还要带章程吗' })).status).toBe(200)
  expect((await supervisor.get(at)).body).toMatchObject({ additions: [{ words: '还要带章程吗' }] })
  expect((await supervisor.post(`${at}/answer`, { outcome: 'mended', words: '清单已改，一次说清。' })).status).toBe(200)
  const seen = (await phone('/grievances/find', { code })).body as unknown as GrievanceView
  expect(seen).toMatchObject({
    stage: 'closed',
    words: null,
    answer: { words: '清单已改，一次说清。', outcome: 'mended' },
  })
  expect((await supervisor.get(at)).body).toMatchObject({ words: null, isForgotten: true })
  expect(errorOf(await supervisor.post(`${at}/telephone`))).toBe('grievance-ended')
  // The log says what happened, and nothing of the person.
  const log = await supervisor.get<{ items: { type: string; actor: string }[] }>('/events?limit=5000')
  const told = JSON.stringify(log.body)
  for (const secret of [WORDS, TELEPHONE, code, '清单已改', '还要带章程', '周三再来'])
    expect(told).not.toContain(secret)
  expect(log.body.items.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['grievance-filed', 'contact-read', 'grievance-assigned', 'grievance-closed']),
  )
  await hall.stop()
  const disk = readdirSync(hall.dataDir, { withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => readFileSync(join(hall.dataDir, name), 'latin1'))
    .join('\n')
  for (const secret of [TELEPHONE, code]) expect(disk).not.toContain(secret)
  for (const text of [WORDS, '周三再来']) expect(disk).not.toContain(Buffer.from(text).toString('latin1'))
  await hall.discard()
}, 60_000)

test('VG5 VG6 VG8 guesses and filings without end are turned away, and a case survives a restart', async () => {
  const hall = await runGateway()
  const phone = openPhone(hall.url)
  const filed = await phone('/grievances', { kind: 'complaint', words: WORDS }, 'a')
  const { code } = filed.body as { code: string }
  await hall.restart()
  const again = openPhone(hall.url)
  expect((await again('/grievances/find', { code: `${code.slice(0, 4)} ${code.slice(4)}` })).body).toMatchObject({
    words: WORDS,
  })
  const withdrawn = await again('/grievances/withdraw', { code })
  expect(withdrawn.body).toMatchObject({ stage: 'withdrawn', words: null })
  expect(errorOf(await again('/grievances/add', { code, words: '又想起来' }))).toBe('grievance-ended')
  const files = await Promise.all(
    Array.from({ length: 7 }, (_, nth) => again('/grievances', { kind: 'complaint', words: WORDS }, `many ${nth}`)),
  )
  expect(files.filter((one) => errorOf(one) === 'grievances-enough')).toHaveLength(2)
  const guesses: unknown[] = []
  for (let nth = 0; nth < 12; nth += 1)
    guesses.push(errorOf(await again('/grievances/find', { code: `1000000${nth % 10}` })))
  expect(guesses.slice(0, 10)).toEqual(Array(10).fill('unknown-grievance'))
  expect(guesses.slice(10)).toEqual(['too-many-guesses', 'too-many-guesses'])
  // Whoever stands at a terminal next is not shut out by that.
  const terminal = await signIn(hall.url, 'terminal', 'K1')
  expect((await terminal.post('/grievances', { kind: 'not-done', reasons: ['other'] })).status).toBe(201)
  await hall.discard()
}, 60_000)
