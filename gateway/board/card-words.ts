import type { DeviceView } from '../contract/device-view.ts'
import type { PanelView } from '../contract/views.ts'
import type { CardState } from '../devices/led/supervise-card.ts'

/** How the word begins when a text has characters that the panel cannot show. */
export const NO_SIGN = '字库里没有'

/** The state of a card for the device board, in words; `missing` are characters that it was told and cannot show. */
export function cardWords(state: CardState, missing: readonly string[]): { state: DeviceView['state']; word: string } {
  switch (state.state) {
    case 'ok':
      return missing.length > 0
        ? { state: 'warning', word: `${NO_SIGN}“${missing.slice(0, 6).join('')}”` }
        : { state: 'ok', word: '正常' }
    case 'off':
      return { state: 'off', word: '按时关着' }
    case 'fault':
      break
  }
  const { trouble } = state
  switch (trouble.kind) {
    case 'gone':
      return { state: 'fault', word: '连不上控制卡' }
    case 'wrong':
      return { state: 'fault', word: trouble.why }
    case 'refused':
      return { state: 'warning', word: '控制卡没有接受画面' }
  }
}

/** What a font card says, most important line first. Plain GB2312 words. */
export function linesOf({ calls, counter, emergency, panel, waiting }: PanelView, now: number): string[] {
  if (emergency) return [`${emergency.title} ${emergency.lines.join(' ')}`]
  const call = calls[0]
  if (counter) {
    if (counter.ticket !== null)
      return [counter.called ? `请${counter.ticket}到${counter.id}窗口` : `正在办理 ${counter.ticket}`]
    return [counter.state === 'open' ? '请稍候' : counter.state === 'paused' ? '暂停' : '窗口未开']
  }
  if (call && now - call.calledAt < 60_000) return [`请${call.number}到${call.counterId}号窗口`, `等候${waiting}人`]
  return [panel.welcome, `等候${waiting}人`]
}
