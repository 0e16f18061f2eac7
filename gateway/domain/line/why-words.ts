import type { Why } from '../../contract/line.ts'

/** Why this ticket is next, as said to clerk and guide; `clock` writes an epoch ms as 10:00 in the hall's zone. */
export function whyWords(why: Why, clock: (at: number) => string): string {
  switch (why.rule) {
    case 'sent-here':
      return '转到本窗口'
    case 'priority':
      return `优先：${why.reason}`
    case 'appointment':
      return `预约 ${clock(why.at)} 已到点`
    case 'accessible':
      return '需要无障碍窗口'
    case 'its-turn':
      return `已连叫 ${why.priorities} 个优先号，轮到普通号`
    case 'aged':
      return `比优先号早到 ${why.headStartMinutes} 分钟以上`
    case 'returned':
      return '过号重排'
    case 'stepped-back':
      return '晚点再来的，让过几位了'
    case 'transferred':
      return '转来的，按原取号时间'
    case 'next-leg':
      return '接着办下一步，按原取号时间'
    case 'longest':
      return '等候最久'
    case 'by-hand':
      return why.reason === undefined ? '窗口点名叫号' : `窗口点名叫号：${why.reason}`
  }
}
