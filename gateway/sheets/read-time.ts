import { hanDigits, hanNumber } from './han-number.ts'
import { serialText } from './number-format.ts'
import { type Cell, textOf } from './table.ts'

const two = (value: number | string): string => String(value).padStart(2, '0')
const han = new RegExp(`[${hanDigits}]{1,4}(?=[年月日号时点分])`, 'g')
/** Full-width signs and Chinese numerals as digits. */
const plainDigits = (text: string): string =>
  text === ''
    ? ''
    : text
        .normalize('NFKC')
        .trim()
        .replace(han, (numeral) => String(hanNumber(numeral) ?? numeral))
const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** From 1954 to 2119: a smaller number in a cell is a count, a greater one a year or a code. */
const isSerial = (value: number): boolean => value >= 20_000 && value < 80_000

/** A cell that a spreadsheet may hold as a number of days, as text. */
export function momentText(cell: Cell | undefined): string {
  if (typeof cell === 'object' && cell !== null && 'serial' in cell) {
    if (isSerial(cell.serial) || (cell.serial > 0 && cell.serial < 1)) return serialText(cell.serial) ?? cell.number
    return cell.number
  }
  const text = textOf(cell).trim()
  // A part of a day that was written out as text: 0.4375 is half past ten, and no clock writes an hour 0 with a point.
  const isFraction = /^0\.\d+$/.test(text)
  const isNumber = isFraction || (/^\d{5}(\.\d+)?$/.test(text) && isSerial(Number(text)))
  return isNumber ? (serialText(Number(text)) ?? text) : text
}

/**
 * A day as 2026-03-18, from 2026/3/18, 2026.3.18, 20260318, 2026年3月18日（星期三）, 二〇二六年三月十八日, an Excel number; a clock behind it is left
 * aside. Without a year it is the coming one, counted from `today`; null = no day, or no year and no `today`.
 */
export function dayOf(cell: Cell | undefined, today: string | null = null): string | null {
  const said = plainDigits(momentText(cell))
  if (said === '') return null
  const [, year, month = '', day = ''] =
    /^(?:(\d{4})[-/.年\s]\s*)?(\d{1,2})[-/.月]\s*(\d{1,2})[日号]?(?![-/.]?\d)/.exec(said) ??
    /^(\d{4})(\d{2})(\d{2})(?!\d{1,5}$)/.exec(said) ??
    []
  if (day === '') return null
  const rest = `-${two(month)}-${two(day)}`
  if (year !== undefined) return isDay(`${year}${rest}`) ? `${year}${rest}` : null
  return today === null ? null : comingDay(rest, today)
}

/** A day without a year is the coming one: in November, 1月5日 is in the next year. */
export function comingDay(rest: string, today: string): string | null {
  const year = Number(today.slice(0, 4))
  return (
    [year, year + 1, year + 2, year + 3, year + 4]
      .map((one) => `${one}${rest}`)
      .find((day) => day >= today && isDay(day)) ?? null
  )
}

/**
 * A clock as 09:30, from 9:30, 09:30:00, 9：30, 9点半, 9点一刻, 9时30分, 下午2:30, 2:30 PM, 0930, a fraction of a day, the begin of 9:30-10:00, or behind a day;
 * null = no clock.
 */
export function clockOf(cell: Cell | undefined): string | null {
  const said = plainDigits(momentText(cell))
    .replace(/^\d{4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,2}日?(\s*[(]?(星期|周)[^\s)]*[)]?)?\s*T?/, '')
    .replace(/^\d{1,2}月\s*\d{1,2}[日号]\s*/, '')
    .replace(/点\s*([一三13])刻钟?/, (_, quarters: string) => (/[一1]/.test(quarters) ? '点15分' : '点45分'))
  const compact = /^(?:\d{8})?([01]?\d|2[0-3])([0-5]\d)(?:[0-5]\d)?$/.exec(said)
  if (compact) return `${two(compact[1] ?? '')}:${compact[2] ?? ''}`
  const found =
    /^(上午|早上|中午|下午|晚上|am|pm)?\s*(\d{1,2})\s*[:点时.]\s*(半|[0-5]?\d)?(?::[0-5]\d)?(?:\.\d+)?分?\s*(am|pm)?/i.exec(
      said,
    )
  if (!found) return null
  const [, before = '', hours = '', minutes = '0', after = ''] = found
  const half = `${before}${after}`.toLowerCase()
  const late = /下午|晚上|pm/.test(half) || (half === '中午' && Number(hours) < 3)
  const hour =
    Number(hours) < 12 && late ? Number(hours) + 12 : /am|上午/.test(half) && Number(hours) === 12 ? 0 : Number(hours)
  return hour > 23 ? null : `${two(hour)}:${two(minutes === '半' ? 30 : minutes)}`
}

/**
 * A moment as epoch ms: a day with its clock in the hall (`at`), or with an offset of its own (…T09:00:00Z, +08:00), or 20261201090000. null =
 * not understood.
 */
export function momentOf(cell: Cell | undefined, at: (day: string, clock: string) => number): number | null {
  const said = plainDigits(momentText(cell))
  if (/T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/i.test(said)) return epochOrNull(Date.parse(said))
  if (/^1\d{12}$/.test(said)) return Number(said)
  const [, compactDay, hour = '', minute = '', second = '0'] = /^(\d{8})(\d{2})(\d{2})(\d{2})?$/.exec(said) ?? []
  if (compactDay !== undefined) {
    const day = dayOf(compactDay)
    return day === null || Number(hour) > 23 || Number(minute) > 59
      ? null
      : at(day, `${hour}:${minute}`) + Number(second) * 1000
  }
  const day = dayOf(said)
  if (day === null) return null
  const hasClock = /[:点时]/.test(said)
  const clock = hasClock ? clockOf(said) : '00:00'
  const seconds = Number(/\d:\d{1,2}:(\d{2})/.exec(said)?.[1] ?? 0)
  return clock === null ? null : at(day, clock) + seconds * 1000
}
const epochOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value)
