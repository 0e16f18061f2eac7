import { detailWords } from '../../gateway/contract/refusal-details.ts'
import type { TrackView } from '../../gateway/contract/views.ts'

export const words = {
  live: '实时',
  stale: '正在重连',
  yourNumber: '您的号码',
  ahead: '前面还有',
  people: '人',
  wait: '大约要等',
  minutes: '分钟',
  unknownWait: '现在说不准',
  notices: '大厅公告',
  updated: (clock: string) => `${clock} 更新`,
  taken: (clock: string) => `${clock} 取号`,
  appointment: (clock: string) => `您约的是 ${clock}，到点优先叫您`,
  late: (clock: string) => `预约的 ${clock} 过了，现在按一般号排队`,
  takeAgain: '请重新取号',
  before: '前面的号叫到哪了',
  you: '您',
  missing: (count: number) => `还缺 ${count} 项材料`,
  sound: '开启声音和震动',
  soundOn: '叫到您时会响铃和震动',
  cancel: '不办了',
  cancelAsk: '不办了吗？号会作废。',
  cancelYes: '作废这个号',
  cancelNo: '继续等',
  unknown: '没有这个号',
  unknownHint: '号只当天有效。请看看号票上的日期，或到咨询台问一下。',
  loading: '正在查您的号…',
} as const

export const stateWords: Record<TrackView['state'], string> = {
  waiting: '等候',
  transferred: '等候',
  called: '叫到',
  serving: '办理',
  held: '挂起',
  missed: '过号',
  done: '已办',
  cancelled: '作废',
  expired: '过期',
}

/** The sentence on the card when the visit is no plain waiting. `now` epoch ms: an offer ends with its time. */
export function headline(view: TrackView, clock: (at: number) => string, now: number): string | null {
  const again = detailWords(view.notNow?.details, false).again ?? words.takeAgain
  switch (view.state) {
    case 'waiting':
    case 'transferred':
      return null
    case 'called':
      return `请到 ${view.counterId} 号窗口`
    case 'serving':
      return `正在 ${view.counterId} 号窗口办理`
    case 'held':
      return `回来后请到 ${view.counterId} 号窗口`
    case 'missed':
      return view.requeueUntil !== null && now <= view.requeueUntil
        ? `过号了，${clock(view.requeueUntil)} 前到咨询台可重排`
        : `过号太久了，${again}`
    case 'done':
      return '已经办完，慢走'
    case 'cancelled':
      return '这个号已作废'
    case 'expired':
      return `这个号已过期，${again}`
  }
}
