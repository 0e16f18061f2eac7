import { counterState } from '../domain/counters/state.ts'
import { isSomebodyHere } from '../domain/line/passed-over.ts'
import type { Pad } from '../contract/input-devices.ts'
import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'
import type { HidDevice } from '../devices/hid/hid-port.ts'
import { drivePad } from '../devices/pad/drive-pad.ts'
import { type PadFeedback, padModels } from '../devices/pad/pad-models.ts'
import { isSilenced, padNow } from '../domain/pads/decide.ts'
import type { Office } from '../office/office.ts'
import { padAt } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { buttonOf, readPress } from './read-press.ts'

/** Writes down how a visitor found the service at a counter; false = not now. A hall that asks for no ratings gives null. */
export type Rate = (counterId: string, stars: number, isLate: () => boolean) => Promise<boolean>

export interface PadDeps {
  office: Office
  giveOrder: GiveOrder
  now(): number
  monotonic(): number
  newId(): string
  rate: Rate | null
  /** Somebody teaches this pad its buttons: the press is no order. */
  isLearning(padId: string, report: string): boolean
  /** Any button, for the board's count. */
  onPress(): void
}

/** How the counter stands, as its pad can show it. */
export function padStands({ hallModel, state }: Office, counterId: string): Extract<PadFeedback, { type: 'stands' }> {
  const own = counterState(state, counterId)
  const keys = [`@${counterId}`, ...(hallModel.counters.get(counterId)?.queues ?? [])]
  const number = own.ticketId === null ? '' : (state.line.tickets.get(own.ticketId)?.number ?? '')
  return { type: 'stands', state: own.state, number, waiting: isSomebodyHere(state, keys) }
}

/** One pad that is plugged in, acting as its counter: each press is one order under an id of its own, no page needed. */
export function joinPad(own: Pad, device: HidDevice, deps: PadDeps): { refresh(): void } {
  const { office, giveOrder, now, monotonic } = deps
  let shown = ''
  let turn: Promise<unknown> = Promise.resolve()

  async function press(report: string, isLate: () => boolean): Promise<void> {
    deps.onPress()
    if (office.state.devices.off.has(own.id)) return driver.show({ type: 'refused' })
    if (deps.isLearning(own.id, report)) return
    const pad = padNow(office.state, own)
    const { state, ticketId } = counterState(office.state, pad.counter)
    const calledAt = ticketId === null ? null : (office.state.line.tickets.get(ticketId)?.calledAt ?? 0)
    const meant = readPress(
      isSilenced(office.state, pad.id, report) ? null : buttonOf(pad, report),
      { counterId: pad.counter, state, calledAt, pauseReasons: office.hallModel.hall.pauseReasons },
      now(),
    )
    switch (meant.type) {
      case 'nothing':
        return driver.show({ type: 'refused' })
      case 'rate':
        if (!(await deps.rate?.(pad.counter, meant.stars, isLate))) driver.show({ type: 'refused' })
        return
      case 'orders': {
        const id = deps.newId()
        let done = 0
        for (const [nth, order] of meant.orders.entries()) {
          const answer = await giveOrder(padAt(pad.id, pad.counter), order, `${id}-${nth}`, isLate)
          if (!answer.ok) break
          done += 1
        }
        // The visit was ended and nobody waits: that is no refusal.
        if (done === 0) driver.show({ type: 'refused' })
      }
    }
  }
  const driver = drivePad(
    device,
    padModels[own.model],
    (report) => {
      const heardAt = monotonic()
      const isLate = (): boolean => monotonic() - heardAt > ORDER_LIFETIME_MS
      // In their row: what the second press means depends on what the first has done.
      turn = turn.then(() => press(report, isLate))
    },
    monotonic,
  )
  function refresh(): void {
    const stands = padStands(office, padNow(office.state, own).counter)
    if (JSON.stringify(stands) === shown) return
    shown = JSON.stringify(stands)
    driver.show(stands)
  }
  refresh()
  return { refresh }
}
