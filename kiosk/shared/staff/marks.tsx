import type { ComponentChildren, JSX } from 'preact'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'

export const KeyCap = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <kbd class="key-cap">{children}</kbd>
)

export type Tone = 'green' | 'amber' | 'red' | 'qing' | 'plain'
export const Tag = ({ tone, children }: { tone: Tone; children: ComponentChildren }): JSX.Element => (
  <span class={`tag tag-${tone}`}>{children}</span>
)

export type LightName = 'ok' | 'warning' | 'fault' | 'paused' | 'off'
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
      <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
        {shapes[light]}
      </svg>
      {word !== undefined && <span class="unseen">{word}</span>}
    </span>
  )
}
const shapes: Record<LightName, JSX.Element> = {
  ok: <circle cx="10" cy="10" r="7" class="light-ok" />,
  warning: <path d="M10 2 18.5 17.5h-17z" class="light-warning" />,
  fault: (
    <g>
      <path d="M10 1 19 10 10 19 1 10z" class="light-fault" />
      <path d="M10 6v5M10 13v1.5" stroke="#fff" stroke-width="1.8" />
    </g>
  ),
  paused: (
    <g class="light-line">
      <rect x="2.5" y="2.5" width="15" height="15" rx="3" />
      <path d="M8 6.5v7M12 6.5v7" />
    </g>
  ),
  off: <circle cx="10" cy="10" r="6.5" class="light-line" />,
}
