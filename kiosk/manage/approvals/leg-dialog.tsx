import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ApprovalLegView } from '../../../gateway/contract/approvals.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import { say } from '../../shared/approval/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'

export interface LegAsk {
  what: 'ask' | 'note' | 'finish'
  leg: ApprovalLegView
}
type LegOrder<K extends Command['type']> = Omit<Extract<Command, { type: K }>, 'receipt' | 'legId'>
type AnyOrder = LegOrder<'ask-more'> | LegOrder<'note-leg'> | LegOrder<'finish-leg'>
interface Props {
  ask: LegAsk
  today: string
  onClose: () => void
  onSave: (order: AnyOrder) => void
}

/** What one department says: what is missing, once and whole; how far it is; that it is done. */
export function LegDialog({ ask: { what, leg }, today, onClose, onSave }: Props): JSX.Element {
  const [lines, setLines] = useState('')
  const [until, setUntil] = useState('')
  const [words, setWords] = useState('')
  const department = leg.departmentName
  const save = (result: 'approved' | 'refused' = 'approved'): void => {
    const said = words.trim() === '' ? null : words.trim()
    if (what === 'ask') {
      const materials = lines.split('\n').flatMap((line) => line.trim() || [])
      if (materials.length > 0)
        onSave({ type: 'ask-more', materials, advice: said, until: until === '' ? null : until })
    } else if (what === 'note') {
      if (said !== null) onSave({ type: 'note-leg', words: said })
    } else onSave({ type: 'finish-leg', result, document: said })
  }
  const title = { ask: 'askTitle', note: 'noteTitle', finish: 'finishTitle' } as const
  const label = { ask: 'askAdvice', note: 'noteWords', finish: 'finishDocument' } as const
  return (
    <Dialog title={say(title[what], { department })} onClose={onClose}>
      <form
        class="leg-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {what === 'ask' && (
          <>
            <p>{say('askHint')}</p>
            <label>
              {say('askMaterials')}
              <textarea
                class="entry"
                name="materials"
                rows={4}
                value={lines}
                onInput={(event) => setLines(event.currentTarget.value)}
              />
            </label>
            <label>
              {say('askUntil')}
              <input
                class="entry"
                type="date"
                name="until"
                min={today}
                value={until}
                onInput={(event) => setUntil(event.currentTarget.value)}
              />
            </label>
          </>
        )}
        <label>
          {say(label[what])}
          <input
            class="entry"
            name="words"
            maxLength={what === 'finish' ? 60 : 100}
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={say('cancel')} onPress={onClose} />
          {what === 'finish' && <Button label={say('refuse')} onPress={() => save('refused')} />}
          <Button label={say(what === 'finish' ? 'approve' : 'save')} look="main" onPress={() => save()} />
        </div>
      </form>
    </Dialog>
  )
}
