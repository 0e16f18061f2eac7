import type { Wait } from './view-parts.ts'

/** A wait in words: the large part of a sign (20–35, 一个多小时) and its unit, which may be empty (分钟, min). */
export interface WaitWords {
  readonly value: string
  readonly unit: string
}

const HOUR = 60
/** Ends at and above this are open: three hours or more. */
const OPEN_END = 360

/** How a wait is told to people, everywhere the same; null = it cannot be known now. The ranges are those of `shownRange`. */
export function waitWords(wait: Wait, isEnglish = false): WaitWords | null {
  if (wait === null) return null
  const { lowMinutes: low, highMinutes: high } = wait
  return isEnglish ? inEnglish(low, high) : inChinese(low, high)
}

/** The same in one piece: 20–35 分钟, 一个多小时. */
export function waitPhrase(wait: Wait, isEnglish = false): string | null {
  const words = waitWords(wait, isEnglish)
  return words && [words.value, words.unit].filter((part) => part !== '').join(' ')
}

/** As it stands after a word: digits and Latin letters are set off by a space, Chinese goes on at once (一般等 15–25 分钟, 一般等不到 5 分钟). */
export const afterWord = (phrase: string): string => (/^[0-9a-z]/i.test(phrase) ? ` ${phrase}` : phrase)

const hoursInChinese = ['', '一', '两', '三', '四', '五'] as const

/** Hours in halves: 一个半小时. */
function halvesInChinese(halves: number): string {
  const whole = hoursInChinese[Math.floor(halves / 2)] ?? ''
  return halves % 2 === 0 ? `${whole}个小时` : `${whole}个半小时`
}

function inChinese(low: number, high: number): WaitWords {
  if (high >= OPEN_END) return { value: `${hoursInChinese[Math.floor(low / HOUR)] ?? ''}个小时以上`, unit: '' }
  if (low === 0 && high < HOUR) return { value: `不到 ${high}`, unit: '分钟' }
  if (low === 0) return { value: `不到${hoursInChinese[Math.round(high / HOUR)]}小时`, unit: '' }
  if (low === HOUR && high === 3 * HOUR) return { value: '一到三个小时', unit: '' }
  if (low >= HOUR && low % HOUR === 0) return { value: `${hoursInChinese[low / HOUR] ?? ''}个多小时`, unit: '' }
  const halves = (low + high) / HOUR
  if (high > HOUR && Number.isInteger(halves)) return { value: `${halvesInChinese(halves)}左右`, unit: '' }
  return { value: `${low}–${high}`, unit: '分钟' }
}

function inEnglish(low: number, high: number): WaitWords {
  if (high >= OPEN_END) return { value: low === HOUR ? 'an hour or more' : `${low / HOUR} hours or more`, unit: '' }
  if (low === 0 && high < HOUR) return { value: `under ${high}`, unit: 'min' }
  if (low === 0) return { value: high === HOUR ? 'under an hour' : `under ${Math.round(high / HOUR)} hours`, unit: '' }
  if (low === HOUR && high === 3 * HOUR) return { value: '1 to 3 hours', unit: '' }
  if (low >= HOUR && low % HOUR === 0)
    return { value: low === HOUR ? 'over an hour' : `over ${low / HOUR} hours`, unit: '' }
  const halves = (low + high) / HOUR
  if (high > HOUR && Number.isInteger(halves))
    return { value: halves === 2 ? 'about an hour' : `about ${halves / 2} hours`, unit: '' }
  return { value: `${low}–${high}`, unit: 'min' }
}
