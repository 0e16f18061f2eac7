import type { DaySums } from '../store/day-sums.ts'

/** A day that has figures. */
export interface ClosedDay {
  readonly day: string
  /** Invented: of the sample hall's past. */
  readonly demo: boolean
  /** Epoch ms. */
  readonly closedAt: number
}

/** Every day with figures, oldest first. A day that was opened twice is one day. */
export function closedDays(sums: Pick<DaySums, 'parts'>): ClosedDay[] {
  const days = new Map<string, ClosedDay>()
  for (const { day, first, closedAt } of sums.parts()) {
    const known = days.get(day)
    days.set(day, {
      day,
      demo: (known?.demo ?? false) || first < 0,
      closedAt: Math.max(known?.closedAt ?? 0, closedAt),
    })
  }
  return [...days.values()].sort((one, other) => one.day.localeCompare(other.day))
}
