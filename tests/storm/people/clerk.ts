import { type ReadonlySignal, effect } from '@preact/signals'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { CounterView } from '../../../gateway/contract/staff-views.ts'
import type { Answer } from '../../../gateway/client/open-orders.ts'
import type { StormPage } from '../page.ts'
import { after, pause } from '../seams/storm-time.ts'
import type { Witness } from '../witness.ts'
import type { World } from '../world.ts'

/** How fast somebody works: 1 = a service in one to three minutes. */
export interface ClerkWish {
  counterId: string
  pace: number
  /** Share of presses that are made twice. */
  twice: number
  queues: readonly string[]
  /** World ms from which this clerk only ends what is at hand. */
  goesAt: number
  isOver(): boolean
}

/** Until the page shows something else, at most so many ms. */
const lookUp = (shown: ReadonlySignal<unknown>, ms: number): Promise<void> =>
  new Promise((done) => {
    const before = shown.peek()
    const rested = after(ms, () => end())
    const stop = effect(() => void (shown.value !== before && end()))
    function end(): void {
      rested()
      stop()
      done()
    }
  })

/** Whom it is no use to press again before something else is shown. */
const inVain: ReadonlySet<string> = new Set(['nobody-waiting', 'nobody-here', 'calls-paused'])

/** A clerk at the page of a counter: looks, presses, and changes one's mind as people do. */
export async function workAtCounter(world: World, page: StormPage, witness: Witness, wish: ClerkWish): Promise<void> {
  const { counterId, pace, twice, queues } = wish
  const draw = (): number => world.draw(`clerk ${counterId}`)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T
  const press = async (command: Command): Promise<Answer> => {
    const first = witness.order(page, `clerk ${counterId}`, command)
    if (draw() < twice) await witness.order(page, `clerk ${counterId}`, command)
    return first
  }
  const shown = page.hall.view<CounterView>(`counter:${counterId}`)
  while (!wish.isOver()) {
    await pause((2_000 + draw() * 8_000) / pace)
    const view = shown.value
    if (view === null) continue
    const goes = world.now() >= wish.goesAt
    const order = wish.isOver() ? null : orderOf(view, goes)
    if (order === null) {
      await lookUp(shown, (20_000 + draw() * 40_000) / pace)
      continue
    }
    const answer = await press(order)
    // Nobody presses on and on where there is nobody to be called.
    if (!answer.ok && inVain.has(answer.error.code)) await lookUp(shown, (20_000 + draw() * 40_000) / pace)
    if (order.type === 'serve-ticket') await pause((20_000 + draw() * 120_000) / pace)
  }
  function orderOf(view: CounterView, goes: boolean): Command | null {
    if (view.state !== 'open') return goes || draw() < 0.3 ? null : { type: 'open-counter', counterId }
    const { ticket } = view
    if (ticket === null) {
      if (goes) return { type: 'close-counter', counterId }
      if (view.undo !== null && draw() < 0.02) return { type: 'undo-step', counterId }
      if (view.held.length > 0 && draw() < 0.5)
        return { type: 'resume-ticket', counterId, ticketId: oneOf(view.held).ticketId }
      if (draw() < 0.02) return { type: 'pause-counter', counterId, reason: '临时离开' }
      if (draw() < 0.05 && view.line.length > 0)
        return { type: 'call-ticket', counterId, ticketId: oneOf(view.line).ticketId }
      return view.waiting > 0 || draw() < 0.02 ? { type: 'call-next', counterId } : null
    }
    const chance = draw()
    if (ticket.state === 'called') {
      if (view.undo !== null && chance < 0.04) return { type: 'undo-step', counterId }
      if (chance < 0.14) return { type: 'recall-ticket', counterId }
      if (chance < 0.24) return { type: 'miss-ticket', counterId }
      return { type: 'serve-ticket', counterId }
    }
    if (chance < 0.02) return { type: 'request-guide', counterId, reason: null }
    if (chance < 0.04)
      return { type: 'note-ticket', counterId, ticketId: ticket.ticketId, text: '材料已看过，缺一份复印件' }
    if (chance < 0.1) return { type: 'hold-ticket', counterId, reason: null }
    if (chance < 0.18)
      return { type: 'transfer-ticket', counterId, ticketId: null, toQueueId: oneOf(queues), toCounterId: null }
    if (chance < 0.22) return { type: 'undo-step', counterId }
    return { type: 'finish-ticket', counterId }
  }
}
