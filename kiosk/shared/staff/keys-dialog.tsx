import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { KeyCap } from './marks.tsx'
import { sayStaff } from './words.ts'

/** All keys of a page with what they do; `?` opens it everywhere. */
export const KeysDialog = ({
  rows,
  onClose,
}: {
  rows: readonly (readonly [key: string, words: string])[]
  onClose: () => void
}): JSX.Element => (
  <Dialog title={sayStaff('allKeys')} onClose={onClose} wide>
    <dl class="key-table">
      {rows.map(([key, words]) => (
        <div key={key}>
          <dt>
            <KeyCap>{key.replace('Space', sayStaff('keys.space'))}</KeyCap>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
    <div class="dialog-foot">
      <span class="grow" />
      <Button look="main" first label={sayStaff('close')} keyCap="Esc" onPress={onClose} />
    </div>
  </Dialog>
)
