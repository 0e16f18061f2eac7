import type { JSX } from 'preact'
import type { Command } from '../../gateway/contract/commands.ts'
import type { CounterShown } from './counter-shown.ts'
import { ChoiceDialog } from '../shared/staff/choice-dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { list, say } from './words.ts'

export type Question = 'pause' | 'hold' | 'transfer'

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

/** The question that an order needs answered first. It goes away when the ticket it was about has gone. */
export function Questions({ question, view, orders, onClose }: QuestionsProps): JSX.Element | null {
  const { counterId, ticket } = view
  const give = (command: Command, done: string): void => {
    onClose()
    void orders.press({ id: question, commands: [command], done, about: ticket?.number })
  }
  if (question === 'pause') {
    const choices = view.pauseReasons.map((reason) => ({ value: reason, label: reason }))
    return (
      <ChoiceDialog
        title={say('pauseTitle')}
        choices={choices}
        ownWords={20}
        onClose={onClose}
        onChoose={(reason) => give({ type: 'pause-counter', counterId, reason }, say('done.paused'))}
      />
    )
  }
  if (!ticket) return null
  if (question === 'hold') {
    const choices = holdReasons(ticket.missing).map((reason) => ({ value: reason, label: reason }))
    return (
      <ChoiceDialog
        title={say('holdTitle', { number: ticket.number })}
        choices={choices}
        ownWords={30}
        onClose={onClose}
        onChoose={(reason) =>
          give({ type: 'hold-ticket', counterId, reason }, say('done.held', { number: ticket.number }))
        }
      />
    )
  }
  const others = view.transferTo.filter((queue) => queue.id !== ticket.queueId)
  const choices = others.map((queue) => ({
    value: queue.id,
    label: queue.name,
    note: sayStaff('peopleWaiting', { people: queue.waiting }),
    letter: queue.series,
  }))
  const nameOf = (id: string): string => others.find((queue) => queue.id === id)?.name ?? id
  return (
    <ChoiceDialog
      title={say('transferTitle', { number: ticket.number })}
      choices={choices}
      onClose={onClose}
      onChoose={(toQueueId) =>
        give(
          { type: 'transfer-ticket', counterId, ticketId: ticket.ticketId, toQueueId, toCounterId: null },
          say('done.transferred', { number: ticket.number, queue: nameOf(toQueueId) }),
        )
      }
    />
  )
}
