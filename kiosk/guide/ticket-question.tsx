import type { JSX } from 'preact'
import type { Command } from '../../gateway/contract/commands.ts'
import type { DeskShown } from './desk-shown.ts'
import { type RefusalCode, wordsOf } from '../../gateway/contract/refusals.ts'
import { Button } from '../shared/staff/button.tsx'
import { ChoiceDialog } from '../shared/staff/choice-dialog.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { TransferQuestion } from '../shared/staff/transfer/transfer-question.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import type { TicketAction } from './ticket-actions.ts'
import { list, say } from './words.ts'

export interface Question {
  action: TicketAction
  ticketId: string
}
interface TicketQuestionProps {
  question: Question
  view: DeskShown
  orders: OrderLine
  onClose: () => void
  /** It was done, and may be taken back for some seconds. */
  onDone: () => void
}

/** Asks what an order needs: a reason, a queue, or a second yes; the safe answer is the filled one. */
export function TicketQuestion({
  question: { action, ticketId },
  view,
  orders,
  onClose,
  onDone,
}: TicketQuestionProps): JSX.Element | null {
  const ticket = view.tickets.find((one) => one.ticketId === ticketId)
  if (!ticket) return null
  const { number } = ticket
  const notNow = view.queues.find(({ id }) => id === ticket.queueId)?.notNow ?? null
  const give = (command: Command): void => {
    onClose()
    void orders.press({ id: `${action}:${ticketId}`, commands: [command], done: null, about: number, then: onDone })
  }
  switch (action) {
    case 'prioritise': {
      const choices = list('priorityReasons').map((reason) => ({ value: reason, label: reason }))
      return (
        <ChoiceDialog
          title={say('prioritiseTitle', { number })}
          choices={choices}
          ownWords={20}
          onClose={onClose}
          onChoose={(reason) => give({ type: 'prioritise-ticket', ticketId, reason })}
        />
      )
    }
    case 'transfer':
      return (
        <TransferQuestion
          places={{ queues: view.queues, counters: view.counterRows }}
          ticket={ticket}
          onClose={onClose}
          onTransfer={({ kind, id }, note) =>
            give({
              type: 'transfer-ticket',
              counterId: null,
              ticketId,
              toQueueId: kind === 'queue' ? id : null,
              toCounterId: kind === 'counter' ? id : null,
              toStaff: kind === 'person' ? id : null,
              note,
            })
          }
        />
      )
    case 'cancel':
      return (
        <Dialog title={say('cancelTitle', { number })} onClose={onClose}>
          <p>
            {notNow
              ? say('cancelClosed', { sentence: wordsOf(notNow.code as RefusalCode, 'zh-Hans', notNow.details) })
              : say('cancelText')}
          </p>
          <div class="dialog-foot">
            <span class="grow" />
            <Button look="grave" label={say('cancelYes')} onPress={() => give({ type: 'cancel-ticket', ticketId })} />
            <Button look="main" label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
          </div>
        </Dialog>
      )
    case 'requeue':
    case 'reprint':
    case 'find':
      return null
  }
}
