import type { ReportRow } from '../contract/reports.ts'

type Read = (row: ReportRow) => number | null
/**
 * A figure as a file has it. `sum`: it may be added up; `whole` or with a fraction. `ratio`: it is one such column divided by another, so that a
 * workbook can work it out itself, also of a sum. `plain`: it stands for itself and cannot be added up.
 */
export type ReportColumn = { title: string; value: Read } & (
  | { kind: 'sum'; id: string; isWhole: boolean }
  | { kind: 'ratio'; part: string; of: string; isShare: boolean }
  | { kind: 'plain' }
)

const many = (id: string, title: string, value: Read): ReportColumn => ({
  kind: 'sum',
  id,
  isWhole: true,
  title,
  value,
})
const measured = (id: string, title: string, value: Read): ReportColumn => ({
  kind: 'sum',
  id,
  isWhole: false,
  title,
  value,
})
const mean = (title: string, part: string, of: string, value: Read): ReportColumn => ({
  kind: 'ratio',
  part,
  of,
  isShare: false,
  title,
  value,
})
const share = (title: string, part: string, of: string, value: Read): ReportColumn => ({
  ...mean(title, part, of, value),
  kind: 'ratio',
  part,
  of,
  isShare: true,
})
/** A mean or a share times how many it is of: what was added up. */
const times = (figure: number | null, count: number): number => (figure ?? 0) * count
const people = (figure: number | null, count: number): number => Math.round(times(figure, count))

/** Every figure of a report, in the order of a visit: came, waited, was served, went, said, asked. */
export const reportColumns: readonly ReportColumn[] = [
  many('taken', '取号', (row) => row.taken),
  many('givenBack', '取错退回', (row) => row.givenBack),
  many('called', '叫到', (row) => row.called),
  measured('waited', '等待合计（分）', (row) => times(row.waitMean, row.called)),
  mean('平均等（分）', 'waited', 'called', (row) => row.waitMean),
  { kind: 'plain', title: '一半人等不到（分）', value: (row) => row.below50 },
  { kind: 'plain', title: '九成人等不到（分）', value: (row) => row.below90 },
  many('within', '承诺内（人）', (row) => people(row.within, row.called)),
  share('承诺内', 'within', 'called', (row) => row.within),
  many('over', '超过上限（人）', (row) => row.overLimit),
  many('told', '告诉过等多久', (row) => row.told),
  many('toldTrue', '说准了', (row) => people(row.toldTrue, row.told)),
  share('说得准', 'toldTrue', 'told', (row) => row.toldTrue),
  measured('toldOff', '差了合计（分）', (row) => times(row.toldOffMean, row.told)),
  mean('平均差（分）', 'toldOff', 'told', (row) => row.toldOffMean),
  many('finished', '办结', (row) => row.finished),
  many('served', '办理次数', (row) => row.served),
  measured('service', '办理合计（分）', (row) => times(row.serviceMean, row.served)),
  mean('平均办（分）', 'service', 'served', (row) => row.serviceMean),
  many('missed', '过号', (row) => row.missed),
  many('requeued', '重排', (row) => row.requeued),
  many('left', '没等到就走', (row) => row.left),
  many('transferred', '转移', (row) => row.transferred),
  measured('open', '开窗（小时）', (row) => row.openHours),
  measured('busy', '有人（小时）', (row) => times(row.load, row.openHours)),
  share('忙', 'busy', 'open', (row) => row.load),
  many('ratings', '评价', (row) => row.ratings),
  many('content', '基本满意以上', (row) => people(row.content, row.ratings)),
  share('满意', 'content', 'ratings', (row) => row.content),
  many('bad', '差评', (row) => row.bad),
  many('grievances', '诉求', (row) => row.grievances),
  many('yellows', '亮黄牌', (row) => row.yellows),
  many('reds', '亮红牌', (row) => row.reds),
  many('lightAnswers', '首席代表答复', (row) => row.lightAnswers),
  many('helps', '请引导员', (row) => row.helps),
  many('helpsAnswered', '有人应', (row) => row.helpsAnswered),
  measured('help', '应答合计（分）', (row) => times(row.helpMean, row.helpsAnswered)),
  mean('平均多久应（分）', 'help', 'helpsAnswered', (row) => row.helpMean),
  many('lists', '打材料清单', (row) => row.lists),
  many('slipFaults', '号票没打出', (row) => row.slipFaults),
  many('searches', '终端查询', (row) => row.searches),
  many('searchesEmpty', '没查到', (row) => row.searchesEmpty),
  share('没查到的', 'searchesEmpty', 'searches', (row) =>
    row.searches === 0 ? null : row.searchesEmpty / row.searches,
  ),
]

/** How figures are counted, for whoever reads a file without the page. */
export const countingNotes = (promise: { minutes: number; limit: number }): string[] => [
  '等待：从取号到第一次叫号；属于取号的那半小时。撤销的一步不算。',
  `承诺内：等了不到 ${promise.minutes} 分钟；上限 ${promise.limit} 分钟。“一半人等不到 8 分”是说一半人等的时间都少于 8 分钟。`,
  '忙：窗口有来访者的时间 ÷ 开着的时间。说得准：告诉来访者的等待范围，实际落在里面。',
  '亮牌算变成黄牌、红牌的次数。一天在第二天零点以后结算，结算后不再变。',
]

/** The kinds of parts, as a file names them. */
export const kindTitles = {
  hall: '全厅',
  floor: '楼层',
  department: '部门',
  queue: '队列',
  counter: '窗口',
  person: '人员',
  matter: '事项',
  terminal: '终端',
} as const
