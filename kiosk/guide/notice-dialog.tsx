import { plainNotice } from '../../gateway/contract/plain-notice.ts'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Command } from '../../gateway/contract/commands.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

/** A line for the foot of every surface, sent to the supervisor at once. */
export function NoticeDialog({ orders, onClose }: { orders: OrderLine; onClose: () => void }): JSX.Element {
  const [text, write] = useState('')
  const send = (): void => {
    const draft: Command = { type: 'draft-notice', ...plainNotice(text.trim()) }
    onClose()
    void orders.press({
      id: 'draft',
      commands: [draft],
      done: null,
      then: (result) => {
        const { id } = result as { id: string }
        queueMicrotask(
          () =>
            void orders.press({
              id: 'submit',
              commands: [{ type: 'submit-notice', noticeId: id }],
              done: say('notice.sent'),
            }),
        )
      },
    })
  }
  return (
    <Dialog title={say('notice.title')} onClose={onClose}>
      <form
        class="own-words"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') send()
        }}
      >
        <label>
          <span>{say('notice.field')}</span>
          <input
            value={text}
            maxLength={120}
            autofocus
            placeholder={say('notice.hint')}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button button-main" aria-disabled={text.trim() === ''}>
          {say('notice.send')}
        </button>
      </form>
      <div class="dialog-foot">
        <span class="grow" />
        <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
