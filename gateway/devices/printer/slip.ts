/** What a slip says. All words are ready; the printer's side only sets them. */
export interface Slip {
  hallName: string
  /** 2026-03-18 星期三 10:31 */
  takenAt: string
  number: string
  matterName: string
  /** 1 楼 A 区 8–14 号窗口 */
  where: string
  ahead: number
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

export const slipWords = {
  yourNumber: '您的号码',
  where: '去哪里',
  ahead: '前面有',
  wait: '约等',
  scan: '扫码看排到哪',
  shake: '快到时手机会震动',
  missed: (minutes: number): string[] => [`过号 ${minutes} 分钟内`, '到咨询台可重排'],
  missing: '还缺：',
  legs: '用这一个号依次办：',
  today: '当天有效 · 需要帮忙请找引导员',
}
