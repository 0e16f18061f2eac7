import type { Outcome } from './play.ts'
import type { Happening, Plan } from './plan.ts'

const HOUR = 3_600_000

/** A smaller plan, and how often the storm was played to find it. */
export interface Shrunk {
  plan: Plan
  played: number
}

/**
 * The few happenings without which the promise would hold. First all goes that came after it broke, then whole kinds (all visitors, all
 * faults of printers), then halves, quarters and so on, as long as the same promise still breaks in the same way
 * (ddmin); at the end each one is tried alone
 * once more, and the hall loses counters at which nobody works. `most`: how often it may be played.
 */
export async function shrink(
  plan: Plan,
  { rule, words, at }: { rule: string; words: string; at: number },
  play: (plan: Plan) => Promise<Pick<Outcome, 'broken'>>,
  most: number,
): Promise<Shrunk> {
  let played = 0
  let small = plan
  /** Keeps a smaller plan when it still breaks the promise; earlier than before is as good. */
  async function keep(next: Plan): Promise<boolean> {
    if (played >= most || next.happenings.length === 0) return false
    played += 1
    const { broken } = await play(next)
    if (broken?.rule !== rule || shapeOf(broken.words) !== shapeOf(words)) return false
    small = withoutRest(next, broken.at)
    return true
  }
  const without = (gone: (one: Happening, nth: number) => boolean): Plan => ({
    ...small,
    happenings: small.happenings.filter((one, nth) => !gone(one, nth)),
  })

  await keep(withoutRest(plan, at))
  for (const kind of kindsOf(small)) await keep(without((one) => kindOf(one) === kind))
  for (let parts = 2; small.happenings.length > 1 && played < most; ) {
    const size = Math.ceil(small.happenings.length / parts)
    let isSmaller = false
    for (let from = 0; from < small.happenings.length && !isSmaller; from += size)
      isSmaller = await keep(without((_, nth) => nth >= from && nth < from + size))
    if (isSmaller) parts = Math.max(2, parts - 1)
    else if (size === 1) break
    else parts = Math.min(small.happenings.length, parts * 2)
  }
  const counters = Math.max(1, ...small.happenings.map((one) => ('counterId' in one ? Number(one.counterId) : 1)))
  if (counters < small.hall.counters) await keep({ ...small, hall: { ...small.hall, counters } })
  if (small.hall.autoCallSeconds !== null) await keep({ ...small, hall: { ...small.hall, autoCallSeconds: null } })
  return { plan: small, played }
}

/** What was said without whom and what it was about: one promise can break in several ways. */
const shapeOf = (words: string): string =>
  (words.split('\n')[0] ?? '')
    .split(/[ ,()]+/)
    .filter((word) => /^[a-z]+$/.test(word))
    .slice(0, 12)
    .join(' ')

/** Nothing is played behind the moment at which it broke; what breaks in the quiet afterwards needs all of its time. */
function withoutRest(plan: Plan, at: number): Plan {
  if (at >= plan.hours * HOUR) return plan
  return { ...plan, hours: Math.ceil(at + 1) / HOUR, happenings: plan.happenings.filter((one) => one.at <= at) }
}

/** Together they are often left out at once: one clerk alone, everybody at one terminal, one fault of all printers. */
const kindOf = (one: Happening): string =>
  [
    one.kind,
    'fault' in one ? one.fault : '',
    'deed' in one ? one.deed : '',
    'counterId' in one ? one.counterId : '',
  ].join(' ')
const kindsOf = ({ happenings }: Plan): Set<string> => new Set(happenings.map(kindOf))

/** One line for each happening that is left. */
export const toldOf = ({ happenings }: Plan): string[] =>
  happenings.map(({ at, kind, ...rest }) => {
    const parts = Object.entries(rest).map(([key, value]) => `${key} ${value}`)
    return `${(at / 1000).toFixed(1)} s: ${kind} ${parts.join(', ')}`
  })
