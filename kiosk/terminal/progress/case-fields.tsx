import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { CaseQuestion } from '../../../gateway/contract/cases.ts'
import { Keyboard } from '../find/keyboard.tsx'
import { say } from '../words.ts'
import { ReceiptDrawing } from './receipt-drawing.tsx'

interface Props {
  /** A receipt that was scanned; '' = none. */
  scanned: string
  busy: boolean
  /** Why not, in words; null = nothing went wrong. */
  trouble: string | null
  onAsk: (question: CaseQuestion) => void
}
const LONGEST_RECEIPT = 64
/** A query code is as long as this, so it needs no last four. */
const SHORTEST_CODE = 12

/** Two fields and one keyboard: the field that was touched last gets the keys. The last four are never shown after the question. */
export function CaseFields({ scanned, busy, trouble, onAsk }: Props): JSX.Element {
  const receipt = useSignal(scanned)
  const last4 = useSignal('')
  const at = useSignal<'receipt' | 'last4'>(scanned === '' ? 'receipt' : 'last4')
  const field = at.value === 'receipt' ? receipt : last4
  const write = (text: string): void => {
    field.value =
      at.value === 'receipt'
        ? text.toUpperCase().slice(0, LONGEST_RECEIPT)
        : text
            .toUpperCase()
            .replace(/[^\dX]/g, '')
            .slice(0, 4)
  }
  const question = (): CaseQuestion | null => {
    if (receipt.value.length >= 4 && last4.value.length === 4) return { receipt: receipt.value, last4: last4.value }
    return receipt.value.length >= SHORTEST_CODE && last4.value === '' ? { code: receipt.value } : null
  }
  const asked = question()
  const input = (name: 'receipt' | 'last4', value: string): JSX.Element => (
    <label class={`field ${at.value === name ? 'active' : ''}`}>
      <span>{say(name)}</span>
      <input
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
          disabled={asked === null || busy}
          onClick={() => asked && onAsk(asked)}
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
