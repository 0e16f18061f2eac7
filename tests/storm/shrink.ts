import type { Outcome } from './play.ts'
import type { Happening, Plan } from './plan.ts'

/**
 * The few happenings without which the promise would hold: halves, quarters and so on are left out as long as the same promise still
 * breaks (ddmin). `most`: how often it may be played.
 */
export async function shrink(
  plan: Plan,
  rule: string,
  play: (plan: Plan) => Promise<Outcome>,
  most: number,
): Promise<Plan> {
  let played = 0
  const breaks = async (happenings: Happening[]): Promise<boolean> => {
    if (played >= most) return false
    played += 1
    return (await play({ ...plan, happenings })).broken?.rule === rule
  }
  let kept = plan.happenings
  let parts = 2
  while (kept.length > 1 && played < most) {
    const size = Math.ceil(kept.length / parts)
    let isSmaller = false
    for (let from = 0; from < kept.length; from += size) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)]
      if (!(await breaks(without))) continue
      kept = without
      parts = Math.max(2, parts - 1)
      isSmaller = true
      break
    }
    if (isSmaller) continue
    if (size === 1) break
    parts = Math.min(kept.length, parts * 2)
  }
  return { ...plan, happenings: kept }
}
