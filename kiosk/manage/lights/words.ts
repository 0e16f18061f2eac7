import zh from '../../../assets/locales/zh-Hans/manage/lights.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'
import type { Light } from '../../../gateway/contract/cases.ts'
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import type { WatchedDay } from '../../../gateway/contract/watched-cases.ts'
import type { LightName } from '../../shared/staff/marks.tsx'

export const { say } = pageWords('manage/lights', zh)

export const lightNameOf: Record<Light, LightName> = {
  green: 'ok',
  yellow: 'warning',
  red: 'fault',
  paused: 'paused',
}

/** 9/17 of 2026-09-17. */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`
/** 9/17 9:42 of an epoch time. */
export const shortMoment = (at: number, timeZone: string): string =>
  `${shortDay(dayAt(at, timeZone))} ${clockAt(at, timeZone).replace(/^0/, '')}`

/** How long something has stood, in words. */
export function agoWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes >= 48 * 60) return say('manyDays', { days: Math.floor(minutes / 1_440) })
  if (minutes >= 60) return say('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return say('minutes', { minutes })
}

/** The days off that are still to come before the limit, as ranges: 10/1–10/7. '' = none. */
export function offWords(days: readonly WatchedDay[], today: string): string {
  const runs: [string, string][] = []
  for (const [nth, { day, kind }] of days.entries()) {
    if (kind !== 'off' || day <= today) continue
    const last = runs.at(-1)
    if (last && days[nth - 1]?.kind === 'off' && days[nth - 1]?.day === last[1]) last[1] = day
    else runs.push([day, day])
  }
  return runs.map(([from, to]) => (from === to ? shortDay(from) : `${shortDay(from)}–${shortDay(to)}`)).join('、')
}
