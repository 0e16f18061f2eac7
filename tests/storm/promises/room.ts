import type { PromiseOf } from '../storm.ts'

/** Timers and promises of a gateway that drives so few devices and pages. */
const MOST_WAITING = 400

/** Nothing piles up: timers of the gateway and rooms of the show are as many as the hall has devices and pages. */
export const room: PromiseOf = ({ computer, pages, world }, broken) => {
  let nextLook = 0
  return {
    rule: 'SM13',
    onTask() {
      if (world.now() < nextLook) return
      nextLook = world.now() + 60_000
      const waiting = computer.life?.process.waiting ?? 0
      if (waiting > MOST_WAITING) broken('SM13', `${waiting} timers and deliveries wait in the gateway`)
    },
    async atEnd() {
      const { life } = computer
      if (life === null) return
      for (const page of pages.values()) page.leave('closed')
      pages.clear()
      await world.run(world.now() + 60_000)
      const left = [...life.show.rooms.keys()].filter((topic) => !topic.startsWith('panel:'))
      if (left.length > 0) broken('SM13', `all pages are closed, and the show still makes ${left.join()}`)
    },
  }
}
