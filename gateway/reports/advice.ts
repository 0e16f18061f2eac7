import type { StaffingAdviceView } from '../contract/reports.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { staffingAdvice } from '../domain/reports/staffing-advice.ts'
import { type Sum, addSum } from '../domain/reports/sum.ts'
import { breathe } from '../time.ts'
import type { DaySums } from '../store/day-sums.ts'
import { closedDays } from './closed-days.ts'

/** Eight weeks of working days. */
const DAYS = 40

/** What the days up to this one, itself included, say about counters; the worst first. */
export async function adviceUntil(hallModel: HallModel, sums: DaySums, until: string): Promise<StaffingAdviceView[]> {
  const days = closedDays(sums)
    .filter(({ day }) => day <= until)
    .slice(-DAYS)
  const known: { day: string; queues: Map<string, Record<number, Sum>> }[] = []
  for (const { day } of days) {
    known.push({ day, queues: queueHalves(sums, day) })
    await breathe()
  }
  return staffingAdvice(known, hallModel.hall.waitPromise.minutes).map((one) => ({
    ...one,
    days: [...one.days],
    name: hallModel.queues.get(one.queueId)?.name ?? one.queueId,
  }))
}

/** The half hours of each queue on a day. */
export function queueHalves(sums: DaySums, day: string): Map<string, Record<number, Sum>> {
  const queues = new Map<string, Record<number, Sum>>()
  for (const { key, halves } of sums.rows(day, ['queue'], true)) {
    const known = queues.get(key) ?? {}
    for (const [half, sum] of Object.entries(halves)) known[Number(half)] = addSum(known[Number(half)] ?? {}, sum)
    queues.set(key, known)
  }
  return queues
}
