import { afresh, isRight } from '../../../gateway/show/sweep.ts'
import { rowsText } from '../../../gateway/show/rooms.ts'
import { rowsTopics } from '../../../gateway/show/topics.ts'
import { A_DAY_HOURS } from '../a-day.ts'
import type { StormPage } from '../page.ts'
import type { PromiseOf } from '../storm.ts'

const LOOK_EACH_MS = 13_000
/** Through a whole day all views of a hall are not made afresh every few seconds. */
const LOOK_ON_A_DAY_MS = 61_000

/** What a page holds while nothing is under way to it is what its view is when made afresh. */
export const views: PromiseOf = ({ world, computer, pages, plan }, broken) => {
  const eachMs = plan.hours > A_DAY_HOURS ? LOOK_ON_A_DAY_MS : LOOK_EACH_MS
  const looker = world.begin('looker')
  let looks = 0
  function look(): void {
    world.post(eachMs, look, looker)
    const { life } = computer
    if (life === null || life.process.frozenUntil > world.now()) return
    world.post(0, () => compare(life), life.process)
  }
  function compare(life: NonNullable<typeof computer.life>): void {
    if (computer.life !== life) return
    life.show.invalidate()
    looks += 1
    for (const [topic, room] of life.show.rooms)
      if (life.show.isUpToDate(topic) && !isRight(room, life.sources, topic))
        broken('SM10', `${topic} is told as ${differ(room.held(), afresh(life.sources, topic))}`)
    for (const page of pages.values()) {
      if (!page.isAtRest() || page.process.frozenUntil > world.now()) continue
      for (const topic of page.topics) {
        const room = life.show.rooms.get(topic)
        const held = heldBy(page, topic)
        if (room && life.show.isUpToDate(topic) && held !== room.held())
          broken('SM10', `${page.name} holds of ${topic} ${differ(held, room.held())}`)
      }
    }
  }
  look()
  return {
    rule: 'SM10',
    async atEnd() {
      const away = new Set(pages.values())
      for (let nth = 0; nth < 300 && away.size > 0; nth += 1) {
        for (const page of away) if (page.isAtRest()) away.delete(page)
        await world.run(world.now() + 100)
      }
      if (away.size > 0) broken('SM10', `${[...away].map(({ name }) => name).join()} are not there in the end`)
      if (looks === 0) broken('SM10', 'nobody has looked')
    },
  }
}

const heldBy = ({ hall }: StormPage, topic: string): string =>
  rowsTopics.has(topic)
    ? rowsText([...hall.rows(topic).value].map(([id, row]) => [id, JSON.stringify(row)]))
    : JSON.stringify(hall.view(topic).value)

function differ(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return `…${one.slice(Math.max(0, at - 40), at + 60)}… and not …${other.slice(Math.max(0, at - 40), at + 60)}…`
}
