import { expect, test } from 'vitest'
import { booking } from '../../gateway/contract/booking.ts'
import { command } from '../../gateway/contract/commands.ts'
import { epochOf, minuteOf, weekdayOf } from '../../gateway/contract/hall-time.ts'
import { wordsOf } from '../../gateway/contract/refusals.ts'
import { bookableDays } from '../../gateway/domain/appointments/bookable.ts'
import { decide } from '../../gateway/domain/decide.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { closedNow, isTaking } from '../../gateway/domain/line/open-hours.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** A real hall with a week of appointments, and these years of the calendar that is shipped. */
function hallWith(years: readonly string[]): HallModel {
  const { hall, matters } = tinyHallModel()
  const set = booking.parse({ online: true, slots: ['10:30'], places: { A: 2 }, daysAhead: 14 })
  const calendar = { ...readCalendar(calendarFolder), years: [...years] }
  return buildHallModel({ ...hall, booking: set }, [...matters.values()], false, calendar)
}
const at = (day: string, clock: string): Moment => ({
  now: epochOf(day, clock, 'Asia/Shanghai'),
  day,
  minute: minuteOf(clock),
  weekday: weekdayOf(day),
  newId: () => 'x',
})
const short = hallWith(['2026'])

test('H18 at the end of December no day of a year without its holidays is offered or booked, neither by phone nor by another system', () => {
  const evening = at('2026-12-28', '09:00')
  const offered = bookableDays(short, emptyOffice().appointments, evening).map(({ day }) => day)
  expect(offered).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'])
  for (const actor of ['visitor', 'integration']) {
    const order = command.parse({ type: 'book-appointment', queueId: 'A', day: '2027-01-04', clock: '10:30' })
    const answer = decide(short, emptyOffice(), order, actor, evening)
    expect(answer).toMatchObject({ ok: false, code: 'day-not-known' })
    expect(answer.ok ? '' : wordsOf(answer.code, 'zh-Hans', answer.details)).toMatch(
      /^1 月 4 日星期一放不放假还没有公布，不能约。/,
    )
  }
  const known = hallWith(['2026', '2027'])
  expect(bookableDays(known, emptyOffice().appointments, evening).map(({ day }) => day)).toContain('2027-01-04')
})

test('H18 on the last evening of the year nobody is told to come on New Year’s Day, which may be off', () => {
  const refusal = closedNow(short, at('2026-12-31', '18:00'), short.hall.queues[0] ?? null)
  expect(refusal?.details).not.toHaveProperty('backDay')
  expect(refusal && wordsOf(refusal.code, 'zh-Hans', refusal.details)).toBe('现在不取号。请在办公时间再来。')
  const known = hallWith(['2026', '2027'])
  expect(closedNow(known, at('2026-12-31', '18:00'), null)?.details).toMatchObject({ backDay: '2027-01-01' })
})

test('H18 who stands in a hall at work on such a day gets a number; later on the same day is known', () => {
  expect(isTaking(short, at('2027-01-05', '10:00'))).toBe(true)
  expect(isTaking(short, at('2027-01-03', '10:00'))).toBe(false)
  expect(closedNow(short, at('2027-01-05', '07:00'), null)?.details).toMatchObject({
    backDay: '2027-01-05',
    backClock: '09:00',
  })
})

test('H18 a hall without any calendar goes by the week alone', () => {
  const none = hallWith([])
  expect(bookableDays(none, emptyOffice().appointments, at('2026-12-31', '09:00')).map(({ day }) => day)).toContain(
    '2027-01-04',
  )
})
