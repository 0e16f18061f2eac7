import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { CaseQuestion } from '../../../gateway/contract/cases.ts'
import { Keyboard } from '../find/keyboard.tsx'
import { useGoesWithScreen } from '../goes-with-screen.ts'
import { say } from '../words.ts'
import { ReceiptDrawing } from './receipt-drawing.tsx'

interface Props {
  /** A receipt that was scanned; '' = none. */
  scanned: string
  /** How receipts of this hall look; null = nobody knows. `start`: what stands there already. */
  shape: { start: string; length: number } | null
  busy: boolean
  /** Why not, in words; null = nothing went wrong. */
  trouble: string | null
  onAsk: (question: CaseQuestion) => void
}
const LONGEST_RECEIPT = 64
/** A query code is as long as this, so it needs no last four. */
const SHORTEST_CODE = 12

/** Two fields and one keyboard: the field that was touched last gets the keys. The last four are never shown after the question. */
export function CaseFields({ scanned, shape, busy, trouble, onAsk }: Props): JSX.Element {
  const start = shape?.start ?? ''
  const receipt = useSignal(scanned === '' ? start : scanned)
  const last4 = useSignal('')
  const lastFour = useRef<HTMLInputElement>(null)
  useGoesWithScreen(receipt, last4)
  const at = useSignal<'receipt' | 'last4'>(scanned === '' ? 'receipt' : 'last4')
  const field = at.value === 'receipt' ? receipt : last4
  const write = (text: string): void => {
    if (at.value === 'receipt') {
      const before = receipt.value
      receipt.value = text.toUpperCase().slice(0, LONGEST_RECEIPT)
      // The last key of a receipt as this hall writes them: the next is of the last four.
      const isWhole = receipt.value.length === shape?.length && receipt.value.startsWith(start)
      if (!isWhole || receipt.value.length <= before.length || last4.value !== '') return
      at.value = 'last4'
      // Whoever types on a keyboard of their own goes along.
      if (document.activeElement?.tagName === 'INPUT') lastFour.current?.focus()
      return
    }
    const had = last4.value.length
    last4.value = text
      .toUpperCase()
      .replace(/[^\dX]/g, '')
      .slice(0, 4)
    const whole = question()
    if (had === 3 && whole !== null && 'last4' in whole && !busy) onAsk(whole)
  }
  const question = (): CaseQuestion | null => {
    // Of a receipt as this hall writes them something may still be to come; a query code is no such one.
    const isBegun = shape !== null && receipt.value.startsWith(start) && receipt.value.length <= shape.length
    if (isBegun && receipt.value === start) return null
    if (receipt.value.length >= 4 && last4.value.length === 4) return { receipt: receipt.value, last4: last4.value }
    return receipt.value.length >= SHORTEST_CODE && !isBegun && last4.value === '' ? { code: receipt.value } : null
  }
  const input = (name: 'receipt' | 'last4', value: string): JSX.Element => (
    <label class={`field ${at.value === name ? 'active' : ''}`}>
      <span>{say(name)}</span>
      <input
        ref={name === 'last4' ? lastFour : null}
        value={value}
        aria-label={say(name)}
        autocomplete="off"
        spellcheck={false}
        inputmode="none"
        onFocus={() => void (at.value = name)}
        onInput={(event) => {
          at.value = name
          write(event.currentTarget.value)
        }}
      />
    </label>
  )
  return (
    <>
      <div class="above">
        <h1 class="serif">{say('progressTitle')}</h1>
        <p class="hint">{say(scanned === '' ? 'progressHint' : 'receiptScanned')}</p>
        {input('receipt', receipt.value)}
        {input('last4', last4.value)}
        {trouble !== null && (
          <p class="refusal" role="alert">
            {trouble}
          </p>
        )}
        <button
          type="button"
          class="main-action"
          disabled={question() === null || busy}
          onClick={() => {
            const asked = question()
            if (asked) onAsk(asked)
          }}
        >
          {busy ? say('looking') : say('look')}
        </button>
        <ReceiptDrawing />
      </div>
      <Keyboard
        live={null}
        withDigits={true}
        onKey={(key) => write(field.value + key)}
        onDelete={() => write(field.value.slice(0, -1))}
        onClear={() => write('')}
        onDepartments={null}
      />
    </>
  )
}
