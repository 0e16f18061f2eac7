import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import type { CounterShown } from './counter-shown.ts'
import { type Target, targetsFor } from './transfer-targets.ts'
import { say } from './words.ts'

interface TransferQuestionProps {
  view: CounterShown
  ticket: TicketView
  onTransfer: (target: Target, note: string | null) => void
  onClose: () => void
}

/** Where to (a letter or name of a queue, or the number of a counter), then perhaps a word for whoever serves there. Enter goes on. */
export function TransferQuestion({ view, ticket, onTransfer, onClose }: TransferQuestionProps): JSX.Element {
  const [typed, type] = useState('')
  const [target, choose] = useState<Target | null>(null)
  const [note, write] = useState('')
  if (target !== null)
    return (
      <Dialog title={say('transferTo', { number: ticket.number, to: target.name })} onClose={onClose}>
        <form
          class="own-words"
          onSubmit={(event) => {
            event.preventDefault()
            onTransfer(target, note.trim() === '' ? null : note.trim())
          }}
        >
          <label>
            <span>{say('transferNote')}</span>
            <input
              value={note}
              maxLength={60}
              autofocus
              placeholder={say('noteHint')}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button-main">
            {say('transferNow')} <KeyCap>{say('keys.enter')}</KeyCap>
          </button>
        </form>
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
        </div>
      </Dialog>
    )
  const targets = targetsFor(view, ticket, typed)
  return (
    <Dialog title={say('transferTitle', { number: ticket.number })} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = targets
          if (typed.trim() !== '' && first) choose(first)
        }}
      >
        <label class="palette-field">
          <input
            class="num"
            aria-label={say('transferHint')}
            placeholder={say('transferHint')}
            value={typed}
            autofocus
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
      </form>
      <div class="choices choices-two">
        {targets.map((one) => (
          <button type="button" key={`${one.kind} ${one.id}`} class="choice" onClick={() => choose(one)}>
            <KeyCap>{one.letter}</KeyCap>
            <span class="choice-label cut">{one.name}</span>
            <span class={one.stands ? 'choice-note choice-warning' : 'choice-note'}>{one.note}</span>
          </button>
        ))}
        {targets.length === 0 && <p class="card-empty">{say('transferNone')}</p>}
      </div>
      <div class="dialog-foot">
        <span class="grow" />
        <Button look="main" label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
