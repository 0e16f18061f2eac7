import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matter } from '../../gateway/contract/matter.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { ordinary } from '../../gateway/domain/simulation/day-plan.ts'
import { openSimulation } from '../../gateway/domain/simulation/run-hall.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import type { LooseCommand } from '../support/given.ts'
import { livedDays } from '../support/lived-days.ts'
import { naiveRecount } from '../support/naive-recount.ts'
import { randomOrder } from '../support/random-order.ts'
import { asRecount, sumsOf } from '../support/sums-of-log.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const ZONE = 'Asia/Shanghai'

/** Both say the same, figure by figure. */
async function compare(log: readonly LoggedEvent[], hallModel: HallModel): Promise<Map<string, number>> {
  const counted = naiveRecount(log, ZONE)
  const told = asRecount(await sumsOf(log, hallModel), ['hall', 'queue', 'counter', 'terminal'])
  const names = new Set([...counted.keys()].map((key) => key.split(' ').slice(4).join(' ')))
  const isCounted = (key: string): boolean => {
    const [, kind, , half, ...name] = key.split(' ')
    if (kind === 'terminal' && half !== 'all') return false
    return names.has(name.join(' ')) && !(kind === 'queue' && name[0] === 'openMs')
  }
  const only = (figures: Map<string, number>) => Object.fromEntries([...figures].filter(([key]) => isCounted(key)))
  expect(only(told)).toEqual(only(counted))
  return counted
}

test('RP1 the figures of a simulated month are those of a recount', { timeout: 120_000 }, async () => {
  const hallModel = tinyHallModel(false)
  const log: LoggedEvent[] = []
  const simulation = openSimulation({
    hallModel,
    profile: readArrivalProfile(),
    habits: { ...ordinary, ticketsPerDay: 120, hold: 0.1, transfer: 0.1 },
    days: 22,
    seed: 17,
    state: emptyOffice(),
    witness: null,
    onFact: (event, at) =>
      void log.push(structuredClone({ ...event, seq: log.length + 1, at, actor: 'played', commandId: null })),
  })
  while (simulation.nextAt !== null) simulation.step()
  const counted = await compare(log, hallModel)
  const sum = (name: string): number =>
    [...counted].reduce((all, [key, value]) => all + (key.includes(`hall  all ${name}`) ? value : 0), 0)
  expect(sum('taken')).toBeGreaterThan(2_500)
  for (const name of ['missed', 'requeued', 'transferred', 'left', 'told', 'waitingMs'])
    expect(sum(name)).toBeGreaterThan(20)
})

const flat = { id: 'flat', code: '003', name: '不动产转移登记', department: 'scjg', kind: '行政确认', queueId: 'A' }
const booked = bookingHallModel({}, [{ id: 'F1', name: '两步', matters: ['licence', 'flat'] }])
const hallModel = buildHallModel(
  { ...booked.hall, later: { places: 2, times: 2 } },
  [...booked.matters.values(), matter.parse(flat)],
  true,
)

const verbs = [
  ...[
    'take',
    'take',
    'take',
    'take',
    'urgent',
    'flow',
    'flow',
    'flow',
    'open',
    'open',
    'next',
    'next',
    'next',
    'serve',
    'finish',
  ],
  ...[
    'finish',
    'miss',
    'hold',
    'resume',
    'undo',
    'undo',
    'send',
    'skip',
    'drop',
    'pause',
    'close',
    'assign',
    'restore',
  ],
  ...[
    'requeue',
    'requeue',
    'miss',
    'miss',
    'serve',
    'next',
    'next',
    'move',
    'cancel',
    'prioritise',
    'recall',
    'back',
    'later',
    'rate',
    'help',
    'answer',
    'list',
    'night',
  ],
] as const

test('RP2 so are those of any days: steps taken back, numbers sent on, given back, with several steps; over midnight and the year’s end', async () => {
  const step = fc.tuple(
    fc.constantFrom(...verbs),
    fc.constantFrom('1', '2', '3', '4'),
    fc.constantFrom('A', 'B'),
    fc.nat(23),
    fc.nat(240_000),
  )
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 500, size: 'max' }), async (steps) => {
      const hall = livedDays(hallModel)
      // 30 December 2026, 21:00 in the hall, which stands at UTC+8.
      let at = Date.UTC(2026, 11, 30, 13)
      for (const [what, counterId, queueId, nth, ms] of steps) {
        at += what === 'night' ? 9 * 3_600_000 : ms
        const tickets = [...hall.state.line.tickets.values()]
        const ticketId = tickets[nth % Math.max(1, tickets.length)]?.id ?? 'nobody'
        const orders: Record<string, LooseCommand> = {
          close: { type: 'close-counter', counterId },
          recall: { type: 'recall-ticket', counterId },
          back: { type: 'give-back-ticket', terminalId: 'K1', ticketId: tickets.at(-1)?.id ?? 'nobody' },
          later: { type: 'defer-ticket', ticketId },
          rate: { type: 'rate-visit', counterId, stars: (nth % 5) + 1 },
          help: { type: 'call-guide', terminalId: 'K1', where: null },
          answer: { type: 'answer-help', helpId: hall.state.help.open[0]?.id ?? 'none' },
          list: { type: 'print-list', terminalId: 'K1', matterId: 'licence' },
          night: { type: 'close-day' },
        }
        const order = orders[what] ?? randomOrder(hall.state, [what, counterId, queueId, nth])
        const done = order !== null && hall.order(at, order, `clerk ${counterId}`)
        const missed = done && what === 'miss' ? hall.log.at(-1) : null
        if (missed?.type === 'ticket-missed' && nth % 3 === 1)
          hall.order((at += 300_000), { type: 'requeue-ticket', ticketId: missed.ticketId })
        if (done && what === 'finish' && nth % 3 === 2)
          hall.order((at += 5_000), { type: 'rate-visit', counterId, stars: (nth % 5) + 1 })
        // One step in three is taken back at once.
        if (done && nth % 3 === 0) hall.order((at += 2_000), { type: 'undo-step', counterId })
      }
      hall.order(at + 86_400_000, { type: 'close-day' })
      for (const { type } of hall.log) seen.set(type, (seen.get(type) ?? 0) + 1)
      await compare(hall.log, hallModel)
    }),
    { numRuns: 40, seed: 20261231, endOnFailure: true },
  )
  const counted = ['step-undone', 'ticket-transferred', 'ticket-requeued', 'ticket-deferred', 'leg-left', 'visit-rated']
  for (const type of counted) expect([type, (seen.get(type) ?? 0) > 4]).toEqual([type, true])
})
