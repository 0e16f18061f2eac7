import type { HallConnection } from '../../gateway/client/connect.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { HelpView } from '../../gateway/contract/view-parts.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { switchOn } from '../shared/staff/switch-off.tsx'
import type { Toaster } from '../shared/staff/toasts.tsx'
import { TRUST_CLOCK } from './device-card.tsx'
import { type DeviceAct, pageOf } from './device-acts.ts'
import { nameOf } from './device-names.ts'
import type { DeskShown } from './desk-shown.ts'
import type { DeskStep } from './desk-undo.tsx'
import type { Open } from './guide-dialogs.tsx'
import { type Desk, type TicketAction, actionBlocked, actionWord, directCommand } from './ticket-actions.ts'
import type { Verb } from './verbs.ts'
import { say } from './words.ts'

interface ActsDeps {
  hall: HallConnection
  view: DeskShown
  desk: Desk
  toasts: Toaster
  orders: OrderLine
  lastStep: DeskStep | null
  setLastStep(step: DeskStep | null): void
  setOpen(open: Open): void
}

/** What a guide can order, with the words of it; whatever needs an answer first opens its dialog. */
export function guideActs({ hall, view, desk, toasts, orders, lastStep, setLastStep, setOpen }: ActsDeps) {
  const did = (action: TicketAction, { ticketId, number }: TicketView): void =>
    setLastStep({ ticketId, number, words: say(`undone.${action}`, { number }), at: hall.now() })

  function undo(): void {
    if (lastStep === null || hall.now() > lastStep.at + view.undoSeconds * 1_000)
      return toasts.say('refused', say('undoNothing'))
    const { ticketId, number } = lastStep
    void orders.press({
      id: 'undo',
      commands: [{ type: 'undo-desk-step', ticketId }],
      done: say('undoDone', { number }),
      then: () => {
        toasts.takeBack(number)
        setLastStep(null)
      },
    })
  }

  function act(action: TicketAction, ticket: TicketView): void {
    const why = actionBlocked(action, ticket, desk)
    if (why !== null)
      return toasts.say('refused', say('cannot', { number: ticket.number, action: actionWord(action, ticket), why }))
    if (action === 'find') return setOpen({ kind: 'announce', number: ticket.number })
    const command = directCommand(action, ticket, desk.printerId)
    if (command === null) return setOpen({ kind: 'question', question: { action, ticketId: ticket.ticketId } })
    setOpen(null)
    const { number } = ticket
    void orders.press({
      id: `${action}:${ticket.ticketId}`,
      commands: [command],
      done: action === 'requeue' ? null : say('done.reprinted', { number }),
      about: number,
      then: () => action === 'requeue' && did(action, ticket),
    })
  }

  function answerHelp(help: HelpView): void {
    const from = nameOf(view, help.from)
    const isOpen = help.answeredBy === null
    void orders.press({
      id: help.id,
      commands: [{ type: isOpen ? 'answer-help' : 'finish-help', helpId: help.id }],
      done: isOpen ? say('done.going', { from }) : help.left ? null : say('done.helped', { from }),
    })
  }
  function goHelp(nth: number): void {
    const help = view.help.filter((one) => one.answeredBy === null)[nth]
    if (help) answerHelp(help)
    else toasts.say('refused', say('nobodyCalls'))
  }

  function device(what: DeviceAct, one: DeviceView): void {
    setOpen(null)
    switch (what) {
      case 'open':
        window.open(pageOf(one) ?? '/', '_blank', 'noopener')
        return
      case 'test':
        return void orders.press({
          id: `test ${one.id}`,
          commands: [{ type: 'test-printer', printerId: one.id }],
          done: say('done.tested', { name: one.name }),
        })
      case 'set-aside':
        return setOpen({ kind: 'switch-off', device: one })
      case 'use-again':
        return void orders.press(switchOn(one))
    }
  }
  const trustClock = (): void =>
    void orders.press({
      id: TRUST_CLOCK,
      commands: [{ type: 'trust-clock' }],
      done: say('clockTrusted'),
      fine: ['already-so'],
    })

  function verb(which: Verb): void {
    setOpen(null)
    switch (which) {
      case 'announce':
        return setOpen({ kind: 'announce', number: null })
      case 'assign':
        return setOpen({ kind: 'assign', counterId: null })
      case 'take':
        return setOpen({ kind: 'take', entry: null })
      case 'help':
        return goHelp(0)
      case 'appointments':
      case 'notice':
      case 'consult':
      case 'errands':
        return setOpen({ kind: which })
    }
  }
  return { did, undo, act, answerHelp, goHelp, device, trustClock, verb }
}
