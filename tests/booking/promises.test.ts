import { expect, test } from 'vitest'
import { booking } from '../../gateway/contract/booking.ts'
import { command } from '../../gateway/contract/commands.ts'
import { addDays, clockAt, epochOf, hourAt, minuteOf } from '../../gateway/contract/hall-time.ts'
import { hall, queue } from '../../gateway/contract/hall.ts'
import { wordsOf } from '../../gateway/contract/refusals.ts'
import { decide } from '../../gateway/domain/decide.ts'
import type { Decision, Moment } from '../../gateway/domain/decision.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { type OfficeState, emptyOffice } from '../../gateway/domain/office-state.ts'
import { appointmentView, bookingView } from '../../gateway/views/appointment-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { readAt } from '../support/read-view.ts'
import { queueView } from '../../gateway/views/queue-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** Wednesday to the Monday after New Year's Day, which is off, and a weekend. */
const FIRST = '2026-12-30'
const DAYS = 6
const zone = 'Asia/Shanghai'

/** A real hall: opens at 09:00, lunch 12:00–13:30, last number 16:40, closes its day at 18:00; B opens later, eats later and ends at noon. */
function realHall(): HallModel {
  const { hall: tiny, matters } = tinyHallModel()
  const full = hall.parse({
    ...tiny,
    lunch: { from: '12:00', to: '13:30' },
    dayClose: { at: '18:00' },
    booking: booking.parse({
      online: true,
      slots: ['09:00', '11:00', '12:00', '13:30', '16:00', '16:30'],
      places: { A: 9, B: 9 },
    }),
    queues: tiny.queues.map((one) =>
      queue.parse(
        one.id === 'B'
          ? {
              ...one,
              hours: { open: '08:30', lastTicket: '15:00', lunch: { from: '12:30', to: '15:00' } },
              quota: { day: 40, slots: [{ from: '09:00', to: '10:00', most: 1 }] },
            }
          : one,
      ),
    ),
  })
  const calendar = { years: ['2026', '2027'], off: ['2027-01-01'], work: [] }
  return buildHallModel(full, [...matters.values()], false, calendar)
}

let ids = 0
const momentAt = (at: number): Moment => ({ now: at, ...hourAt(at, zone), newId: () => `id${++ids}` })
const times = (step: number): number[] =>
  Array.from({ length: (DAYS * 1440) / step }, (_, nth) => epochOf(FIRST, '00:00', zone) + nth * step * 60_000)

/** Asks without changing anything. */
const ask = (hallModel: HallModel, state: OfficeState, loose: object, at: number): Decision =>
  decide(hallModel, state, command.parse(loose), 'test', momentAt(at))
function told(state: OfficeState, decision: Decision, at: number): void {
  if (!decision.ok) throw new Error(decision.code)
  for (const event of decision.events)
    evolve(state, { ...event, seq: state.seq + 1, at, actor: 'test', commandId: null })
}
const codeOf = (decision: Decision): string => (decision.ok ? 'ok' : decision.code)

test('Q21 Q23 at every minute of six days a queue offers what it gives, and who is sent away is given a number at the told time', () => {
  const hallModel = realHall()
  const state = emptyOffice()
  for (const at of times(5)) {
    const open: boolean[] = []
    for (const queueId of ['A', 'B']) {
      const decision = ask(hallModel, state, { type: 'take-ticket', queueId }, at)
      const view = queueView(readAt(hallModel, state, at), queueId)
      expect(view.notNow?.code ?? 'ok', `${queueId} ${clockAt(at, zone)}`).toBe(codeOf(decision))
      open.push(decision.ok)
      if (decision.ok) continue
      const { backDay, backClock, today } = decision.details
      expect(today).toBe(hourAt(at, zone).day)
      const then = epochOf(String(backDay), String(backClock), zone)
      expect(then, wordsOf(decision.code, 'zh-Hans', decision.details)).toBeGreaterThan(at)
      expect(codeOf(ask(hallModel, state, { type: 'take-ticket', queueId }, then))).toBe('ok')
      expect(codeOf(ask(hallModel, state, { type: 'take-ticket', queueId }, then - 60_000))).not.toBe('ok')
    }
    expect(terminalView(readAt(hallModel, state, at), 'K1')?.open, clockAt(at, zone)).toBe(open.includes(true))
  }
})

test('B17 whatever hour was booked, the code is taken at every minute that its holder was told', () => {
  const hallModel = realHall()
  const state = emptyOffice()
  const start = epochOf(FIRST, '00:30', zone)
  for (let nth = 0; nth < DAYS; nth += 1)
    for (const clock of hallModel.hall.booking?.slots ?? [])
      for (const queueId of ['A', 'B']) {
        const wish = { type: 'book-appointment', queueId, day: addDays(FIRST, nth), clock }
        const decision = ask(hallModel, state, wish, start)
        if (decision.ok) told(state, decision, start)
        else expect(['slot-not-offered']).toContain(decision.code)
      }
  const booked = [...state.appointments.byId.values()]
  expect(booked.map(({ day }) => day)).not.toContain('2027-01-01')
  // A eats at noon; B opens with the hall, eats at 12:30 and ends at 15:00.
  const clocks = (queueId: string) =>
    booked.filter((one) => one.queueId === queueId && one.day === FIRST).map((one) => one.clock)
  expect(clocks('A')).toEqual(['09:00', '11:00', '13:30', '16:00', '16:30'])
  expect(clocks('B')).toEqual(['09:00', '11:00', '12:00'])
  for (const one of booked) {
    const { from, until, code } = appointmentView(readAt(hallModel, state, 0), one)
    const take = (at: number): Decision => ask(hallModel, state, { type: 'take-ticket', appointmentCode: code }, at)
    for (let at = from; at <= until; at += 60_000)
      expect(codeOf(take(at)), `${one.clock} ${clockAt(at, zone)}`).toBe('ok')
    expect(codeOf(take(from - 1))).toBe('appointment-early')
    expect(['ok', 'hall-closed', 'queue-closed']).toContain(codeOf(take(until + 1)))
  }
})

test('B17 what the phone page offers can be booked, and nothing else', () => {
  const hallModel = realHall()
  const state = emptyOffice()
  let offered = 0
  for (const at of times(45)) {
    const offer = bookingView(hallModel, state, momentAt(at))
    const { day: today } = hourAt(at, zone)
    for (let nth = 0; nth < 8; nth += 1)
      for (const clock of hallModel.hall.booking?.slots ?? [])
        for (const queueId of ['A', 'B']) {
          const day = addDays(today, nth)
          const left = offer?.days.find((one) => one.day === day)?.slots.find((one) => one.clock === clock)?.left[
            queueId
          ]
          const decision = ask(hallModel, state, { type: 'book-appointment', queueId, day, clock }, at)
          expect(decision.ok, `${day} ${clock} ${queueId} at ${clockAt(at, zone)}`).toBe((left ?? 0) > 0)
          if (decision.ok) offered += 1
        }
  }
  expect(offered).toBeGreaterThan(1_000)
})

test('C8 an offer to come back ends when its time ends: on the wall, on the phone, and at the desk in the same minute', () => {
  const hallModel = realHall()
  for (const missedAt of ['09:40', '16:35', '17:50']) {
    const state = emptyOffice()
    const at = epochOf(FIRST, '09:10', zone)
    evolve(state, { type: 'day-opened', day: FIRST, seq: 1, at, actor: 'test', commandId: null })
    const [missed] = [epochOf(FIRST, missedAt, zone)]
    told(state, ask(hallModel, state, { type: 'take-ticket', queueId: 'A' }, at), at)
    for (const type of ['open-counter', 'call-next', 'miss-ticket'])
      told(state, ask(hallModel, state, { type, counterId: '3' }, missed), missed)
    const [ticket] = state.line.tickets.values()
    if (!ticket) throw new Error('no ticket')
    for (let now = missed; now < missed + 60 * 60_000; now += 60_000) {
      const requeue = ask(hallModel, state, { type: 'requeue-ticket', ticketId: ticket.id }, now)
      const until = trackView(readAt(hallModel, state, now), ticket.token)?.requeueUntil ?? 0
      const name = `${missedAt} ${clockAt(now, zone)}`
      expect(now <= until, name).toBe(requeue.ok)
      expect(screenView(readAt(hallModel, state, now), 'L1')?.missed, name).toEqual(requeue.ok ? ['A001'] : [])
      // At 18:00 the day closes and the number expires: nobody is told to come back then.
      expect(minuteOf(clockAt(now, zone)) >= minuteOf('18:00') && requeue.ok, name).toBe(false)
      if (requeue.ok) continue
      const closed = minuteOf(clockAt(now, zone)) >= minuteOf('16:40')
      expect(wordsOf(requeue.code, 'zh-Hans', requeue.details)).toBe(
        closed ? '过号太久了，请明天 09:00 再来取号。' : '过号太久了，请重新取号。',
      )
    }
  }
})
