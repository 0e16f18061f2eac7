import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'
import { openIdentityKeys, openPersonKeys } from '../../gateway/store/person-keys.ts'
import { signIn } from '../support/api-client.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const MOBILE = '19900000001'
let hall: RunningGateway
beforeAll(async () => {
  hall = await runGateway()
})
afterAll(() => hall?.discard())

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  url = hall.url,
): Promise<{ status: number; body: T }> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(
    `${url}/api/v1${path}`,
    body === undefined ? { method } : { method, headers, body: JSON.stringify(body) },
  )
  return { status: answer.status, body: (await answer.json()) as T }
}
/** Tomorrow or later: no test depends on the hour of the day. */
async function free(): Promise<{ day: string; clock: string; queueId: string }> {
  const { body } = await call<BookingView>('GET', '/booking')
  return { day: body.days[2]?.day ?? '', clock: '10:00', queueId: 'A' }
}

test('B6 B7 B11 B13 a visitor books, finds and cancels by code, and the number is nowhere in the data folder', async () => {
  const wish = { ...(await free()), mobile: '199 0000 0001', agreed: true }
  const booked = await call<AppointmentView>('POST', '/booking', wish)
  expect(booked.status).toBe(201)
  expect(booked.body).toMatchObject({ state: 'booked', clock: '10:00', queueName: '不动产登记' })
  expect(booked.body.code).toMatch(/^\d{8}$/)
  expect((await call('POST', '/booking', { ...wish, clock: '11:00' })).body).toMatchObject({
    error: { code: 'booked-that-day' },
  })
  expect((await call('POST', '/booking', { ...wish, agreed: false })).status).toBe(400)
  const { code } = booked.body
  expect(
    (await call<AppointmentView>('POST', '/booking/find', { code: `${code.slice(0, 4)} ${code.slice(4)}` })).body.state,
  ).toBe('booked')
  const supervisor = await signIn(hall.url, 'supervisor')
  const log = JSON.stringify((await supervisor.get('/events?after=0&limit=5000')).body)
  expect(log).toContain('appointment-booked')
  expect(log).not.toContain(code)
  expect(log).not.toContain('"person"')
  expect(log).not.toContain('"tail"')
  for (const file of readdirSync(hall.dataDir, { recursive: true, encoding: 'utf8' }).filter((one) =>
    statSync(join(hall.dataDir, one)).isFile(),
  ))
    expect(readFileSync(join(hall.dataDir, file)).includes(MOBILE)).toBe(false)
  expect(statSync(join(hall.dataDir, 'booking.keys')).mode & 0o777).toBe(0o600)
  expect((await call<AppointmentView>('POST', '/booking/cancel', { code })).body.state).toBe('cancelled')
  expect((await call('POST', '/booking/cancel', { code })).body).toMatchObject({ error: { code: 'code-used' } })
})

test('B9 B13 another system brings appointments, one by one or many; every refused row says why', async () => {
  const integration = await signIn(hall.url, 'integration')
  const row = { ...(await free()), queueId: 'B', reference: 'C-1' }
  expect((await integration.post('/appointments', row)).status).toBe(201)
  const { body } = await integration.post<{ total: number; refused: { nth: number; code: string }[] }>(
    '/appointments',
    {
      appointments: [
        row,
        { ...row, reference: 'C-2', code: 'CITY-0002' },
        { ...row, reference: 'C-3', clock: '03:00' },
        { ...row, reference: 'C-4', person: ['a'.repeat(64)] },
      ],
    },
  )
  expect(body.total).toBe(2)
  expect(body.refused.map(({ nth, code }) => [nth, code])).toEqual([
    [3, 'slot-not-offered'],
    [4, 'not-understood'],
  ])
  expect((await integration.get<{ total: number }>(`/appointments?day=${row.day}`)).body.total).toBeGreaterThanOrEqual(
    2,
  )
  expect((await integration.post('/tickets', { queueId: 'A' })).status).toBe(403)
  const terminal = await signIn(hall.url, 'terminal', 'K1')
  expect((await terminal.post('/appointments', row)).status).toBe(403)
  expect((await terminal.post('/tickets', { queueId: 'A', identity: 'a'.repeat(64) })).status).toBe(403)
  expect((await terminal.post('/tickets', { appointmentCode: 'CITY-0002' })).body).toMatchObject({
    error: { code: 'appointment-other-day' },
  })
})

test('B29 the desk finds a booking by the last four of its mobile, which stand in no event', async () => {
  const place = await free()
  const mobile = MOBILE.replace(/\d{4}$/, '4711')
  const booked = await call<AppointmentView>('POST', '/booking', { ...place, queueId: 'B', mobile, agreed: true })
  expect(booked.status).toBe(201)
  const guide = await signIn(hall.url, 'guide')
  const find = (last4: string) =>
    guide.post<{ items: AppointmentView[] }>('/appointments/find', { last4, day: place.day })
  expect((await find('4711')).body.items.map(({ code }) => code)).toEqual([booked.body.code])
  expect((await find('4712')).body.items).toEqual([])
  const supervisor = await signIn(hall.url, 'supervisor')
  expect(JSON.stringify((await supervisor.get('/events?limit=5000')).body)).not.toContain('4711')
})

test('B2 codes cannot be guessed quickly', async () => {
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, nth) => call('POST', '/booking/find', { code: String(10_000_000 + nth) })),
  )
  expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(5)
})

test('B12 a hall that does not book by phone says so with 404, page and interface', async () => {
  const closed = await runGateway({ TINGSHI_HALL: spoiledHall({ 'hall.yaml': [['online: true', 'online: false']] }) })
  try {
    const page = await fetch(`${closed.url}/book`)
    expect([page.status, await page.text()]).toEqual([404, '这个大厅现在不能预约。请直接来取号。'])
    expect((await call('GET', '/booking', undefined, closed.url)).status).toBe(404)
    expect((await call('POST', '/booking', {}, closed.url)).status).toBe(404)
  } finally {
    await closed.discard()
  }
})

test('B11 B14 a person is recognised as long as keys live, and not a day longer', () => {
  const keys = openPersonKeys(hall.dataDir, 'trial', 30, 60)
  const [first] = keys.hashesOf(MOBILE, '2026-03-01')
  expect(keys.hashesOf(MOBILE, '2026-04-05')).toContain(first)
  expect(keys.hashesOf(MOBILE, '2026-04-05')[0]).not.toBe(first)
  expect(openPersonKeys(hall.dataDir, 'trial', 30, 60).hashesOf(MOBILE, '2026-05-29')).toContain(first)
  expect(keys.hashesOf(MOBILE, '2026-06-01')).not.toContain(first)
  const identity = openIdentityKeys(hall.dataDir)
  const today = identity.keyOf('2026-03-18')
  expect(identity.keyOf('2026-03-18')).toEqual(today)
  expect(identity.keyOf('2026-03-19')).not.toEqual(today)
  // Whoever was given a copy wipes it; the next one is whole again.
  identity.keyOf('2026-03-19').fill(0)
  expect(identity.keyOf('2026-03-19')).not.toEqual(new Uint8Array(32))
})
