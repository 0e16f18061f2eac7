import { addDays, weekdayOf } from './hall-time.ts'
import type { ReportView, StaffingAdviceView } from './reports.ts'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const weekdayWords = (weekday: number): string => `星期${weekdays[weekday - 1] ?? ''}`
const months = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const

/** 3月17日. */
export const dateWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
/** 3月17日 星期二; 3月16日–22日; 2026 年 3 月; 2026 年. */
export function spanWords({ span, from, until }: Pick<ReportView, 'span' | 'from' | 'until'>): string {
  switch (span) {
    case 'day':
      return `${dateWords(from)} ${weekdayWords(weekdayOf(from))}`
    case 'week':
      return `${dateWords(from)}–${from.slice(5, 7) === until.slice(5, 7) ? `${Number(until.slice(8, 10))}日` : dateWords(until)}`
    case 'month':
      return `${from.slice(0, 4)} 年 ${Number(from.slice(5, 7))} 月`
    case 'year':
      return `${from.slice(0, 4)} 年`
  }
}

/** As people say it: 昨天, 这一周. */
function whenWords({ span, from }: ReportView, today: string): string {
  switch (span) {
    case 'day':
      return from === addDays(today, -1) ? '昨天' : dateWords(from)
    case 'week':
      return `${dateWords(from)}这一周`
    case 'month':
      return `${months[Number(from.slice(5, 7)) - 1] ?? ''}月`
    case 'year':
      return `${from.slice(0, 4)} 年`
  }
}

/** The hour in which most people waited beyond the hall's limit; null = nobody did. */
export function worstHour(view: ReportView): { key: string; name: string; hour: number; over: number } | null {
  let worst: ReturnType<typeof worstHour> = null
  for (const { key, name, halves } of view.queueHalves) {
    const hours = Map.groupBy(halves, ({ half }) => Math.floor(half / 2))
    for (const [hour, of] of hours) {
      const over = of.reduce((sum, { overLimit }) => sum + overLimit, 0)
      if (over > (worst?.over ?? 0)) worst = { key, name, hour, over }
    }
  }
  return worst
}

/** What a report comes to, in one sentence: 昨天 3,012 人取号，九成人等了不到 34 分钟；10–11 点 B 企业登记等得最久。 */
export function headlineWords(view: ReportView, today: string): string {
  const { taken, below90 } = view.whole
  const who = view.part ? `${partWords(view.part)} ` : ''
  if (view.days === 0) return '这里还没有数。'
  const waited = below90 === null ? '没有叫到号' : `九成人等了不到 ${below90} 分钟`
  const worst = view.part === null ? worstHour(view) : null
  const where = worst ? `；${worst.hour}–${worst.hour + 1} 点 ${worst.key} ${worst.name}等得最久` : ''
  return `${whenWords(view, today)} ${who}${count(taken)} 人取号，${waited}${where}。`
}

/** 比上周二多 182 人，九成人的等待多 4 分；承诺是九成人不到 30 分. */
export function comparedWords({ whole, compared, span, from, promise, days }: ReportView): string {
  const promised = `承诺是九成人不到 ${promise.minutes} 分`
  if (days === 0 || compared === null) return promised
  const then = {
    day: `上${weekdayWords(weekdayOf(from)).replace('星期', '周')}`,
    week: '上一周',
    month: '上月',
    year: '上年',
  }
  const people = whole.taken - compared.whole.taken
  const minutes = (whole.below90 ?? 0) - (compared.whole.below90 ?? 0)
  const more = (value: number, unit: string, same: string): string =>
    value === 0 ? same : `${value > 0 ? '多' : '少'} ${count(Math.abs(value))} ${unit}`
  return `比${then[span]}${more(people, '人', '人数一样')}，等待${more(minutes, '分', '一样')}；${promised}`
}

/** 星期二 10–11 点，B 企业登记要多开 2 个窗口。 */
export const adviceWords = ({ weekday, hour, queueId, name, counters }: StaffingAdviceView): string =>
  `${weekdayWords(weekday)} ${hour}–${hour + 1} 点，${queueId} ${name}要多开 ${counters} 个窗口。`

/** On which days it rests: 看了 8 个星期二，7 个九成人等了 41 分钟左右，比承诺久：3月10日、3月17日. */
export function adviceBasisWords({ weekday, below90, days, of }: StaffingAdviceView): string {
  const many = days.length === of ? `${of} 个都` : `${days.length} 个`
  return `看了最近 ${of} 个${weekdayWords(weekday)}，${many}等得比承诺久，九成人约 ${below90} 分钟：${days.map(dateWords).join('、')}`
}

/** 队列 B 企业登记. */
export const partWords = ({ kind, key, name }: NonNullable<ReportView['part']>): string =>
  kind === 'queue' ? `${key} ${name}` : name

/** 3,012 */
export const count = (value: number): string => Math.round(value).toLocaleString('en-US')
