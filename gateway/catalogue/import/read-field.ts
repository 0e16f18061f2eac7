import { clean } from '../clean-text.ts'

/** A limit as offices write it: 20, 20个工作日, 即办. null = more than a number; such words are kept as the note and never guessed at. */
export function daysOf(text: string): { days: number; unit: '工作日' | '自然日' | null } | null {
  const said = clean(text).replace(/\s/g, '')
  if (/^(即办|即时|当场|当场办结|即时办结)(件)?$/.test(said)) return { days: 0, unit: null }
  const found = /^(\d{1,4}(?:\.\d+)?)(?:个)?(工作日|自然日|日历日|天|日)?(?:内)?$/.exec(said)
  if (!found) return null
  const unit = found[2] === '工作日' ? '工作日' : found[2] === undefined ? null : '自然日'
  return { days: Number(found[1]), unit: found[2] === '日' || found[2] === '天' ? null : unit }
}

/** 是 / 否 in the ways it is written; null = not said. */
export function flagOf(text: string): boolean | null {
  const said = clean(text).toUpperCase()
  if (/^(1|是|Y|YES|TRUE|有|支持|收费|进驻|已进驻)$/.test(said)) return true
  return /^(0|否|N|NO|FALSE|无|不支持|不收费|不进驻|未进驻)$/.test(said) ? false : null
}

/** A whole number, also behind 次 or 份; null = none. */
export function countOf(text: string): number | null {
  const found = /^(\d{1,6})(?:\.0+)?(?:次|份)?$/.exec(clean(text))
  return found ? Number(found[1]) : null
}

/** A day as 2026-03-18, from 2026/3/18, 20260318 or 2026年3月18日; null = no day. */
export function dayOf(text: string): string | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(clean(text))
  if (!found) return null
  const [, year = '', month = '', day = ''] = found
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

/** Several words in a cell: a JSON list, or split at 、 ， ； | and line breaks. */
export function listOf(text: string): string[] {
  if (text.trimStart().startsWith('[')) {
    const read = jsonOf(text)
    if (Array.isArray(read)) return read.map((one) => clean(String(one))).filter((one) => one !== '')
  }
  return text
    .split(/[、，,；;|\n\r^]+/)
    .map(clean)
    .filter((one) => one !== '')
}
/** The cell that `listOf` reads back as the same list. */
export const listCell = (list: readonly string[]): string =>
  list.some((one) => /[、，,；;|^[]/.test(one)) ? JSON.stringify(list) : list.join('、')

/** undefined = no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
