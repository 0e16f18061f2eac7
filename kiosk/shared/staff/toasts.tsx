import { type Signal, signal } from '@preact/signals'
import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { after } from '../../../gateway/client/page-clock.ts'

export interface Toast {
  id: number
  tone: 'done' | 'refused'
  text: string
  /** The number that it tells of; null = none. */
  about: string | null
}
export interface Toaster {
  shown: Signal<Toast[]>
  say(tone: Toast['tone'], text: string, about?: string | null): void
  /** A step with this number was taken back, and with it what was said of it. */
  takeBack(about: string): void
}

const SHOWN_MS = 8_000

/** The newest three words to the person at this page; each leaves after eight seconds. */
export function toaster(): Toaster {
  const shown = signal<Toast[]>([])
  let last = 0
  return {
    shown,
    say(tone, text, about = null) {
      last += 1
      const toast = { id: last, tone, text, about }
      shown.value = [...shown.value.filter((one) => one.text !== text), toast].slice(-3)
      after(SHOWN_MS, () => {
        shown.value = shown.value.filter((one) => one !== toast)
      })
    },
    takeBack(about) {
      shown.value = shown.value.filter((one) => one.about !== about)
    },
  }
}

/** The one place for words to the person at this page; what may be taken back (`children`) stands last. */
export const Toasts = ({ toasts, children }: { toasts: Toaster; children?: ComponentChildren }): JSX.Element => (
  <div class="toasts" role="status" aria-live="polite">
    {toasts.shown.value.map((toast) => (
      <div key={toast.id} class={`toast toast-${toast.tone}`}>
        <Icon name={toast.tone === 'done' ? 'check' : 'warning'} size={22} stroke={2} />
        {toast.text}
      </div>
    ))}
    {children}
  </div>
)
