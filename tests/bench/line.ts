import { join } from 'node:path'
import { readHall } from '../../gateway/config.ts'
import type { OfficeEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { callOrder, nextTicket, queueOrder } from '../../gateway/domain/line/next-ticket.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { replayForward } from '../../gateway/domain/waits/forward-replay.ts'

/** `npm run bench:line`: who is called when, of 500 and of 5,000 who wait in one queue of the sample hall; ten counters are open. */
const read = readHall(join(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const hallModel = buildHallModel(read.hall, read.matters, false)
const counter = hallModel.counters.get('9')
if (!counter) throw new Error('the sample hall has no counter 9')

for (const waiting of [500, 5_000]) {
  const state = emptyOffice()
  let now = 1_700_000_000_000
  const say = (event: OfficeEvent): void => {
    now += 1_000
    evolve(state, { ...event, seq: state.seq + 1, at: now, actor: 'bench', commandId: null })
  }
  say({ type: 'day-opened', day: '2026-03-02' })
  for (let id = 9; id <= 18; id++) say({ type: 'counter-opened', counterId: String(id) })
  for (let nth = 1; nth <= waiting; nth++) {
    const about = {
      day: '2026-03-02',
      series: 'A',
      queueId: 'A',
      matterId: null,
      terminalId: null,
      missing: [],
      accessible: nth % 30 === 0,
    }
    say({
      type: 'ticket-taken',
      ticketId: `t${nth}`,
      number: `A${nth}`,
      token: `k${nth}`,
      priority: nth % 20 === 0 ? '老人' : null,
      ...about,
    })
  }
  const time = (name: string, work: () => unknown): void => {
    for (let warm = 0; warm < 5; warm++) work()
    const before = performance.now()
    for (let again = 0; again < 10; again++) work()
    console.log(
      `${String(waiting).padStart(5)} waiting  ${name.padEnd(28)} ${((performance.now() - before) / 10).toFixed(2).padStart(9)} ms`,
    )
  }
  time('next ticket of a counter', () => nextTicket(hallModel, state, counter, now))
  time('first twelve of a counter', () => callOrder(hallModel, state, counter, now, 12))
  time('whole order of a counter', () => callOrder(hallModel, state, counter, now, Number.POSITIVE_INFINITY))
  time('whole order of a queue', () => queueOrder(hallModel, state, 'A', now))
  time('forward replay', () => replayForward(hallModel, state, 'A', now, { service: () => 0.5, call: () => 0.5 }))
}
