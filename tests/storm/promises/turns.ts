import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { queueView } from '../../../gateway/views/queue-view.ts'
import { plainReading } from '../../../gateway/views/plain-reading.ts'
import { counterState } from '../../../gateway/domain/counters/state.ts'
import type { PromiseOf } from '../storm.ts'

/** Nobody is forgotten: as long as a queue's row says that somebody waits, an open counter of it that presses next gets somebody. */
export const turns: PromiseOf = ({ computer, world }, broken) => ({
  rule: 'SM12',
  async atEnd() {
    const { life } = computer
    if (life === null) return
    const { office, sources } = life
    for (const { id, queues } of office.hallModel.hall.counters) {
      const own = counterState(office.state, id)
      if (own.state !== 'open' || own.ticketId !== null || office.state.counters.assigned.has(id)) continue
      const reading = plainReading({
        hallModel: office.hallModel,
        state: office.state,
        now: sources.now(),
        live: sources.live,
      })
      const waiting = queues.reduce((sum, queue) => sum + (queueView(reading, queue) as QueueView).waiting, 0)
      if (waiting === 0) continue
      let answer: Awaited<ReturnType<typeof office.handle>> | null = null
      world.post(
        0,
        () =>
          void office
            .handle({ type: 'call-next', counterId: id }, `clerk ${id}`, null)
            .then((given) => (answer = given)),
        life.process,
      )
      await world.run(world.now() + 1_000)
      if (answer === null || !(answer as { ok: boolean }).ok)
        broken('SM12', `${waiting} wait for counter ${id}, and next gives ${JSON.stringify(answer)}`)
    }
  },
})
