import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import { epochOf, hourAt } from '../../gateway/contract/hall-time.ts'
import type { Matter } from '../../gateway/contract/matter.ts'
import { wordsOf } from '../../gateway/contract/refusals.ts'
import { cancelAppointment } from '../../gateway/domain/appointments/decide.ts'
import { keepHours } from '../../gateway/domain/appointments/keep-hours.ts'
import { decide } from '../../gateway/domain/decide.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { readAt } from '../support/read-view.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { given } from '../support/given.ts'

const TODAY = '2026-03-18'
const ten30 = { day: TODAY, minute: 630, weekday: 3 }
const hash = (letter: string): string => letter.repeat(64)
const book = { type: 'book-appointment', queueId: 'A', day: TODAY, clock: '10:30' } as const
type Story = ReturnType<typeof given>
const codes = (story: Story): string[] => [...story.state.appointments.byCode.keys()]
const redeem = (story: Story, nth = 0): Story =>
  story.when({ type: 'take-ticket', appointmentCode: codes(story)[nth] ?? '' })

test('B1 a full slot is refused, and a cancelled appointment frees its place', () => {
  const story = given(bookingHallModel())
    .when(book)
    .when(book)
    .accepted('appointment-booked')
    .when(book)
    .refused('slot-full')
  story.when({ type: 'cancel-appointment', code: codes(story)[0] ?? '' }).accepted('appointment-cancelled')
  story.when(book).accepted('appointment-booked')
})

test('B2 a code is redeemed once, and never after it was cancelled', () => {
  const story = given(bookingHallModel()).when(book).when(book).later(5)
  redeem(story).accepted('ticket-taken', 'appointment-met')
  redeem(story).refused('code-used')
  story.when({ type: 'cancel-appointment', code: codes(story)[1] ?? '' })
  redeem(story, 1).refused('code-used')
  story.when({ type: 'take-ticket', appointmentCode: '00000000' }).refused('unknown-code')
})

test('B3 until the hour it waits as everybody does, from the hour on it goes first, a priority still before it', () => {
  const story = given(bookingHallModel())
    .when({ type: 'open-counter', counterId: '3' })
    .when(book)
    .when({ type: 'take-ticket', queueId: 'A' })
  redeem(story)
  story.when({ type: 'take-ticket', queueId: 'A' })
  expect(story.state.line.lines.get('A')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'A001',
    'A002',
    'A003',
  ])
  story.later(31).when({ type: 'take-ticket', queueId: 'A', priority: '带婴儿' })
  expect(story.state.line.lines.get('A')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'A004',
    'A002',
    'A001',
    'A003',
  ])
  story.when({ type: 'call-next', counterId: '3' })
  expect(story.ticket('A004').status).toBe('called')
})

test('B3 who comes inside the window but after the hour goes first at once; the earlier hour before the later', () => {
  const story = given(bookingHallModel())
    .when(book)
    .when({ ...book, clock: '11:00' })
    .when({ type: 'take-ticket', queueId: 'A' })
    .later(40)
  redeem(story).accepted('ticket-taken', 'appointment-met')
  expect(story.state.line.lines.get('A')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'A002',
    'A001',
  ])
  redeem(story, 1)
  story.later(25).when({ type: 'take-ticket', queueId: 'A' })
  expect(story.state.line.lines.get('A')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'A002',
    'A003',
    'A001',
    'A004',
  ])
})

test('B4 before the window one is told when to come, or waits, as the hall says', () => {
  const noon = { ...book, clock: '14:00' }
  const strict = given(bookingHallModel()).when(noon)
  redeem(strict).refused('appointment-early')
  const mild = given(bookingHallModel({ arrival: { tooEarly: 'wait' } })).when(noon)
  redeem(mild).accepted('ticket-taken', 'appointment-met')
  expect(mild.ticket('A001').appointment?.due).toBe(false)
  const other = given(bookingHallModel()).when({ ...book, day: '2026-03-19' })
  redeem(other).refused('appointment-other-day')
})

test('B4 B5 after the window it is an ordinary number or none, as the hall says; who came late has come', () => {
  const mild = given(bookingHallModel({ noShow: { most: 1, withinDays: 30, blockDays: 10 } }))
    .when({ ...book, person: [hash('a')] })
    .later(50)
  mild.when({ type: 'open-counter', counterId: '3' })
  expect(mild.state.appointments.noShows.get(hash('a'))).toEqual([TODAY])
  redeem(mild).accepted('ticket-taken', 'appointment-met')
  expect(mild.ticket('A001').appointment).toBeNull()
  expect(mild.state.appointments.noShows.size).toBe(0)
  const strict = given(bookingHallModel({ arrival: { tooLate: 'refuse' } }))
    .when(book)
    .later(50)
  redeem(strict).refused('appointment-late')
})

test('B5 too many no-shows block for the stated days, also under an older key, and no longer', () => {
  const hallModel = bookingHallModel({ noShow: { most: 2, withinDays: 30, blockDays: 10 } })
  const person = [hash('a')]
  const story = given(hallModel)
    .when({ ...book, person })
    .later(60)
  story.onDay('2026-03-19').later(24 * 60 - 60)
  story
    .when({ ...book, day: '2026-03-19', person })
    .accepted('appointment-booked')
    .later(60)
  story.onDay('2026-03-20').later(24 * 60 - 60)
  story.when({ ...book, day: '2026-03-20', person: [hash('b'), hash('a')] }).refused('booking-blocked')
  expect(story.events.filter(({ type }) => type === 'appointment-missed')).toHaveLength(2)
  story.onDay('2026-03-30').later(10 * 24 * 60)
  story.when({ ...book, day: '2026-03-30', person }).accepted('appointment-booked')
})

test('B6 one appointment per person and day; a cancelled one does not count', () => {
  const mine = { ...book, person: [hash('a')] }
  const story = given(bookingHallModel())
    .when(mine)
    .when({ ...mine, clock: '14:00', queueId: 'B' })
    .refused('booked-that-day')
  story.when({ ...mine, day: '2026-03-19' }).accepted('appointment-booked')
  story.when({ type: 'cancel-appointment', code: codes(story)[0] ?? '' })
  story.when({ ...mine, clock: '14:00' }).accepted('appointment-booked')
})

test('B7 a visitor cancels until the hall’s limit; the desk and other systems at any time', () => {
  const hallModel = bookingHallModel({ cancelBeforeMinutes: 120 })
  const story = given(hallModel).when({ ...book, clock: '14:00' })
  const command = { type: 'cancel-appointment', code: codes(story)[0] ?? '' } as const
  const at = (clock: string, actor: string) => {
    const now = epochOf(TODAY, clock, hallModel.hall.timeZone)
    const decision = cancelAppointment(hallModel, story.state, command, actor, {
      now,
      day: TODAY,
      minute: 0,
      weekday: 3,
      newId: () => 'x',
    })
    return decision.ok ? 'cancelled' : decision.code
  }
  expect([at('12:00', 'visitor'), at('12:01', 'visitor'), at('13:59', 'guide-1'), at('13:59', 'city')]).toEqual([
    ...['cancelled', 'cancel-too-late', 'cancelled', 'cancelled'],
  ])
})

test('B8 appointments outlive the day and are forgotten twenty days after their own, with what they took', () => {
  const story = given(bookingHallModel())
    .when({ ...book, day: '2026-03-19', reference: 'R1' })
    .when(book)
  story
    .onDay('2026-03-19')
    .later(24 * 60)
    .when({ type: 'take-ticket', queueId: 'A' })
  expect([...story.state.appointments.byId.values()].map(({ day }) => day)).toEqual(['2026-03-19', '2026-03-18'])
  story
    .onDay('2026-04-08')
    .later(20 * 24 * 60)
    .when({ type: 'take-ticket', queueId: 'A' })
  expect([...story.state.appointments.byId.values()].map(({ day }) => day)).toEqual(['2026-03-19'])
  story
    .onDay('2026-04-09')
    .later(24 * 60)
    .when({ type: 'take-ticket', queueId: 'A' })
  const { byId, byCode, byReference, taken } = story.state.appointments
  expect([byId.size, byCode.size, byReference.size, taken.size]).toEqual([0, 0, 0, 0])
})

test('B9 the same reference changes nothing, and a code that somebody holds is refused', () => {
  const imported = { ...book, reference: 'CITY-1', code: 'ab-12 34' }
  const story = given(bookingHallModel()).when(imported).when(imported).accepted()
  expect(codes(story)).toEqual(['AB-1234'])
  story.when({ ...imported, reference: 'CITY-2' }).refused('code-taken')
})

test('B10 what is not offered, over, too far or on a closed day is refused', () => {
  const story = given(bookingHallModel({}, [], false))
  story.when({ ...book, clock: '09:15' }).refused('slot-not-offered')
  story.when({ ...book, day: '2026-03-30' }).refused('slot-not-offered')
  story.when({ ...book, day: '2026-03-21' }).refused('slot-not-offered')
  story.when({ ...book, queueId: 'Z' }).refused('unknown-queue')
  story.when({ ...book, matterId: 'far' }).refused('not-at-counter')
  const paused = bookingHallModel({}, [], false)
  const [[id, licence] = []] = [...paused.matters].filter(([, { queueId }]) => queueId !== null)
  if (id === undefined || !licence) throw new Error('the tiny hall has no matter with a counter')
  given(buildHallModel(paused.hall, [{ ...licence, state: '暂停' }], false))
    .when({ ...book, matterId: id })
    .refused('matter-not-offered')
  story.later(31).when(book).refused('slot-over')
  given().when(book).refused('booking-off')
})

test('B14 one live number per person and queue, until the visit or the day ends', () => {
  const mine = { type: 'take-ticket', queueId: 'A', identity: hash('c') } as const
  const story = given(bookingHallModel()).when(mine).when(mine).refused('duplicate')
  story.when({ ...mine, queueId: 'B' }).accepted('ticket-taken')
  story
    .when({ type: 'cancel-ticket', ticketId: story.ticket('A001').id })
    .when(mine)
    .accepted('ticket-taken')
  story.onDay('2026-03-19').when(mine).accepted('ticket-taken')
  expect(story.state.line.identities.size).toBe(1)
})

test('B18 on a day that turned out to be closed nobody counts as not having come', () => {
  const open = bookingHallModel({ noShow: { most: 1, withinDays: 30, blockDays: 10 } }, [], false)
  const closed = buildHallModel(open.hall, [...open.matters.values()], false, {
    years: ['2026'],
    off: [TODAY],
    work: [],
  })
  for (const [hallModel, missed] of [
    [open, 1],
    [closed, 0],
  ] as const) {
    const story = given(open).when({ ...book, person: [hash('a')] })
    const at = epochOf(TODAY, '12:00', open.hall.timeZone)
    expect(keepHours(hallModel, story.state, at).filter(({ type }) => type === 'appointment-missed')).toHaveLength(
      missed,
    )
  }
  const story = given(open).when(book)
  const moment = { now: epochOf(TODAY, '10:30', open.hall.timeZone), ...ten30, newId: () => 'x' }
  const order = command.parse({ type: 'take-ticket', appointmentCode: codes(story)[0] })
  const decision = decide(closed, story.state, order, 'K1', moment)
  expect(decision.ok ? '' : wordsOf(decision.code, 'zh-Hans', decision.details)).toBe('现在不取号。请明天 09:00 再来。')
})

test('B18 who was told to come is served in the queue that was booked, also when the matter has gone since', () => {
  const before = bookingHallModel()
  const [matter] = [...before.matters.values()].filter(({ queueId }) => queueId === 'B')
  const story = given(before).when({ ...book, queueId: null, matterId: matter?.id ?? '' })
  const without = [[], [{ ...matter, state: '暂停' }], [{ ...matter, queueId: null }]] as Matter[][]
  for (const matters of without) {
    const moment = { now: epochOf(TODAY, '10:30', before.hall.timeZone), ...ten30, newId: () => 'x' }
    const order = command.parse({ type: 'take-ticket', appointmentCode: codes(story)[0] })
    const decision = decide(buildHallModel(before.hall, matters, true), story.state, order, 'K1', moment)
    expect(decision.ok && decision.events[0]).toMatchObject({ type: 'ticket-taken', queueId: 'B', matterId: null })
  }
})

test('B19 refusals of a code say from when, which day, or what became of it; who is late is told so', () => {
  const said = (over: Parameters<typeof bookingHallModel>[0], wish: object, clock: string, day = TODAY): string => {
    const hallModel = bookingHallModel(over, [], false)
    const story = given(hallModel)
      .onDay(TODAY, 540)
      .when({ ...book, ...wish })
    const now = epochOf(day, clock, hallModel.hall.timeZone)
    const moment = { now, ...hourAt(now, hallModel.hall.timeZone), newId: () => 'x' }
    const order = command.parse({ type: 'take-ticket', appointmentCode: codes(story)[0] })
    const decision = decide(hallModel, story.state, order, 'K1', moment)
    return decision.ok ? 'ok' : wordsOf(decision.code, 'zh-Hans', decision.details)
  }
  expect(said({}, { clock: '14:00' }, '13:00')).toBe('来早了。请 13:30 以后再来签到。')
  expect(said({}, { day: '2026-03-19' }, '10:30')).toBe('这个预约是明天 10:30 的，请那天再来。')
  expect(said({}, { day: '2026-03-23' }, '10:30')).toBe('这个预约是 3 月 23 日星期一 10:30 的，请那天再来。')
  const refuse = { arrival: { tooLate: 'refuse' as const } }
  expect(said(refuse, { clock: '14:00' }, '14:16')).toBe('14:00 的预约过了，请重新取号，或问引导员。')
  expect(said(refuse, { clock: '14:00' }, '17:30')).toBe('14:00 的预约过了，请明天 09:00 再来取号，或问引导员。')
  const hallModel = bookingHallModel()
  const late = given(hallModel).when(book).later(50)
  redeem(late).accepted('ticket-taken', 'appointment-met')
  const [one] = late.state.appointments.byId.values()
  const [ticket] = late.state.line.tickets.values()
  const track = trackView(readAt(hallModel, late.state, 0), ticket?.token ?? '')
  expect([track?.appointmentAt, track?.lateFor]).toEqual([null, one?.at])
})

test('B19 a blocked person is told from which day on, and that day it is so', () => {
  const hallModel = bookingHallModel({ noShow: { most: 1, withinDays: 30, blockDays: 10 } })
  const person = [hash('a')]
  const story = given(hallModel)
    .when({ ...book, person })
    .later(60)
  story.when({ ...book, clock: '14:00', queueId: 'B' })
  const decision = (day: string) => {
    const now = epochOf(day, '09:00', hallModel.hall.timeZone)
    const moment = { now, ...hourAt(now, hallModel.hall.timeZone), newId: () => 'x' }
    return decide(hallModel, story.state, command.parse({ ...book, day, person }), 'visitor', moment)
  }
  const no = decision('2026-03-28')
  expect(no.ok ? '' : wordsOf(no.code, 'zh-Hans', no.details)).toBe(
    '约了几次都没来，明天起才能再约。可以直接来大厅取号。',
  )
  expect(decision('2026-03-29').ok).toBe(true)
})
