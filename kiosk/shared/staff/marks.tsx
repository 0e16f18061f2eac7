import type { ComponentChildren, JSX } from 'preact'
import { SignDrawing } from '../../../display/shared/sign-drawing.tsx'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { Sign } from '../../../gateway/contract/queue-light.ts'

export const KeyCap = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <kbd class="key-cap">{children}</kbd>
)

export type Tone = 'green' | 'amber' | 'red' | 'qing' | 'plain'
export const Tag = ({ tone, children }: { tone: Tone; children: ComponentChildren }): JSX.Element => (
  <span class={`tag tag-${tone}`}>{children}</span>
)

export type LightName = Sign
export const lightOfDevice: Record<DeviceView['state'], LightName> = {
  ok: 'ok',
  warning: 'warning',
  fault: 'fault',
  unknown: 'off',
  off: 'off',
}

/** Shape and colour; the word stands beside it or in `word` for those who hear the page. */
export function Light({ light, word, size = 20 }: { light: LightName; word?: string; size?: number }): JSX.Element {
  return (
    <span class="light">
      <SignDrawing sign={light} size={size} />
      {word !== undefined && <span class="unseen">{word}</span>}
    </span>
  )
}
