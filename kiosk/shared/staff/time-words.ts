import type { Wait } from '../../../gateway/contract/view-parts.ts'
import { waitPhrase, waitWords } from '../../../gateway/contract/wait-words.ts'
import { sayStaff } from './words.ts'

/** Whole minutes between two epoch ms, never below 0. */
export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 60_000))

/** A running time: 00:48, 12:05, 1:02:05. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** How long somebody has been asking: 38 秒, 2 分. */
export function sinceWords(from: number, now: number): string {
  const minutes = minutesBetween(from, now)
  return minutes > 0
    ? sayStaff('minutes', { minutes })
    : sayStaff('seconds', { seconds: Math.max(0, Math.floor((now - from) / 1000)) })
}

/** A wait with its unit: 15–25 分钟, 一个多小时; — when it cannot be known. */
export const rangeWords = (wait: Wait): string => waitPhrase(wait) ?? '—'
/** The same for a column whose head says 分: 15–25, 一个多小时. */
export const rangeCell = (wait: Wait): string => waitWords(wait)?.value ?? '—'
