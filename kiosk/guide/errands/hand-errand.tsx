import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ErrandView } from '../../../gateway/contract/errand-views.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { WhomField } from '../consult/whom-field.tsx'
import type { DeskShown } from '../desk-shown.ts'
import { say } from '../words.ts'

interface HandErrandProps {
  errand: ErrandView
  view: DeskShown
  /** `to`: a work number; null = whoever comes. */
  onHand: (to: string | null, note: string | null) => void
  onClose: () => void
}

/** A word for whoever goes on, then who that is. */
export function HandErrand({ errand, view, onHand, onClose }: HandErrandProps): JSX.Element {
  const [note, write] = useState('')
  const said = note.trim() === '' ? null : note.trim()
  return (
    <Dialog title={say('errand.handTitle', { code: errand.code })} onClose={onClose} wide>
      <label class="errand-note">
        <span>{say('errand.handNote')}</span>
        <input
          value={note}
          maxLength={60}
          placeholder={say('errand.handHint')}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <WhomField view={view} kinds={['person']} onWhom={({ to }) => onHand(to.id, said)} />
      <div class="dialog-foot">
        <Button label={say('errand.anybody')} onPress={() => onHand(null, said)} />
        <span class="grow" />
        <Button label={sayStaff('cancel')} look="main" keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
