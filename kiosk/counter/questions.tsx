import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Command } from '../../gateway/contract/commands.ts'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import type { CounterShown } from './counter-shown.ts'
import { ChoiceDialog } from '../shared/staff/choice-dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { TransferQuestion } from '../shared/staff/transfer/transfer-question.tsx'
import { list, say } from './words.ts'

export type Question =
  | { kind: 'pause' | 'hold' | 'transfer' | 'note' | 'guide' }
  | { kind: 'choose'; ticket: CounterView['line'][number] }

const REASON_LONGEST = 60

/** Why a visitor is sent away for a while: first what they said is missing. */
export function holdReasons(missing: readonly string[]): string[] {
  const supply = missing.length === 0 ? [] : [say('supply', { names: missing.join('、') }).slice(0, REASON_LONGEST)]
  return [...supply, ...list('holdReasons')]
}

interface QuestionsProps {
  question: Question
  view: CounterShown
  orders: OrderLine
  onClose: () => void
}

const choicesOf = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }))

/** The question that an order needs answered first. It goes away when the ticket it was about has gone. */
export function Questions({ question, view, orders, onClose }: QuestionsProps): JSX.Element | null {
  const { counterId, ticket } = view
  // The number may be called away by another page while the question stands.
  const [asked] = useState(ticket?.ticketId ?? null)
  const give = (command: Command, done: string | null, about = ticket?.number): void => {
    onClose()
    void orders.press({ id: question.kind, commands: [command], done, about })
  }
  switch (question.kind) {
    case 'pause':
      return (
        <ChoiceDialog
          title={say('pauseTitle')}
          choices={choicesOf(view.pauseReasons)}
          ownWords={20}
          onClose={onClose}
          onChoose={(reason) => give({ type: 'pause-counter', counterId, reason }, say('done.paused'))}
        />
      )
    case 'guide':
      return (
        <ChoiceDialog
          title={say('guideTitle')}
          choices={choicesOf(list('guideReasons'))}
          ownWords={30}
          onClose={onClose}
          onChoose={(reason) => give({ type: 'request-guide', counterId, reason }, say('done.guideAsked'))}
        />
      )
    case 'choose': {
      const { ticketId, number } = question.ticket
      return (
        <ChoiceDialog
          title={say('chooseTitle', { number })}
          choices={choicesOf(list('chooseReasons'))}
          ownWords={20}
          onClose={onClose}
          onChoose={(reason) => give({ type: 'call-ticket', counterId, ticketId, reason }, null, number)}
        />
      )
    }
    case 'hold':
    case 'note':
    case 'transfer':
  }
  if (!ticket || ticket.ticketId !== asked) return null
  const { ticketId, number } = ticket
  switch (question.kind) {
    case 'hold':
      return (
        <ChoiceDialog
          title={say('holdTitle', { number })}
          choices={choicesOf(holdReasons(ticket.missing))}
          ownWords={30}
          onClose={onClose}
          onChoose={(reason) => give({ type: 'hold-ticket', counterId, reason }, null)}
        />
      )
    case 'note':
      return (
        <ChoiceDialog
          title={say('noteTitle', { number })}
          choices={choicesOf(list('notePhrases'))}
          ownWords={60}
          onClose={onClose}
          onChoose={(text) => give({ type: 'note-ticket', counterId, ticketId, text }, say('done.noted', { number }))}
        />
      )
    case 'transfer':
      return (
        <TransferQuestion
          places={{ queues: view.transferTo, counters: view.otherCounters }}
          ticket={ticket}
          onClose={onClose}
          onTransfer={({ kind, id }, note) =>
            give(
              {
                type: 'transfer-ticket',
                counterId,
                ticketId,
                toQueueId: kind === 'queue' ? id : null,
                toCounterId: kind === 'counter' ? id : null,
                toStaff: kind === 'person' ? id : null,
                note,
              },
              null,
            )
          }
        />
      )
  }
}
