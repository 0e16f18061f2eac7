import type { NoticeState, NoticeView } from '../../../gateway/contract/notice.ts'
import type { Tone } from '../../shared/staff/marks.tsx'
import zh from '../../../assets/locales/zh-Hans/manage/notices.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say, list } = pageWords('manage/notices', zh)

export const toneOf: Record<NoticeState, Tone> = {
  draft: 'plain',
  review: 'amber',
  scheduled: 'qing',
  live: 'green',
  expired: 'plain',
  withdrawn: 'plain',
}

/** When a notice is shown, in one line. */
export function timesOf(
  { startAt, endAt, dayParts }: Pick<NoticeView, 'startAt' | 'endAt' | 'dayParts'>,
  timeZone: string,
): string {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const days = dayParts.map(({ weekdays, from, to }) =>
    say('weekly', { days: weekdays.map((day) => list('weekdays')[day - 1]).join(''), from, to }),
  )
  const dates = [
    startAt === null ? '' : say('from', { time: format.format(startAt) }),
    endAt === null ? '' : say('until', { time: format.format(endAt) }),
  ]
  const said = [...dates, ...days].filter((word) => word !== '')
  return said.length === 0 ? say('whenever') : said.join('，')
}

export const priorities = [
  { value: 0, word: 'priorities.usual' },
  { value: 3, word: 'priorities.pressing' },
  { value: 6, word: 'priorities.alone' },
] as const

/** How often a notice was shown, and for how long: 3 次，45 秒. */
export const timesWords = (times: number, seconds: number): string =>
  seconds < 120
    ? say('timesSeconds', { times, seconds })
    : say('timesMinutes', { times, minutes: Math.round(seconds / 60) })
