import { command } from '../../gateway/contract/commands.ts'
import type { Moment } from '../../gateway/domain/decision.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { type OfficeDeps, openOffice } from '../../gateway/office/office.ts'
import type { EventLog, KeptAnswer } from '../../gateway/store/event-log.ts'
import { memoryLog } from '../../gateway/store/memory-log.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { tinyHallModel } from './tiny-hall.ts'

export const HOUR_MS = 3_600_000
export const FIRST_DAY = Date.UTC(2026, 2, 18, 2)
let count = 0
/** The hall's time, set by hand. */
export const clock = { now: FIRST_DAY }
export const moment = (): Moment => ({
  now: clock.now,
  day: new Date(clock.now + 8 * HOUR_MS).toISOString().slice(0, 10),
  minute: 600,
  weekday: 3,
  newId: () => `id${++count}`,
})
/** An office over the tiny hall, on the first day. */
export const openOn = (log: EventLog, outside: OfficeDeps['outside'] = () => null) => {
  clock.now = FIRST_DAY
  return openOffice({ hallModel: tinyHallModel(), log, moment, answer: answerBody, outside })
}
export const takeB = command.parse({ type: 'take-ticket', queueId: 'B' })

/** A log that notes each commit, and whose disk can be full. */
export function watchedLog() {
  const log = memoryLog()
  const commits: { events: LoggedEvent[]; answers: KeptAnswer[] }[] = []
  const disk = { full: false }
  const append: EventLog['append'] = async (seq, events, answers) => {
    if (disk.full) throw new Error('disk full')
    const end = await log.append(seq, events, answers)
    commits.push({ events, answers })
    return end
  }
  return { log: { ...log, append }, commits, disk }
}
