import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evolve } from '../../gateway/domain/evolve.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { type LooseCommand, given } from '../support/given.ts'

const clocks = ['10:30', '11:00', '14:00']
const step = fc.oneof(
  fc.record({
    do: fc.constant('book' as const),
    queue: fc.constantFrom('A', 'B'),
    clock: fc.constantFrom(...clocks),
    actor: fc.constantFrom('visitor', 'guide-1'),
    person: fc.option(fc.constantFrom('a', 'b', 'c')),
  }),
  fc.record({ do: fc.constant('confirm' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('cancel' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('redeem' as const), nth: fc.nat(9) }),
  fc.record({ do: fc.constant('take' as const), queue: fc.constantFrom('A', 'B') }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('next' as const) }),
)

test('B1 B2 B21 in any order no slot is overfull, no code makes two numbers, due ones stand first, and the log replays to the same', () => {
  const hallModel = bookingHallModel({ confirm: { withinMinutes: 15 } })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const story = given(hallModel).when({ type: 'open-counter', counterId: '2' })
      for (const one of steps) {
        const codes = [...story.state.appointments.byCode.keys()]
        const orders: Record<typeof one.do, () => LooseCommand | null> = {
          book: () =>
            one.do === 'book'
              ? {
                  type: 'book-appointment',
                  queueId: one.queue,
                  day: '2026-03-18',
                  clock: one.clock,
                  person: one.person === null ? [] : [one.person.repeat(64)],
                }
              : null,
          confirm: () =>
            one.do === 'confirm' ? { type: 'confirm-appointment', code: codes[one.nth] ?? '99999999' } : null,
          cancel: () =>
            one.do === 'cancel' ? { type: 'cancel-appointment', code: codes[one.nth] ?? '99999999' } : null,
          redeem: () =>
            one.do === 'redeem' ? { type: 'take-ticket', appointmentCode: codes[one.nth] ?? '99999999' } : null,
          take: () => (one.do === 'take' ? { type: 'take-ticket', queueId: one.queue } : null),
          wait: () => null,
          next: () => ({
            type: story.state.counters.states.get('2')?.ticketId ? 'finish-ticket' : 'call-next',
            counterId: '2',
          }),
        }
        if (one.do === 'wait') story.later(one.minutes)
        const order = orders[one.do]()
        if (order) story.when(order, one.do === 'book' ? one.actor : 'test')
        const living = [...story.state.appointments.byId.values()].filter(
          ({ state }) => state !== 'cancelled' && state !== 'released',
        )
        for (const clock of clocks) {
          expect(living.filter((live) => live.clock === clock && live.queueId === 'A').length).toBeLessThanOrEqual(2)
          expect(living.filter((live) => live.clock === clock && live.queueId === 'B').length).toBeLessThanOrEqual(1)
        }
        const met = story.events.flatMap((event) => (event.type === 'appointment-met' ? event.appointmentId : []))
        expect(new Set(met).size).toBe(met.length)
        for (const line of story.state.line.lines.values()) {
          const due = line.map((id) => story.state.line.tickets.get(id)?.appointment?.due === true)
          expect(due).toEqual([...due].sort((first, second) => Number(second) - Number(first)))
        }
      }
      const again = emptyOffice()
      for (const event of story.events) evolve(again, structuredClone(event))
      expect(again).toEqual(story.state)
    }),
    { numRuns: 150 },
  )
})
