import type { Moment } from './domain/decision.ts'
import { DOUBTED_MS } from './domain/clock/judge-clock.ts'
import { monotonic, newToken, sinceBoot, wallTime } from './time.ts'

export interface TimeSource {
  wall(): number
  monotonic(): number
  sinceBoot(): number
}
export const thisComputer: TimeSource = { wall: wallTime, monotonic, sinceBoot }

/** Epoch ms: the hall's own time, and what the computer's clock says instead. */
export interface Doubt {
  hallSays: number
  clockSays: number
}

export interface HallClock {
  /** Epoch ms by which the hall lives: the computer's clock, unless it jumped by hours. */
  now(): number
  /** What the computer's clock says. */
  wall(): number
  doubt(): Doubt | null
  /** The computer's clock is right after all. */
  trust(): void
}

/**
 * Follows the computer's clock as long as it goes like time does. When it jumps by more than two hours the hall's time goes on as if
 * nothing had happened, until the clock comes back or somebody trusts it. `from`: epoch ms at which the hall's time begins when the
 * clock is in doubt from the start; null = the clock is right.
 */
export function openHallClock(source: TimeSource, from: number | null = null): HallClock {
  let base = { hall: from ?? source.wall(), monotonic: source.monotonic(), sinceBoot: source.sinceBoot() }
  let doubted = from !== null
  const anchor = (hall: number): void => {
    base = { hall, monotonic: source.monotonic(), sinceBoot: source.sinceBoot() }
  }
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= DOUBTED_MS
  /** How the hall's time went on by itself; a sleep of the computer counts. */
  const ownTime = (wall: number): number => {
    const awake = base.hall + source.monotonic() - base.monotonic
    return isNear(wall, awake) && !doubted
      ? awake
      : base.hall + Math.max(source.monotonic() - base.monotonic, source.sinceBoot() - base.sinceBoot)
  }
  function now(): number {
    const wall = source.wall()
    const own = ownTime(wall)
    doubted = !isNear(wall, own)
    if (doubted) return Math.floor(own)
    anchorIfOld(wall)
    return wall
  }
  /** Small corrections are followed: ten minutes at a time, for two clocks never run quite alike. */
  function anchorIfOld(wall: number): void {
    if (source.monotonic() - base.monotonic > 600_000) anchor(wall)
  }
  return {
    now,
    wall: source.wall,
    doubt() {
      const hallSays = now()
      return doubted ? { hallSays, clockSays: source.wall() } : null
    },
    trust() {
      anchor(source.wall())
      doubted = false
    },
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Dates a time of the hall for the domain, in the hall's time zone. */
export function momentIn(timeZone: string, now: () => number = wallTime): () => Moment {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  })
  // Formatting costs more than deciding; within one minute the answer is the same.
  let known = { minute: -1, day: '', of: 0, weekday: 1 }
  return () => {
    const at = now()
    const minute = Math.floor(at / 60_000)
    if (minute !== known.minute) {
      const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
      const day = `${parts.year}-${parts.month}-${parts.day}`
      const of = Number(parts.hour) * 60 + Number(parts.minute)
      known = { minute, day, of, weekday: weekdays.indexOf(parts.weekday ?? 'Mon') + 1 }
    }
    return {
      now: at,
      day: known.day,
      minute: known.of,
      weekday: known.weekday,
      newId: newToken,
    }
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The day of an epoch time in a zone, 2026-03-18. Making a format is dear: one for each zone. */
export function dayIn(timeZone: string, at: number): string {
  const known = dayFormats.get(timeZone)
  if (known) return known.format(at)
  const fresh = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  dayFormats.set(timeZone, fresh)
  return fresh.format(at)
}
