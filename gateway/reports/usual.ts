import type { UsualDayView } from '../contract/reports.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { type Sum, addSum } from '../domain/reports/sum.ts'
import { USUAL_DAYS, usualDay } from '../domain/reports/usual-day.ts'
import { breathe } from '../time.ts'
import type { DaySums } from '../store/day-sums.ts'
import { queueHalves } from './advice.ts'
import { closedDays } from './closed-days.ts'

/** The usual day of the hall and of each queue, from the last working days before this one. */
export async function usualBefore({ hall }: HallModel, sums: DaySums, today: string): Promise<UsualDayView> {
  const days = closedDays(sums)
    .filter(({ day }) => day < today)
    .slice(-USUAL_DAYS)
  const ofHall: Record<number, Sum>[] = []
  const ofQueues: Map<string, Record<number, Sum>>[] = []
  for (const { day } of days) {
    const whole: Record<number, Sum> = {}
    for (const { halves } of sums.rows(day, ['hall'], true))
      for (const [half, sum] of Object.entries(halves)) whole[Number(half)] = addSum(whole[Number(half)] ?? {}, sum)
    ofHall.push(whole)
    ofQueues.push(queueHalves(sums, day))
    await breathe()
  }
  return {
    days: days.length,
    demo: days.some(({ demo }) => demo),
    hall: usualDay(ofHall),
    queues: hall.queues.map(({ id }) => ({ key: id, halves: usualDay(ofQueues.map((day) => day.get(id) ?? {})) })),
  }
}
