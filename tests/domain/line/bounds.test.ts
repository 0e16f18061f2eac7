import type { Ticket } from '../../../gateway/domain/line/ticket.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counter, hall } from '../../../gateway/contract/hall.ts'
import type { Policy } from '../../../gateway/contract/line.ts'
import { buildHallModel } from '../../../gateway/domain/hall-model.ts'
import { given } from '../../support/given.ts'
import { tinyHallModel } from '../../support/tiny-hall.ts'

/** Seeds that once failed stay in this list. */
const seeds = [20260318, 4, 170]
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('ordinary') },
  { weight: 3, arbitrary: fc.constant('priority') },
  { weight: 2, arbitrary: fc.constant('call') },
)
const day = fc.array(fc.tuple(step, fc.nat(6)), { maxLength: 80 })

/** Runs a day and tells, for each call, who else waited at that moment. */
function calls(policy: Policy, steps: [string, number][]): { ticket: Ticket; waited: Ticket[] }[] {
  const { hall: tiny } = tinyHallModel()
  const counters = tiny.counters.map((one) => counter.parse(one))
  const hallModel = buildHallModel(
    hall.parse({ ...tiny, counters, queues: tiny.queues.map((one) => ({ ...one, policy })) }),
    [],
    true,
  )
  const story = given(hallModel).when({ type: 'open-counter', counterId: '1' })
  const seen: { ticket: Ticket; waited: Ticket[] }[] = []
  const all: [string, number][] = [...steps, ...steps.map((): [string, number] => ['call', 0])]
  for (const [what, minutes] of all) {
    story.later(minutes)
    if (what !== 'call') {
      story.when({ type: 'take-ticket', queueId: 'B', priority: what === 'priority' ? '老人' : null })
      continue
    }
    story.when({ type: 'call-next', counterId: '1' })
    const ticket = story.state.line.tickets.get(story.state.counters.states.get('1')?.ticketId ?? '')
    if (!ticket) continue
    seen.push({ ticket, waited: [...story.state.line.tickets.values()].filter((one) => one.status === 'waiting') })
    story.when({ type: 'finish-ticket', counterId: '1' })
  }
  return seen
}

const overtakers = (seen: ReturnType<typeof calls>, late: Ticket): Ticket[] =>
  seen.flatMap(({ ticket, waited }) => (waited.includes(late) && ticket.priority !== null ? [ticket] : []))

test.each(seeds)('Q3 nobody is overtaken beyond the bound of interleave (seed %i)', (seed) => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (steps, ordinary, priority) => {
      const seen = calls({ kind: 'interleave', ordinary, priority }, steps)
      for (const { ticket } of seen) {
        if (ticket.priority !== null) continue
        const ahead = seen.filter((one) => one.ticket.priority === null && one.waited.includes(ticket)).length
        expect(overtakers(seen, ticket).length).toBeLessThanOrEqual(priority * Math.ceil((ahead + 1) / ordinary))
      }
    }),
    { numRuns: 60, seed },
  )
})

test.each(seeds)('Q4 nobody is overtaken by a priority from beyond the head start (seed %i)', (seed) => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 30 }), (steps, headStartMinutes) => {
      const seen = calls({ kind: 'ageing', headStartMinutes }, steps)
      for (const { ticket } of seen) {
        if (ticket.priority !== null) continue
        for (const one of overtakers(seen, ticket))
          expect(one.takenAt - ticket.takenAt).toBeLessThanOrEqual(headStartMinutes * 60_000)
      }
    }),
    { numRuns: 60, seed },
  )
})

test.each(seeds)('Q6 within a class the order is that of arrival, under every policy (seed %i)', (seed) => {
  const policies = fc.constantFrom<Policy>(
    { kind: 'first-come' },
    { kind: 'strict' },
    { kind: 'interleave', ordinary: 2, priority: 1 },
    { kind: 'ageing', headStartMinutes: 10 },
  )
  fc.assert(
    fc.property(day, policies, (steps, policy) => {
      const seen = calls(policy, steps)
      for (const isPriority of [true, false]) {
        const taken = seen.flatMap(({ ticket }) => ((ticket.priority !== null) === isPriority ? [ticket.takenAt] : []))
        expect(taken).toEqual(taken.toSorted((one, other) => one - other))
      }
    }),
    { numRuns: 60, seed },
  )
})
