import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { say } from './words.ts'

interface Props {
  /** Who should have answered. */
  chief: string
  onClose: () => void
  onSave: (by: string, words: string) => void
}

/** What the chief representative said, written down by whoever heard it. */
export function AnswerDialog({ chief, onClose, onSave }: Props): JSX.Element {
  const [by, setBy] = useState(chief)
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = (): void => {
    if (by.trim() !== '' && words.trim() !== '') onSave(by.trim(), words.trim())
  }
  return (
    <Dialog title={say('answerTitle')} onClose={onClose}>
      <form
        class="answer-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <label>
          {say('answerBy')}
          <input
            class="entry"
            name="by"
            maxLength={40}
            value={by}
            onInput={(event) => setBy(event.currentTarget.value)}
          />
        </label>
        <label>
          {say('answerWords')}
          <input
            class="entry"
            name="words"
            maxLength={200}
            placeholder={say('answerHint')}
            value={words}
            ref={field}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={say('cancel')} onPress={onClose} />
          <Button label={say('save')} look="main" onPress={save} />
        </div>
      </form>
    </Dialog>
  )
}
