import type { SlipField } from '../../contract/slip-layout.ts'
import type { SlipLanguage } from '../../contract/slip-words.ts'

/** What a slip says. All words are ready; the layout says where they stand, the printer's side sets them. */
export interface Slip {
  language: SlipLanguage
  hallName: string
  /** 2026-03-18 星期三 10:31 */
  takenAt: string
  number: string
  matterName: string
  /** 1 楼 A 区 8–14 号窗口 */
  where: string
  ahead: number
  /** 6 人 */
  aheadWords: string
  /** null = cannot be known now, and is not printed. */
  waitWords: string | null
  trackingUrl: string
  missing: string[]
  /** Steps of a flow, ready words; empty = a plain number. */
  legs: string[]
  /** K1-0318-A042 */
  code: string
  requeueMinutes: number
}

/** Free words of a layout with their {fields} filled in; what cannot be known now leaves a dash. */
export function fillWords(text: string, slip: Slip): string {
  const fields: Record<SlipField, string> = {
    hallName: slip.hallName,
    time: slip.takenAt,
    number: slip.number,
    matter: slip.matterName,
    where: slip.where,
    ahead: String(slip.ahead),
    wait: slip.waitWords ?? '—',
    missedMinutes: String(slip.requeueMinutes),
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(fields, name) ? fields[name as SlipField] : whole,
  )
}
