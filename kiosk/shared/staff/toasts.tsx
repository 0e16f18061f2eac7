import { type Signal, signal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../icons.tsx'

export interface Toast {
  id: number
  tone: 'done' | 'refused'
  text: string
}
export interface Toaster {
  shown: Signal<Toast[]>
  say(tone: Toast['tone'], text: string): void
}

const SHOWN_MS = 8_000

/** The newest three words to the person at this page; each leaves after eight seconds. */
export function toaster(): Toaster {
  const shown = signal<Toast[]>([])
  let last = 0
  return {
    shown,
    say(tone, text) {
      last += 1
      const toast = { id: last, tone, text }
      shown.value = [...shown.value.filter((one) => one.text !== text), toast].slice(-3)
      setTimeout(() => {
        shown.value = shown.value.filter((one) => one !== toast)
      }, SHOWN_MS)
    },
  }
}

export const Toasts = ({ toasts }: { toasts: Toaster }): JSX.Element => (
  <div class="toasts" role="status" aria-live="polite">
    {toasts.shown.value.map((toast) => (
      <div key={toast.id} class={`toast toast-${toast.tone}`}>
        <Icon name={toast.tone === 'done' ? 'check' : 'warning'} size={22} stroke={2} />
        {toast.text}
      </div>
    ))}
  </div>
)
