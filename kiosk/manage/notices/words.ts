import type { NoticeState, NoticeView } from '../../../gateway/contract/notice.ts'
import type { Tone } from '../../shared/staff/marks.tsx'

export const words = {
  title: '公告',
  empty: '还没有公告。点“写一条”开始。',
  fresh: '写一条',
  freshTitle: '新公告',
  edit: '改公告',
  standingTitle: '长期公告',
  standing: '这条写在大厅的设置里，一直显示，不在这里改。',
  text: '内容',
  textHint: '一两句话，先说什么事，再说怎么办',
  textEn: '英文（可以不写）',
  file: '图片、PDF 或视频（可以没有）',
  upload: '选一个文件',
  uploading: '正在检查文件……',
  removeFile: '不用这个文件',
  placement: '放在哪里',
  placements: { ticker: '屏下边一行', side: '叫号旁边', full: '整块屏' },
  targets: '给谁看',
  morePlaces: '按楼层、区',
  priority: '要紧程度',
  priorities: [
    { value: 0, label: '平常' },
    { value: 3, label: '要紧' },
    { value: 6, label: '只显示这条' },
  ],
  start: '从什么时候（不写就是批准以后）',
  end: '到什么时候（不写就一直显示）',
  days: '每周哪几天、几点到几点（不写就是全天）',
  part: (nth: number) => `第 ${nth} 段时间`,
  addFirstPart: '只在一些时间显示',
  addPart: '再加一段时间',
  removePart: '去掉',
  partFrom: '从几点',
  partTo: '到几点',
  templates: '用写好的',
  templatesTitle: '用写好的公告',
  useTemplate: '写进公告',
  anotherTemplate: '换一条',
  fillAll: '先把上面填好',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  over: '过了半夜也算',
  preview: '屏上的样子',
  save: '保存草稿',
  saved: '草稿存好了。',
  saveLive: '保存，马上换到屏上',
  savedLive: '改好了，屏上已经换了。',
  submit: '送审',
  submitted: '已送审。不用等别人：您看过也可以点“批准”。',
  mayApprove: '不用等别人，您看过就可以批准。',
  approve: '批准',
  approved: '已批准。到时间就显示。',
  withdraw: '撤下',
  withdrawn: '已撤下。',
  sureWithdraw: '把这条公告撤下来吗？',
  yesWithdraw: '是，撤下',
  noText: '先写内容',
  by: (by: string) => `${by} 写`,
  neverPlayed: '屏上还没有放过',
  played: (times: number, minutes: number) => `屏上放过 ${times} 次，共 ${minutes} 分钟`,
  times: (times: number, seconds: number) =>
    `${times} 次，${seconds < 120 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`}`,
  whenever: '一直显示',
  from: (time: string) => `${time} 起`,
  until: (time: string) => `到 ${time}`,
} as const

export const states: Record<NoticeState, { word: string; tone: Tone }> = {
  draft: { word: '草稿', tone: 'plain' },
  review: { word: '等批准', tone: 'amber' },
  scheduled: { word: '到时间显示', tone: 'qing' },
  live: { word: '正在显示', tone: 'green' },
  expired: { word: '已过期', tone: 'plain' },
  withdrawn: { word: '已撤下', tone: 'plain' },
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
  const days = dayParts.map(
    ({ weekdays, from, to }) => `周${weekdays.map((day) => words.weekdays[day - 1]).join('')} ${from}–${to}`,
  )
  const dates = [
    startAt === null ? '' : words.from(format.format(startAt)),
    endAt === null ? '' : words.until(format.format(endAt)),
  ]
  const said = [...dates, ...days].filter((word) => word !== '')
  return said.length === 0 ? words.whenever : said.join('，')
}
