import type { LimitUnit } from '../../contract/matter.ts'

const counted: Record<LimitUnit, string> = { 工作日: '个工作日', 自然日: '天', 小时: '小时', 月: '个月', 年: '年' }

/** 当场办结, 3 个工作日, 30 天, 1 个月; what is no plain number as the source states it; null = it states nothing. */
export function limitWords(days: number | null, unit: LimitUnit, note: string | null): string | null {
  if (days === null) return note
  return days === 0 ? '当场办结' : `${days} ${counted[unit]}`
}
