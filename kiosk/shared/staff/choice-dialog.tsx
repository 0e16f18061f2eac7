import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { KeyCap } from './marks.tsx'
import { sayStaff } from './words.ts'

export interface Choice {
  value: string
  label: ComponentChildren
  note?: string
  /** A letter of its own instead of the place in the list. */
  letter?: string
}
interface ChoiceDialogProps {
  title: string
  choices: Choice[]
  onChoose: (value: string) => void
  onClose: () => void
  /** Lets the person write a reason of their own, at most this many characters. */
  ownWords?: number
}

/** One question, the answers as a list with the keys 1–9 or their own letters; a reason of one's own where it is allowed. */
export function ChoiceDialog({ title, choices, onChoose, onClose, ownWords = 0 }: ChoiceDialogProps): JSX.Element {
  const [own, setOwn] = useState('')
  const onKey = (key: string, event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement) return
    const choice =
      choices.find((one) => one.letter === key.toUpperCase()) ??
      choices.filter((one) => one.letter === undefined)[Number(key) - 1]
    if (choice) {
      event.preventDefault()
      onChoose(choice.value)
    }
  }
  return (
    <Dialog title={title} onClose={onClose} onKey={onKey} wide={choices.length > 8}>
      <div class={choices.length > 8 ? 'choices choices-two' : 'choices'}>
        {choices.map((choice, place) => (
          <button type="button" key={choice.value} class="choice" onClick={() => onChoose(choice.value)}>
            <span class="choice-label">{choice.label}</span>
            {choice.note !== undefined && <span class="choice-note">{choice.note}</span>}
            {choice.letter === undefined && place < 9 && <KeyCap>{place + 1}</KeyCap>}
            {choice.letter !== undefined && <KeyCap>{choice.letter}</KeyCap>}
          </button>
        ))}
      </div>
      <div class="dialog-foot">
        {ownWords > 0 && (
          <form
            class="own-words"
            onSubmit={(event) => {
              event.preventDefault()
              if (own.trim() !== '') onChoose(own.trim())
            }}
          >
            <label>
              <span>{sayStaff('ownReason')}</span>
              <input
                value={own}
                maxLength={ownWords}
                placeholder={sayStaff('ownReasonHint')}
                onInput={(event) => setOwn(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button button-plain" aria-disabled={own.trim() === ''}>
              {sayStaff('choose')}
            </button>
          </form>
        )}
        <span class="grow" />
        <Button label={sayStaff('cancel')} look="main" keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
