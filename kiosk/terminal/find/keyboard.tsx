import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { say } from '../words.ts'

const qwerty = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const alphabet = ['abcdefghij', 'klmnopqrs', 'tuvwxyz']
const digits = '1234567890'

interface Props {
  /** Letters after which something would still be found; null = all. */
  live: ReadonlySet<string> | null
  onKey: (key: string) => void
  onDelete: () => void
  onClear: () => void
  /** null = no such key here. */
  onDepartments: (() => void) | null
  /** Codes and receipts hold both: digits stand above the letters. Without, one key changes over. */
  withDigits: boolean
  /** Keys that lead to other ways of writing. */
  modes?: JSX.Element | null
}

/** Letters only: matters are found by pinyin, so nobody needs an input method. Keys without a match lie flat but still work. */
export function Keyboard({
  live,
  onKey,
  onDelete,
  onClear,
  onDepartments,
  withDigits,
  modes = null,
}: Props): JSX.Element {
  const inOrder = useSignal(false)
  const numbers = useSignal(false)
  const rows = inOrder.value ? alphabet : qwerty
  const key = (letter: string): JSX.Element => (
    <button
      type="button"
      key={letter}
      class={`key num ${live !== null && !live.has(letter) && !numbers.value ? 'flat' : ''}`}
      onClick={() => onKey(letter)}
    >
      {letter.toUpperCase()}
    </button>
  )
  return (
    <div class="keyboard">
      {withDigits && <div class="keys">{[...digits].map(key)}</div>}
      {numbers.value ? (
        <div class="keys">{[...digits].map(key)}</div>
      ) : (
        rows.slice(0, 2).map((row) => (
          <div class="keys" key={row}>
            {[...row].map(key)}
          </div>
        ))
      )}
      <div class="keys">
        <button type="button" class="key tool" onClick={onClear}>
          {say('clear')}
        </button>
        {!numbers.value && [...(rows[2] ?? '')].map(key)}
        <button type="button" class="key tool" onClick={onDelete} aria-label={say('delete')}>
          <Icon name="erase" size={48} />
        </button>
      </div>
      <div class="keys">
        <button type="button" class="key tool" onClick={() => void (inOrder.value = !inOrder.value)}>
          {inOrder.value ? say('orderBack') : say('order')}
        </button>
        {!withDigits && (
          <button type="button" class="key tool" onClick={() => void (numbers.value = !numbers.value)}>
            {numbers.value ? 'ABC' : '123'}
          </button>
        )}
        {modes}
        {onDepartments && (
          <button type="button" class="key tool grow" onClick={onDepartments}>
            {say('departments')}
          </button>
        )}
      </div>
    </div>
  )
}
