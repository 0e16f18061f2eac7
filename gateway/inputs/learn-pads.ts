/** How long a pad stays in learn mode without a press: a clerk must not find a dead pad because a page was left open. */
const LEARNING_MS = 60_000

export interface LearnPads {
  /** A press while somebody teaches this pad: it is shown and orders nothing. */
  isLearning(padId: string, report: string): boolean
  set(padId: string, on: boolean): void
  stateOf(padId: string): { learning: boolean; pressed: { report: string; at: number } | null }
}

export function learnPads(now: () => number): LearnPads {
  const until = new Map<string, number>()
  const pressed = new Map<string, { report: string; at: number }>()
  const isOn = (padId: string): boolean => (until.get(padId) ?? 0) > now()
  return {
    isLearning(padId, report) {
      if (!isOn(padId)) return false
      until.set(padId, now() + LEARNING_MS)
      pressed.set(padId, { report, at: now() })
      return true
    },
    set(padId, on) {
      pressed.delete(padId)
      if (on) until.set(padId, now() + LEARNING_MS)
      else until.delete(padId)
    },
    stateOf: (padId) => ({ learning: isOn(padId), pressed: pressed.get(padId) ?? null }),
  }
}
