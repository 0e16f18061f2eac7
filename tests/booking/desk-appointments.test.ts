import { expect, test } from 'vitest'
import { bookingHallModel } from '../support/booking-hall.ts'
import { given } from '../support/given.ts'
import { standingOf, sortedFor } from '../../kiosk/guide/appointment-rows.ts'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'

const TODAY = '2026-03-18'
const book = { type: 'book-appointment', queueId: 'A', day: TODAY, clock: '14:00' } as const
const codeOf = (story: ReturnType<typeof given>): string => [...story.state.appointments.byCode.keys()][0] ?? ''

test('B26 a guide lets somebody in before the window with a reason; nobody else may, and the hour still counts', () => {
  const story = given(bookingHallModel()).when(book)
  const take = { type: 'take-ticket', appointmentCode: codeOf(story) } as const
  story.when(take).refused('appointment-early')
  story.when({ ...take, earlyReason: '行动不便' }).accepted('ticket-taken', 'appointment-met')
  expect(story.events.at(-1)).toMatchObject({ counts: true, early: '行动不便' })
  expect(story.ticket('A001').appointment).toMatchObject({ due: false })
  // In the window nothing was early.
  const inTime = given(bookingHallModel()).when({ ...book, clock: '10:30' })
  inTime.when({ type: 'take-ticket', appointmentCode: codeOf(inTime), earlyReason: '行动不便' })
  expect(inTime.events.at(-1)).not.toHaveProperty('early')
})

test('B27 an appointment is moved with its code: the old place is free, the new one is bounded as a booking is', () => {
  const story = given(bookingHallModel()).when({ ...book, queueId: 'B' })
  const move = { type: 'move-appointment', code: codeOf(story), day: TODAY, clock: '11:00' } as const
  story.when({ ...move, clock: '14:00' }).refused('already-so')
  story.when({ ...move, clock: '11:17' }).refused('slot-not-offered')
  story.when(move).accepted('appointment-moved')
  const { byId, taken } = story.state.appointments
  expect([...byId.values()]).toMatchObject([{ day: TODAY, clock: '11:00', state: 'booked' }])
  expect([taken.get(`${TODAY} 14:00 B`), taken.get(`${TODAY} 11:00 B`)]).toEqual([0, 1])
  story.when({ ...book, queueId: 'B' }).accepted('appointment-booked')
  story.when({ ...move, clock: '14:00' }).refused('slot-full')
  story
    .when({ type: 'cancel-appointment', code: move.code })
    .when({ ...move, clock: '10:30' })
    .refused('code-used')
})

test('B28 the desk sees who may come, who is late, who came and who did not, the ones to look after first', () => {
  const row = (over: Partial<AppointmentView>) =>
    ({ state: 'booked', at: 100, from: 70, until: 115, code: '1', ...over }) as AppointmentView
  const at = (now: number, over: Partial<AppointmentView> = {}) => standingOf(row(over), now)
  expect([at(69), at(70), at(100), at(101), at(115), at(116)]).toEqual([
    'to-come',
    'due',
    'due',
    'late',
    'late',
    'missed',
  ])
  expect([at(80, { state: 'came' }), at(80, { state: 'released' }), at(80, { state: 'missed' })]).toEqual([
    'came',
    'cancelled',
    'missed',
  ])
  const rows = [
    row({ code: 'came', state: 'came' }),
    row({ code: 'due' }),
    row({ code: 'late', at: 60, from: 30, until: 90 }),
  ]
  expect(sortedFor(rows, 80).map(({ code }) => code)).toEqual(['late', 'due', 'came'])
})
