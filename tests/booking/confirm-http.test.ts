import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'
import { epochOf, hourAt } from '../../gateway/contract/hall-time.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import { openOffice } from '../../gateway/office/office.ts'
import { strangerGuards } from '../../gateway/server/stranger-guards.ts'
import { visitorBooking } from '../../gateway/server/visitor-booking.ts'
import type { EventLog } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'

const TODAY = '2026-03-18'
const wish = { queueId: 'B', day: TODAY, clock: '14:00', agreed: true }
const hallModel = bookingHallModel({ confirm: { withinMinutes: 15 }, places: { A: 20, B: 1 } }, [], false)
let close = (): void => {}
afterEach(() => close())

/** The doors of booking over a real office; the wall clock by hand, as `clock`. */
async function openDoor(log: EventLog = memoryLog()) {
  let clock = '10:00'
  let ids = 0
  const moment = (): Moment => {
    const now = epochOf(TODAY, clock, hallModel.hall.timeZone)
    return { now, ...hourAt(now, hallModel.hall.timeZone), newId: () => `id${clock}${++ids}` }
  }
  const office = await openOffice({ hallModel, log, moment, answer: answerBody })
  const persons = { hashesOf: (mobile: string) => [mobile.slice(-1).repeat(64)], keyOf: () => new Uint8Array(32) }
  const guards = strangerGuards({ trustedProxies: [] })
  const app = express().use(
    express.json(),
    visitorBooking({ ...guards, office, giveOrder: orderDoor(office), moment, persons }),
  )
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  close = () => void server.close()
  const { port } = server.address() as AddressInfo
  let cookie = ''
  return {
    at(next: string) {
      clock = next
      return office.handle({ type: 'close-day' }, 'hall', null)
    },
    /** Throws away what tells this phone from others, or takes a new one. */
    async newPhone(isKnown: boolean) {
      const { headers } = await fetch(`http://127.0.0.1:${port}/booking`)
      cookie = isKnown ? ((headers.get('set-cookie') ?? '').split(';')[0] ?? '') : ''
    },
    async left(): Promise<number | undefined> {
      const { days } = (await (await fetch(`http://127.0.0.1:${port}/booking`)).json()) as BookingView
      return days[0]?.slots.find((one) => one.clock === '14:00')?.left.B
    },
    async post<T = AppointmentView>(path: string, body: object): Promise<{ status: number; body: T }> {
      const headers = { 'content-type': 'application/json', cookie }
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: (await answer.json()) as T }
    },
  }
}

test('B21 B24 an invented number holds a place for a quarter of an hour; then it is offered again, and its code says why', async () => {
  const door = await openDoor()
  const booked = await door.post('/booking', { ...wish, mobile: '19900000001' })
  expect(booked.body.confirmBy).toBe(epochOf(TODAY, '10:15', hallModel.hall.timeZone))
  expect(await door.left()).toBe(0)
  await door.at('10:15')
  expect(await door.left()).toBe(0)
  await door.at('10:16')
  expect(await door.left()).toBe(1)
  const { code } = booked.body
  expect((await door.post('/booking/find', { code })).body).toMatchObject({ state: 'released', confirmBy: null })
  const message = '今天 14:00 的预约没有按时确认，位置已经放开了。请重新预约，或直接来大厅取号。'
  for (const path of ['/booking/confirm', '/booking/cancel'])
    expect(await door.post(path, { code })).toMatchObject({ status: 409, body: { error: { message } } })
  expect((await door.post('/booking', { ...wish, mobile: '19900000001' })).status).toBe(201)
})

test('B22 a visitor confirms by code, and the place stays, over a restart too', async () => {
  const log = memoryLog()
  const before = await openDoor(log)
  const { code } = (await before.post('/booking', { ...wish, mobile: '19900000001' })).body
  expect((await before.post('/booking/confirm', { code: '00000000' })).status).toBe(404)
  expect(await before.post('/booking/confirm', { code: `${code.slice(0, 4)} ${code.slice(4)}` })).toMatchObject({
    status: 200,
    body: { state: 'booked', confirmBy: null },
  })
  close()
  const after = await openDoor(log)
  await after.at('11:00')
  expect((await after.post('/booking/find', { code })).body).toMatchObject({ state: 'booked', confirmBy: null })
  expect((await after.post('/booking/confirm', { code })).status).toBe(200)
  expect(await after.left()).toBe(0)
})

test('B25 of many places asked for at once one phone is given its few, and what was refused does not count', async () => {
  const log = memoryLog()
  // As a disk does: all of them have come before the first is written.
  const append: EventLog['append'] = async (...written) => {
    await new Promise((done) => setTimeout(done, 200))
    return log.append(...written)
  }
  const door = await openDoor({ ...log, append })
  await door.newPhone(true)
  const ask = (nth: number) => door.post('/booking', { ...wish, queueId: 'A', mobile: `1990000000${nth}` })
  await door.post('/booking', { ...wish, queueId: 'Z', mobile: '19900000009' })
  const answers = await Promise.all(Array.from({ length: 9 }, (_, nth) => ask(nth)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 429, 429, 429, 429, 429])
})

test('B25 who books as ever new phones confirms no more places from one phone than it may book', async () => {
  const door = await openDoor()
  const codes: string[] = []
  for (let nth = 0; nth < 6; nth += 1) {
    const { body } = await door.post('/booking', { ...wish, queueId: 'A', mobile: `1990000000${nth}` })
    codes.push(body.code)
  }
  await door.newPhone(true)
  const answers = await Promise.all(codes.map((code) => door.post('/booking/confirm', { code })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429, 429])
  const [mine] = answers.filter(({ status }) => status === 200)
  // What is firm already is no new place.
  expect((await door.post('/booking/confirm', { code: mine?.body.code })).status).toBe(200)
})
