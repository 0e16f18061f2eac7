import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { TicketRow } from '../../gateway/contract/line-views.ts'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import { Light } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { useSlowTick } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { OfflineBand } from '../shared/staff/top-bar.tsx'
import { useKeys } from '../shared/staff/use-keys.ts'
import { nextLegWords } from './leg-words.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { ActionGrid } from './action-grid.tsx'
import {
  type ActionId,
  actionOfKey,
  blockedBecause,
  commandsOf,
  heldOfKey,
  resumeBlocked,
  undoBlocked,
} from './counter-actions.ts'
import { type CounterShown, counterTopics } from './counter-shown.ts'
import { CounterBar } from './counter-bar.tsx'
import { type Question, Questions } from './questions.tsx'
import { HeldCard } from './held-card.tsx'
import { LineCard } from './line-card.tsx'
import { UndoToast } from './undo-toast.tsx'
import { WorkCard } from './work-card.tsx'
import { say } from './words.ts'

interface CounterPageProps {
  hall: HallConnection
  view: ReadonlySignal<CounterShown | null>
  toasts: Toaster
  orders: OrderLine
}

export function CounterPage({ hall, view, toasts, orders }: CounterPageProps): JSX.Element {
  return (
    <AccessGate hall={hall} ready={view.value !== null}>
      {view.value && <Counter hall={hall} view={view.value} toasts={toasts} orders={orders} />}
    </AccessGate>
  )
}

function Counter({ hall, view, toasts, orders }: Omit<CounterPageProps, 'view'> & { view: CounterShown }): JSX.Element {
  const [question, setQuestion] = useState<Question | null>(null)
  const online = hall.online.value
  useSlowTick()
  useEffect(() => hall.watch(counterTopics(view.counterId, question === 'transfer')), [question])

  const act = (action: ActionId): void => {
    if (blockedBecause(action, view, online) !== null || orders.underWay.value !== null) return
    if (action === 'hold' || action === 'transfer' || action === 'pause') return setQuestion(action)
    void orders.press({
      id: action,
      commands: commandsOf(action, view.counterId),
      done: doneWords(action, view),
      about: view.ticket?.number,
      fine: action === 'finish-call' ? ['nobody-waiting', 'nobody-here'] : [],
    })
  }
  const resume = (ticket: TicketRow): void => {
    if (resumeBlocked(view, online) !== null) return
    void orders.press({
      id: ticket.ticketId,
      commands: [{ type: 'resume-ticket', counterId: view.counterId, ticketId: ticket.ticketId }],
      done: null,
    })
  }
  const undo = (): void => {
    const why = undoBlocked(view.undo, hall.now())
    if (view.undo === null || why !== null) return toasts.say('refused', why ?? say('undoNothing'))
    const { number } = view.undo
    void orders.press({
      id: 'undo',
      commands: [{ type: 'undo-step', counterId: view.counterId }],
      done: null,
      // What was said about the step is no longer true.
      then: () => toasts.takeBack(number),
    })
  }
  useKeys((key) => {
    if (key === 'F8') {
      undo()
      return true
    }
    const action = actionOfKey(key, view)
    const held = heldOfKey(key, view.held)
    if (action) act(action)
    else if (held) resume(held)
    return action !== null || held !== null
  })

  return (
    <div class="counter">
      <CounterBar
        view={view}
        now={hall.now}
        online={online}
        onPause={() => act(view.state === 'paused' ? 'reopen' : 'pause')}
      />
      <OfflineBand online={online} />
      <main class="counter-main">
        <div class="counter-left">
          <WorkCard view={view} now={hall.now} orders={orders} />
          <ActionGrid view={view} online={online} underWay={orders.underWay.value} onAction={act} />
          <HeldCard
            held={view.held}
            blocked={resumeBlocked(view, online)}
            underWay={orders.underWay.value}
            now={hall.now()}
            onResume={resume}
          />
        </div>
        <LineCard view={view} now={hall.now()} />
      </main>
      <footer class="counter-foot">
        <Light light={online ? 'ok' : 'warning'} size={14} />
        {online ? sayStaff('connected') : sayStaff('reconnecting')}
        <span class="grow" />
        {say('hint')}
      </footer>
      {question !== null && (
        <Questions question={question} view={view} orders={orders} onClose={() => setQuestion(null)} />
      )}
      <UndoToast undo={view.undo} now={hall.now} busy={orders.underWay.value !== null} onUndo={undo} />
      <Toasts toasts={toasts} />
    </div>
  )
}

/** Only what the page does not show by itself is said aloud. */
function doneWords(action: ActionId, view: CounterShown): string | null {
  const { ticket, waiting } = view
  const number = ticket?.number ?? ''
  const onwards = nextLegWords(view)
  if (onwards !== null && (action === 'finish' || action === 'finish-call')) return `${number} ${onwards}`
  switch (action) {
    case 'finish':
      return say('done.finished', { number })
    case 'finish-call':
      return waiting === 0 ? say('done.finishedNobody', { number }) : say('done.finished', { number })
    case 'miss':
      return say('done.missed', { number })
    case 'recall':
      return say('done.recalled', { number })
    case 'open':
    case 'reopen':
      return say('done.opened')
    case 'close':
      return say('done.closed')
    case 'call':
    case 'serve':
    case 'hold':
    case 'transfer':
    case 'pause':
      return null
  }
}
