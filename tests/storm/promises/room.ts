import type { PromiseOf } from '../storm.ts'
import { weigh } from '../weigh.ts'

/** Timers and promises of a gateway that drives so few devices and pages. */
const MOST_WAITING = 400
/** What a browser may be asked to keep for one page. */
const MOST_STORED = 64 * 1024
/** What a gateway that has worked for hours may hold beyond one that opens the same log: views, buffers, compiled code. */
const MOST_GROWN = 3 * 1024 * 1024
const WEIGHED_FROM_HOURS = 1
/** The gateway itself listens to what hangs in the hall, and to what stands too long. */
const isOwn = (topic: string): boolean => topic.startsWith('panel:') || topic === 'standing'

/**
 * Nothing piles up: timers of the gateway and rooms of the show are as many as the hall has devices and pages, pages keep little, and after
 * hours the gateway is hardly heavier than one that has just opened the same log.
 */
export const room: PromiseOf = ({ plan, computer, pages, world }, broken) => {
  function count(): void {
    const waiting = computer.life?.process.waiting ?? 0
    if (waiting > MOST_WAITING) broken('SM13', `${waiting} timers and deliveries wait in the gateway`)
    for (const { name, storage } of pages.values()) {
      const stored = [...storage].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
      if (stored > MOST_STORED) broken('SM13', `${name} keeps ${stored} characters in its browser`)
    }
  }
  return {
    rule: 'SM13',
    look: { eachMs: 60_000, take: count },
    async atEnd() {
      for (const page of pages.values()) page.leave('closed')
      pages.clear()
      await world.run(world.now() + 60_000)
      const left = [...(computer.life?.show.rooms.keys() ?? [])].filter((topic) => !isOwn(topic))
      if (left.length > 0) broken('SM13', `all pages are closed, and the show still makes ${left.join()}`)
      if (plan.hours < WEIGHED_FROM_HOURS || computer.life === null) return
      world.forgetDead()
      const worked = weigh()
      computer.restart(200)
      await world.run(world.now() + 60_000)
      world.forgetDead()
      const grown = worked - weigh()
      if (computer.life === null) broken('SM2', 'the hall does not open again at the end')
      if (grown > MOST_GROWN)
        broken(
          'SM13',
          `after ${plan.hours} h the gateway holds ${(grown / 1e6).toFixed(1)} MB more than one that has just opened`,
        )
    },
  }
}
