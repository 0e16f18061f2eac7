import type { DeviceCondition } from '../contract/device-condition.ts'
import type { PanelView } from '../contract/display-views.ts'
import type { CardState } from '../devices/led/supervise-card.ts'

const MOST_NAMED = 6

/** The state of a card for the device board; `missing` are characters that it was told and cannot show. */
export function cardCondition(state: CardState, missing: readonly string[]): DeviceCondition {
  switch (state.state) {
    case 'ok':
      if (missing.length > 0) return { code: 'signs-missing', detail: missing.slice(0, MOST_NAMED).join('') }
      return refusedOr('ok', state.refused)
    case 'off':
      return refusedOr('dark-by-plan', state.refused)
    case 'fault':
      break
  }
  const { trouble } = state
  switch (trouble.kind) {
    case 'gone':
      return { code: 'card-away', detail: null }
    case 'stranger':
      return { code: 'not-a-card', detail: null }
    case 'wrong':
      if (trouble.what === 'not-set-up') return { code: 'card-not-set-up', detail: null }
      return { code: `card-${trouble.what}`, detail: `${trouble.found} ${trouble.wanted}` }
    case 'refused':
      return { code: 'card-refuses-picture', detail: null }
  }
}
const refusedOr = (code: 'ok' | 'dark-by-plan', refused: readonly string[]): DeviceCondition =>
  refused.length > 0 ? { code: 'card-refuses-settings', detail: refused.join(' ') } : { code, detail: null }

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
