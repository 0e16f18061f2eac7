import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { TicketRow } from '../../gateway/contract/line-views.ts'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import type { Chime } from '../shared/staff/chime.ts'
import { KeysDialog } from '../shared/staff/keys-dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { useSlowTick } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { OfflineBand } from '../shared/staff/top-bar.tsx'
import { useKeys } from '../shared/staff/use-keys.ts'
import { nextLegWords } from './leg-words.ts'
import { ActionGrid } from './action-grid.tsx'
import {
  type ActionId,
  actionOfKey,
  asksFirst,
  blockedBecause,
  commandsOf,
  heldOfKey,
  joinedEmptyLine,
  resumeBlocked,
  undoBlocked,
} from './counter-actions.ts'
import { type CounterShown, counterTopics } from './counter-shown.ts'
import { CounterBar } from './counter-bar.tsx'
import { CounterFoot } from './counter-foot.tsx'
import { FinishQuestion } from './finish-question.tsx'
import { keyRows } from './key-rows.ts'
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
  chime: Chime
}

export function CounterPage({ hall, view, toasts, orders, chime }: CounterPageProps): JSX.Element {
  return (
    <AccessGate hall={hall} ready={view.value !== null}>
      {view.value && <Counter hall={hall} view={view.value} toasts={toasts} orders={orders} chime={chime} />}
    </AccessGate>
  )
}

function Counter({
  hall,
  view,
  toasts,
  orders,
  chime,
}: Omit<CounterPageProps, 'view'> & { view: CounterShown }): JSX.Element {
  const [question, setQuestion] = useState<Question | null>(null)
  const [finishing, setFinishing] = useState<{ action: ActionId; why: 'hardly' | 'emergency' } | null>(null)
  const [keysShown, showKeys] = useState(false)
  const online = hall.online.value
  const before = useRef<CounterShown | null>(null)
  useSlowTick()
  useEffect(
    () => hall.watch(counterTopics(view.counterId, question?.kind === 'transfer')),
    [question?.kind === 'transfer'],
  )
  useEffect(() => {
    if (joinedEmptyLine(before.current, view)) chime.soft()
    before.current = view
  }, [view])

  const press = (action: ActionId): void =>
    void orders.press({
      id: action,
      commands: commandsOf(action, view.counterId),
      done: doneWords(action, view),
      about: view.ticket?.number,
      fine: action === 'finish-call' ? ['nobody-waiting', 'nobody-here'] : [],
    })
  const act = (action: ActionId): void => {
    if (orders.underWay.value !== null) return
    const blocked = blockedBecause(action, view, online)
    if (blocked !== null) return toasts.say('refused', blocked)
    const why = asksFirst(action, view, hall.now())
    if (why !== null) return setFinishing({ action, why })
    switch (action) {
      case 'hold':
      case 'transfer':
      case 'note':
      case 'guide':
      case 'pause':
        return setQuestion({ kind: action })
      default:
        press(action)
    }
  }
  const resume = (ticket: TicketRow): void => {
    const blocked = resumeBlocked(view, online)
    if (blocked !== null) return toasts.say('refused', blocked)
    void orders.press({
      id: ticket.ticketId,
      commands: [{ type: 'resume-ticket', counterId: view.counterId, ticketId: ticket.ticketId }],
      done: null,
    })
  }
  const choose = (ticket: CounterShown['line'][number]): void => {
    const blocked = resumeBlocked(view, online)
    if (blocked !== null) return toasts.say('refused', blocked)
    setQuestion({ kind: 'choose', ticket })
  }
  const undo = (): void => {
    const why = undoBlocked(view.undo, hall.now())
    if (view.undo === null || why !== null) return toasts.say('refused', why ?? say('undoNothing'))
    const { steps } = view.undo
    void orders.press({
      id: 'undo',
      commands: [{ type: 'undo-step', counterId: view.counterId }],
      done: null,
      // What was said about the steps is no longer true.
      then: () => {
        for (const { number } of steps) toasts.takeBack(number)
      },
    })
  }
  useKeys((key) => {
    if (key === 'Ctrl Z') undo()
    else if (key === '?' || key === '？') showKeys(true)
    else if (key === 'S') chime.toggle()
    else if (key === 'M') document.querySelector<HTMLElement>('.material')?.focus()
    else if (key === 'ArrowDown' || key === 'ArrowUp') return walk(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'A' && view.ticket !== null && view.materials.length > 0)
      void orders.press({
        id: 'check-materials',
        commands: [{ type: 'check-materials', counterId: view.counterId, missing: [] }],
        done: null,
        fine: ['already-so'],
      })
    else {
      const action = actionOfKey(key, view)
      const back = heldOfKey(key, [...view.held, ...view.missed])
      if (action) act(action)
      else if (back) resume(back)
      return action !== null || back !== null
    }
    return true
  })

  return (
    <div class="counter">
      <CounterBar
        view={view}
        now={hall.now}
        online={online}
        onPause={() => act(view.state === 'paused' ? 'reopen' : 'pause')}
        onClose={() => act('close')}
      />
      <OfflineBand online={online} />
      <main class="counter-main">
        <div class="counter-left">
          <WorkCard view={view} now={hall.now} online={online} orders={orders} onPrint={() => act('print')} />
          <ActionGrid view={view} online={online} underWay={orders.underWay.value} onAction={act} />
          <HeldCard
            held={view.held}
            missed={view.missed}
            blocked={resumeBlocked(view, online)}
            underWay={orders.underWay.value}
            now={hall.now()}
            onResume={resume}
          />
        </div>
        <LineCard view={view} now={hall.now()} onChoose={view.callByChoice ? choose : null} />
      </main>
      <CounterFoot view={view} online={online} chime={chime} onKeys={() => showKeys(true)} />
      {question !== null && (
        <Questions question={question} view={view} orders={orders} onClose={() => setQuestion(null)} />
      )}
      {finishing !== null && view.ticket !== null && (
        <FinishQuestion
          why={finishing.why}
          number={view.ticket.number}
          since={view.ticket.servingAt ?? view.ticket.calledAt ?? 0}
          now={hall.now}
          onClose={() => setFinishing(null)}
          onFinish={() => {
            setFinishing(null)
            press(finishing.action)
          }}
        />
      )}
      {keysShown && <KeysDialog rows={keyRows} onClose={() => showKeys(false)} />}
      <Toasts toasts={toasts}>
        <UndoToast undo={view.undo} now={hall.now} busy={orders.underWay.value !== null} onUndo={undo} />
      </Toasts>
    </div>
  )
}

/** ↑ ↓ go through the line, from wherever the focus is. */
function walk(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-line]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  return rows.length > 0
}

/** Only what neither the page nor the offer to take it back shows by itself is said aloud. */
function doneWords(action: ActionId, view: CounterShown): string | null {
  const { ticket, waiting } = view
  const number = ticket?.number ?? ''
  const onwards = nextLegWords(view)
  if (onwards !== null && (action === 'finish' || action === 'finish-call')) return `${number} ${onwards}`
  switch (action) {
    case 'finish-call':
      return waiting === 0 ? say('done.finishedNobody', { number }) : null
    case 'print':
      return say('done.printed', { number })
    case 'open':
    case 'reopen':
      return say('done.opened')
    case 'close':
      return say('done.closed')
    case 'finish':
    case 'miss':
    case 'recall':
    case 'call':
    case 'serve':
    case 'hold':
    case 'transfer':
    case 'note':
    case 'guide':
    case 'pause':
      return null
  }
}
