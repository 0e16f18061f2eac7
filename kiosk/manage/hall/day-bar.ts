import { type Parts, type Path, valueAt } from './draft.ts'

/** A day of a hall or a queue as a bar is drawn from it; minutes of the day. null = not there, or not written as a time yet. */
export interface DayBar {
  open: number | null
  close: number | null
  lastTicket: number | null
  lunch: { from: number; to: number; takes: boolean } | null
}
/** 09:30 → 570. null = it is no time. */
export function minutesOf(clock: unknown): number | null {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(String(clock)) ?? []
  return hour === undefined ? null : Number(hour) * 60 + Number(minute)
}

/** 570 → 09:30. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The hall's own day, and what of it is otherwise for one queue. `queue` null = the hall's. */
export function dayBarOf(parts: Parts, queue: Path | null): DayBar {
  const at = (...path: Path): unknown => valueAt(parts, path)
  const own = (key: string): unknown => (queue === null ? undefined : (at(...queue, 'hours', key) ?? undefined))
  const lunch = (own('lunch') ?? at('lunch')) as { from?: unknown; to?: unknown; takes?: unknown } | null | undefined
  const [from, to] = [minutesOf(lunch?.from), minutesOf(lunch?.to)]
  return {
    open: minutesOf(own('open') ?? at('hours', 'open')),
    close: minutesOf(at('hours', 'close')),
    lastTicket: minutesOf(own('lastTicket') ?? at('hours', 'lastTicket')),
    lunch: from === null || to === null || from >= to ? null : { from, to, takes: lunch?.takes === true },
  }
}

export interface BarPart {
  kind: 'shut' | 'open' | 'lunch'
  from: number
  to: number
}
const HOUR = 60

/** From which to which hour the bar goes: whole even hours around the day. */
export function barSpan({ open, close, lastTicket }: DayBar): { from: number; to: number } {
  const times = [open, close, lastTicket].filter((one) => one !== null)
  const [first, last] = times.length === 0 ? [8 * HOUR, 18 * HOUR] : [Math.min(...times), Math.max(...times)]
  const from = Math.max(0, Math.floor((first - 1) / (2 * HOUR)) * 2 * HOUR)
  return { from, to: Math.min(24 * HOUR, Math.max(from + 2 * HOUR, Math.ceil((last + 1) / (2 * HOUR)) * 2 * HOUR)) }
}

/** The bar from left to right without a hole. */
export function barParts(day: DayBar): BarPart[] {
  const { from, to } = barSpan(day)
  const { open, close, lunch } = day
  if (open === null || close === null || open >= close) return [{ kind: 'shut', from, to }]
  const parts: BarPart[] = [{ kind: 'shut', from, to: open }]
  const within = lunch !== null && lunch.to > open && lunch.from < close
  if (within) {
    const [begin, end] = [Math.max(open, lunch.from), Math.min(close, lunch.to)]
    parts.push({ kind: 'open', from: open, to: begin }, { kind: 'lunch', from: begin, to: end })
    parts.push({ kind: 'open', from: end, to: close })
  } else parts.push({ kind: 'open', from: open, to: close })
  parts.push({ kind: 'shut', from: close, to })
  return parts.filter((part) => part.to > part.from)
}
