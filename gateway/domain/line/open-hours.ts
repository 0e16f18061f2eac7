import { isWithin } from '../../contract/day-span.ts'
import type { Queue } from '../../contract/hall.ts'
import { addDays, minuteOf, weekdayOf } from '../../contract/hall-time.ts'
import { type Moment, type Refusal, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'

type Hour = Pick<Moment, 'day' | 'minute' | 'weekday'>

/** Working day by the hall's weekdays, the holidays and the moved working days. */
export function isWorkday({ hall, calendar }: HallModel, day: string, weekday: number): boolean {
  return calendar.work.includes(day) || (!calendar.off.includes(day) && hall.hours.weekdays.includes(weekday))
}

/** Opening, last number and break of a queue, or of the hall alone. */
export function hoursOf(
  { hall }: HallModel,
  queue: Queue | null,
): { open: string; lastTicket: string; lunch: { from: string; to: string; takes: boolean } | null } {
  const own = queue?.hours ?? null
  return {
    open: own?.open ?? hall.hours.open,
    lastTicket: own?.lastTicket ?? hall.hours.lastTicket,
    lunch: own?.lunch ?? hall.lunch,
  }
}

/** May numbers be taken in the hall now? A demo hall is always open. */
export const isTaking = (hallModel: HallModel, hour: Hour): boolean => closedNow(hallModel, hour, null) === null

/** Why no number is given now, with when to come back; null = one is given. A demo hall is always open. */
export function closedNow(hallModel: HallModel, hour: Hour, queue: Queue | null): Refusal | null {
  if (hallModel.alwaysOpen) return null
  const hall = hoursOf(hallModel, null)
  const own = hoursOf(hallModel, queue)
  const about = { open: own.open, lastTicket: own.lastTicket }
  if (!isWorkday(hallModel, hour.day, hour.weekday))
    return refuse('hall-closed', { ...about, ...nextMorning(hallModel, hour.day, own.open) })
  const code =
    hour.minute < minuteOf(hall.open) || hour.minute >= minuteOf(hall.lastTicket) ? 'hall-closed' : 'queue-closed'
  if (hour.minute < minuteOf(own.open)) return refuse(code, { ...about, ...todayAt(own.open) })
  if (hour.minute >= minuteOf(own.lastTicket))
    return refuse(code, { ...about, ...nextMorning(hallModel, hour.day, own.open) })
  const { lunch } = own
  if (lunch && !lunch.takes && isWithin(lunch, hour.minute))
    return refuse('queue-closed', { ...about, ...todayAt(lunch.to) })
  return null
}

/** When to come back, for the words of a refusal. */
export const todayAt = (clock: string): { back: string; backEn: string } => ({
  back: `今天 ${clock} `,
  backEn: `today at ${clock}`,
})

const weekdayNames = ['', '一', '二', '三', '四', '五', '六', '日'] as const

/** The next working morning within three weeks; else "in opening hours". */
export function nextMorning(
  hallModel: HallModel,
  day: string,
  open: string,
): { back: string; backEn: string } | Record<string, never> {
  for (let ahead = 1; ahead <= 21; ahead += 1) {
    const next = addDays(day, ahead)
    if (!hallModel.alwaysOpen && !isWorkday(hallModel, next, weekdayOf(next))) continue
    const date = `${Number(next.slice(5, 7))} 月 ${Number(next.slice(8))} 日`
    if (ahead === 1) return { back: `明天 ${open} `, backEn: `tomorrow at ${open}` }
    return { back: `${date}星期${weekdayNames[weekdayOf(next)]} ${open} `, backEn: `on ${next} at ${open}` }
  }
  return {}
}
