import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { TicketView } from '../../../../gateway/contract/line-views.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { KeyCap } from '../marks.tsx'
import { sayStaff } from '../words.ts'
import { type Target, type TransferPlaces, targetsFor } from './transfer-targets.ts'
import { say } from './words.ts'

interface TransferQuestionProps {
  places: TransferPlaces
  ticket: Pick<TicketView, 'number' | 'queueId'>
  onTransfer: (target: Target, note: string | null) => void
  onClose: () => void
}

/** Where to (a letter or name of a queue, or the number of a counter), then perhaps a word for whoever serves there. Enter goes on. */
export function TransferQuestion({ places, ticket, onTransfer, onClose }: TransferQuestionProps): JSX.Element {
  const [typed, type] = useState('')
  const [target, choose] = useState<Target | null>(null)
  const [note, write] = useState('')
  if (target !== null)
    return (
      <Dialog title={say('to', { number: ticket.number, to: target.name })} onClose={onClose}>
        <form
          class="own-words"
          onSubmit={(event) => {
            event.preventDefault()
            onTransfer(target, note.trim() === '' ? null : note.trim())
          }}
        >
          <label>
            <span>{say('note')}</span>
            <input
              value={note}
              maxLength={60}
              autofocus
              placeholder={say('noteHint')}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button-main">
            {say('now')} <KeyCap>{say('enter')}</KeyCap>
          </button>
        </form>
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
        </div>
      </Dialog>
    )
  const targets = targetsFor(places, ticket, typed)
  return (
    <Dialog title={say('title', { number: ticket.number })} onClose={onClose} wide>
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
            aria-label={say('hint')}
            placeholder={say('hint')}
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
        {targets.length === 0 && <p class="card-empty">{say('none')}</p>}
      </div>
      <div class="dialog-foot">
        <span class="grow" />
        <Button look="main" label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
