import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { say } from './words.ts'

export function FindForm({ onLook, onBack }: { onLook: (code: string) => void; onBack: () => void }): JSX.Element {
  const code = useSignal('')
  return (
    <form
      class="complain-find"
      onSubmit={(event) => {
        event.preventDefault()
        onLook(code.value)
      }}
    >
      <h1 class="serif">{say('find')}</h1>
      <label>
        <span>{say('codeField')}</span>
        <input
          class="num"
          inputmode="numeric"
          autocomplete="off"
          maxLength={12}
          value={code.value}
          onInput={(event) => void (code.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={code.value.replace(/\D/g, '').length !== 8}>
        {say('look')}
      </button>
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
    </form>
  )
}
