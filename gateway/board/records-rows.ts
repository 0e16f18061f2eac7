import { BACKUP, MAILS } from './backup-row.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { DeviceCode, DeviceCondition } from '../contract/device-condition.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { missingYears } from '../hall/calendar-gap.ts'
import type { Damage } from '../store/check-chain.ts'
import type { DiskTrouble } from '../store/disk-trouble.ts'

export const RECORDS = '记录'
export const CLOCK = '时钟'
export const CALENDAR = '日历'
/** These stand on the board only while something is wrong. */
export const isRecordsRow = (id: string): boolean => [RECORDS, CLOCK, CALENDAR, BACKUP, MAILS].includes(id)

const codes: Record<DiskTrouble, DeviceCode> = {
  'disk-full': 'disk-full',
  'read-only': 'read-only',
  damaged: 'file-damaged',
  locked: 'file-locked',
  'stream-away': 'stream-away',
  'stream-full': 'stream-full',
  other: 'cannot-write',
}

export interface RecordsNews {
  trouble: DiskTrouble | null
  /** What a look through the whole log found. */
  damages: readonly Damage[]
  /** The note beside the log was missing at the start. */
  headMissing: boolean
}

/** How the gateway's log and its disk are. */
export function recordsCondition({ trouble, damages, headMissing }: RecordsNews): DeviceCondition {
  if (trouble !== null) return { code: codes[trouble], detail: null }
  if (damages.length > 0) return { code: 'log-damaged', detail: null }
  return { code: headMissing ? 'head-missing' : 'ok', detail: null }
}

export const clockCondition = ({ clock }: Pick<OfficeState, 'clock'>): DeviceCondition => ({
  code: clock.doubt === null ? 'ok' : 'clock-doubted',
  detail: null,
})

/** `today` = 2026-11-28, the hall's day. */
export function calendarCondition(calendar: HolidayCalendar, today: string): DeviceCondition {
  const absent = missingYears(calendar, today)
  return absent.length === 0 ? { code: 'ok', detail: null } : { code: 'holidays-missing', detail: absent.join(' ') }
}
