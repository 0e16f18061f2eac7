import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import { epochOf, hourAt } from '../../gateway/contract/hall-time.ts'
import { wordsOf } from '../../gateway/contract/refusals.ts'
import { placesLeft } from '../../gateway/domain/appointments/bookable.ts'
import { keepHours } from '../../gateway/domain/appointments/keep-hours.ts'
import type { Appointment } from '../../gateway/domain/appointments/state.ts'
import { decide } from '../../gateway/domain/decide.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { type LooseCommand, given } from '../support/given.ts'

const TODAY = '2026-03-18'
const TOMORROW = '2026-03-19'
const hash = (letter: string): string => letter.repeat(64)
const confirm = { withinMinutes: 15 }
/** One place of B at 14:00; the story begins at 10:00. */
const book = {
  type: 'book-appointment' as const,
  queueId: 'B',
  day: TODAY,
  clock: '14:00',
  person: [hash('a')],
} satisfies LooseCommand
const next = { type: 'test-printer', printerId: 'none' } as const
type Story = ReturnType<typeof given>
const asked = (over: Parameters<typeof bookingHallModel>[0] = {}): HallModel =>
  bookingHallModel({ confirm, ...over }, [], false)
function newest(story: Story): Appointment {
  const one = [...story.state.appointments.byId.values()].at(-1)
  if (!one) throw new Error('nothing is booked')
  return one
}
const told = (story: Story, hallModel: HallModel, type: string, clock: string, day = TODAY): string => {
  const now = epochOf(day, clock, hallModel.hall.timeZone)
  const { code } = newest(story)
  const order = command.parse(type === 'take-ticket' ? { type, appointmentCode: code } : { type, code })
  const moment = { now, ...hourAt(now, hallModel.hall.timeZone), newId: () => 'x' }
  const decision = decide(hallModel, story.state, order, 'visitor', moment)
  return decision.ok
    ? decision.events.map((event) => event.type).join(' ')
    : wordsOf(decision.code, 'zh-Hans', decision.details)
}

test('B21 a place that nobody confirmed is free after the told time, not a moment before, and only once', () => {
  const hallModel = asked()
  const story = given(hallModel).when(book, 'visitor').accepted('appointment-booked')
  const { confirmBy } = newest(story)
  expect(confirmBy).toBe(Date.UTC(2026, 2, 18, 2, 15) + 1)
  expect(keepHours(hallModel, story.state, confirmBy ?? 0)).toEqual([])
  expect(keepHours(hallModel, story.state, (confirmBy ?? 0) + 1)).toMatchObject([{ type: 'appointment-released' }])
  story
    .later(14)
    .when({ ...book, person: [] }, 'visitor')
    .refused('slot-full')
  story
    .later(2)
    .when({ ...book, person: [] }, 'visitor')
    .accepted('appointment-booked')
  story.later(1).when(next)
  expect(story.events.filter(({ type }) => type === 'appointment-released')).toHaveLength(1)
  expect(placesLeft(hallModel.hall, story.state.appointments, TODAY, '14:00', 'B')).toBe(0)
  story.later(60).when(next)
  expect(placesLeft(hallModel.hall, story.state.appointments, TODAY, '14:00', 'B')).toBe(1)
})

test('B21 what was given back stops nobody from booking that day and is no no-show, over the end of its hour too', () => {
  const noShow = { most: 1, withinDays: 30, blockDays: 10 }
  const story = given(asked({ noShow }))
    .when(book, 'visitor')
    .when({ ...book, clock: '11:00' }, 'visitor')
    .refused('booked-that-day')
    .later(16)
  story.when({ ...book, clock: '11:00' }, 'visitor').accepted('appointment-booked')
  story.later(300).when(next)
  expect(story.events.map(({ type }) => type)).not.toContain('appointment-missed')
  expect(story.state.appointments.noShows.size).toBe(0)
  const kept = given(asked({ noShow })).when(book, 'visitor')
  kept
    .when({ type: 'confirm-appointment', code: newest(kept).code }, 'visitor')
    .later(300)
    .when(next)
  expect(kept.state.appointments.noShows.get(hash('a'))).toEqual([TODAY])
})

test('B21 what is booked shortly before its hour is held no longer than its window', () => {
  const hallModel = asked({ confirm: { withinMinutes: 600 } })
  const story = given(hallModel).when({ ...book, queueId: 'A', clock: '10:30' }, 'visitor')
  expect(newest(story).confirmBy).toBe(epochOf(TODAY, '10:45', hallModel.hall.timeZone))
  story.later(46).when(next)
  expect(newest(story).state).toBe('released')
})

test('B21 a place booked before midnight for the next day is given back after it; what is over is forgotten', () => {
  const hallModel = asked()
  const late = { ...book, day: TOMORROW }
  const story = given(hallModel).onDay(TODAY, 1430).later(830).when(late, 'visitor')
  story.onDay(TOMORROW, 5, 4).later(15).when(next)
  expect(newest(story).state).toBe('booked')
  story.later(1).when(next)
  expect(newest(story).state).toBe('released')
  expect(placesLeft(hallModel.hall, story.state.appointments, TOMORROW, '14:00', 'B')).toBe(1)
  story
    .onDay('2026-04-10', 600, 5)
    .later(22 * 1440)
    .when(next)
  const { byId, byCode, taken } = story.state.appointments
  expect([byId.size, byCode.size, taken.size]).toEqual([0, 0, 0])
})

test('B21 after a restart the same places are held until the same minute', () => {
  const hallModel = asked()
  const story = given(hallModel)
    .when(book, 'visitor')
    .when({ ...book, queueId: 'A', person: [] }, 'visitor')
  story.when({ type: 'confirm-appointment', code: newest(story).code }, 'visitor')
  const again = emptyOffice()
  for (const event of JSON.parse(JSON.stringify(story.events)) as LoggedEvent[]) evolve(again, event)
  expect(again).toEqual(story.state)
  const [held] = again.appointments.byId.values()
  const after = keepHours(hallModel, again, epochOf(TODAY, '10:16', hallModel.hall.timeZone))
  expect(after).toEqual([{ type: 'appointment-released', appointmentId: held?.id }])
})

test('B22 confirmed it stays; a second time writes nothing; what was used or cancelled is not confirmed', () => {
  const story = given(asked()).when(book, 'visitor').later(16)
  const order = { type: 'confirm-appointment', code: newest(story).code } as const
  story.when(order, 'visitor').refused('appointment-released')
  const mine = given(asked()).when(book, 'visitor').later(15)
  const yes = { ...order, code: newest(mine).code }
  mine.when(yes, 'visitor').accepted('appointment-confirmed').when(yes, 'visitor').accepted()
  mine.later(60).when(next)
  expect(newest(mine)).toMatchObject({ state: 'booked', confirmBy: null })
  mine.when({ type: 'cancel-appointment', code: yes.code }).when(yes, 'visitor').refused('code-used')
  mine.when({ ...yes, code: '00000000' }, 'visitor').refused('unknown-code')
})

test('B22 who comes for a held place has it; who comes too early is told to confirm first, with both times', () => {
  const hallModel = asked()
  const story = given(hallModel)
    .when({ ...book, queueId: 'A', clock: '10:30' }, 'visitor')
    .later(10)
  story.when({ type: 'take-ticket', appointmentCode: newest(story).code }).accepted('ticket-taken', 'appointment-met')
  story.later(60).when(next)
  expect(newest(story).state).toBe('came')
  const early = given(hallModel).when(book, 'visitor')
  expect(told(early, hallModel, 'take-ticket', '10:10')).toBe(
    '今天 14:00 的预约还没有确认。请今天 10:15 以前在手机上确认，到时间再来。',
  )
  early.when({ type: 'confirm-appointment', code: newest(early).code }, 'visitor')
  expect(told(early, hallModel, 'take-ticket', '10:10')).toBe('来早了。请 13:30 以后再来签到。')
  const other = given(hallModel).when({ ...book, day: TOMORROW }, 'visitor')
  expect(told(other, hallModel, 'take-ticket', '10:10')).toBe(
    '明天 14:00 的预约还没有确认。请今天 10:15 以前在手机上确认，到时间再来。',
  )
})

test('B23 staff and other systems book firmly, as does everybody in a hall that does not ask; older logs open so', () => {
  for (const [hallModel, actor] of [
    [asked(), 'guide-1'],
    [asked(), 'city'],
    [bookingHallModel({}, [], false), 'visitor'],
  ] as const) {
    const story = given(hallModel).when(book, actor)
    expect(newest(story).confirmBy).toBeNull()
    // The event is as it was before anybody had to confirm.
    expect(story.events.at(-1)).not.toHaveProperty('confirmBy')
    story.later(60).when(next)
    expect(newest(story).state).toBe('booked')
  }
})

test('B24 a code given back says which hour it was, why, and what to do, whatever is asked of it', () => {
  const hallModel = asked()
  const story = given(hallModel).when(book, 'visitor').later(16).when(next)
  const sentence = '今天 14:00 的预约没有按时确认，位置已经放开了。请重新预约，或直接来大厅取号。'
  for (const type of ['take-ticket', 'confirm-appointment', 'cancel-appointment'])
    expect(told(story, hallModel, type, '10:20')).toBe(sentence)
  expect(wordsOf('appointment-released', 'en', { day: TODAY, clock: '14:00', today: TODAY })).toBe(
    'The appointment today at 14:00 was not confirmed in time, so the place was given back; please book again, or take a number.',
  )
})
