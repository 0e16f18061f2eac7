import type { PromiseOf } from '../storm.ts'

/** A clock that jumps by more than this has been set wrong, or was wrong; smaller corrections are followed. */
const WRONG_FROM_MS = 2 * 3_600_000
const LOOK_EACH_MS = 1_000

/**
 * A clock that is set wrong by hours moves no hall: its time goes on until somebody at the desk says that the clock is right. What a gateway
 * that has just opened lives by is judged by its log alone, so each life is measured against its own beginning.
 */
export const clock: PromiseOf = ({ world, computer }, broken) => {
  const skewNow = (): number => world.wall() - world.trueTime()
  let skew = 0
  /** By how much the hall's time was off true time at the beginning; null = it begins with the next look. */
  let base: number | null = null
  let most = WRONG_FROM_MS
  return {
    rule: 'SM21',
    onLife(life) {
      base = null
      life.office.onFacts((events) => {
        if (events.some(({ type }) => type === 'clock-trusted')) base = null
      })
    },
    look: { eachMs: LOOK_EACH_MS, take: look },
  }
  function look(): void {
    const jumped = Math.abs(skewNow() - skew)
    skew = skewNow()
    if (jumped <= WRONG_FROM_MS) most += jumped
    const { life } = computer
    if (life === null) return
    const off = life.sources.now() - world.trueTime()
    if (base === null) {
      base = off
      most = WRONG_FROM_MS
    }
    if (Math.abs(off - base) > most)
      broken('SM21', `nobody trusted the clock, and the hall went ${Math.round((off - base) / 60_000)} min with it`)
  }
}
