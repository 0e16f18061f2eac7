import type { Light } from './cases.ts'
import type { LightWhy } from './lights.ts'

export const lightNames: Record<Light, string> = { green: '绿牌', yellow: '黄牌', red: '红牌', paused: '停表' }

/** How a light stands, short: 剩 1 个工作日, 超时 2 个工作日, 今天到期, 暂停 6 天. `left` in working days. */
export function lightLeftWords(row: { light: Light; left: number; pausedDays: number }): string {
  if (row.light === 'paused') return `暂停 ${row.pausedDays} 天`
  if (row.left < 0) return `超时 ${-row.left} 个工作日`
  return row.left === 0 ? '到了最后一天' : `剩 ${row.left} 个工作日`
}

/** Why it is so, with its days: 审核用了 4 天，限 3 天. */
export function lightWhyWords(row: {
  why: LightWhy
  step: string | null
  used: number
  limitDays: number
  procedure: string | null
}): string {
  const what = row.step ?? '全程'
  switch (row.why) {
    case 'overdue':
    case 'ended-late':
      return `${what}用了 ${row.used} 天，限 ${row.limitDays} 天`
    case 'last-day':
      return row.used >= row.limitDays
        ? `${what}今天是最后一天，限 ${row.limitDays} 天`
        : `${what}还剩 ${row.limitDays - row.used} 天，限 ${row.limitDays} 天`
    case 'four-fifths':
      return `${what}用了 ${Math.round((row.used / row.limitDays) * 100)} %，限 ${row.limitDays} 天`
    case 'special-procedure':
      return `${row.procedure ?? '特别程序'}，不计时`
    case 'in-time':
      return `${what}在时限内`
    case 'ended-in-time':
      return '按时办完'
  }
}
