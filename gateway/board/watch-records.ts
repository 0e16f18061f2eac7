import type { DeviceBoard } from './device-board.ts'
import { CALENDAR, CLOCK, RECORDS, calendarCondition, clockCondition, recordsCondition } from './records-rows.ts'
import type { RecordsCheck } from './records-check.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Office } from '../office/office.ts'
import type { Damage } from '../store/check-chain.ts'
import { sayDamages } from '../store/say-damage.ts'
import { after } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'

/** The whole log is read soon after the start and then twice a day. */
const FIRST_AFTER_MS = 3_000
const EACH_MS = 12 * 3_600_000

export interface RecordsWatch {
  office: Pick<Office, 'state' | 'trouble' | 'onFacts'>
  board: Pick<DeviceBoard, 'learn'>
  /** The look through the whole log. */
  check: RecordsCheck
  headMissing: boolean
  calendar: HolidayCalendar
  /** The hall's day, 2026-11-28: next year's calendar is missed from a day on, also while the hall is running. */
  today(): string
  /** A line for the log of the program. */
  onDamage(line: string): void
  onBroken(error: unknown): void
  invalidate(): void
}

/** Keeps the board told of the gateway's own log, disk, clock and calendar. Returns the look, to be taken now and then. */
export function watchRecords(
  { office, board, check: whole, headMissing, calendar, today, onDamage, onBroken, invalidate }: RecordsWatch,
  stack: AsyncDisposableStack,
): () => void {
  let damages: readonly Damage[] = []
  const look = (): void => {
    board.learn(RECORDS, recordsCondition({ trouble: office.trouble, damages, headMissing }))
    board.learn(CLOCK, clockCondition(office.state))
    board.learn(CALENDAR, calendarCondition(calendar, today()))
    invalidate()
  }
  const check = async (): Promise<void> => {
    damages = (await whole.run()) ?? damages
    for (const line of sayDamages(damages)) onDamage(line)
    look()
  }
  const checkSafely = (): void => void check().catch(onBroken)
  stack.defer(after(FIRST_AFTER_MS, checkSafely))
  stack.defer(keepDoing(EACH_MS, check, onBroken).stop)
  office.onFacts((facts) => {
    if (facts.some(({ type }) => type === 'clock-doubted' || type === 'clock-trusted' || type === 'day-corrected'))
      look()
  })
  return look
}
