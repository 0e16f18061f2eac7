import { z } from 'zod'
import { hall } from '../contract/hall.ts'

const head = z.object({ timeZone: hall.shape.timeZone, hours: hall.shape.hours })

/** What one line of hall.yaml says about another, or about the world. */
export function headFaults(raw: unknown): { path: string[]; message: string }[] {
  const read = head.safeParse(raw)
  if (!read.success) return []
  const { timeZone, hours } = read.data
  const faults: { path: string[]; message: string }[] = []
  try {
    new Intl.DateTimeFormat('zh-CN', { timeZone })
  } catch {
    faults.push({ path: ['timeZone'], message: `没有时区 ${timeZone}。中国各地都写 Asia/Shanghai。` })
  }
  if (hours.close <= hours.open) faults.push({ path: ['hours', 'close'], message: '下班时间要晚于上班时间。' })
  if (hours.lastTicket < hours.open || hours.lastTicket > hours.close)
    faults.push({ path: ['hours', 'lastTicket'], message: '最后取号的时间要在上班时间里。' })
  return faults
}
