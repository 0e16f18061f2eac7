import type { JSX } from 'preact'
import { say } from '../words.ts'

/** Where on the acceptance slip the number stands: nobody knows it by heart. */
export const ReceiptDrawing = (): JSX.Element => (
  <figure class="receipt-drawing">
    <svg viewBox="0 0 420 260" width="420" height="260" aria-hidden="true">
      <path d="M20 12H400V248H20Z" fill="var(--sheet)" stroke="var(--line-strong)" stroke-width="3" />
      <path
        d="M48 132H372 M48 164H340 M48 196H356 M48 228H220"
        stroke="var(--line)"
        stroke-width="10"
        stroke-linecap="round"
      />
      <path d="M130 100H290" stroke="var(--ink-3)" stroke-width="16" stroke-linecap="round" />
      <path d="M216 30H384V70H216Z" fill="var(--qing-100)" stroke="var(--qing-600)" stroke-width="5" />
      <path
        d="M236 50H364"
        stroke="var(--qing-700)"
        stroke-width="10"
        stroke-linecap="round"
        stroke-dasharray="14 12"
      />
      <circle cx="344" cy="214" r="26" fill="none" stroke="var(--seal)" stroke-width="5" opacity="0.7" />
    </svg>
    <figcaption>{say('receiptDrawing')}</figcaption>
  </figure>
)
