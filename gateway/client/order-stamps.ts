import { readTicks, sayTicks } from '../contract/order-age.ts'
import { type GatewayClock, gatewayClock } from './gateway-clock.ts'

/** What the gateway's ticks were at any tick of this page, as its answers have said them. */
export interface OrderStamps {
  /** `said`: the header of an answer; null = it had none. */
  hear(said: string | null, askedAt: number, heardAt: number): void
  /** For an order that was made at this tick of the page; null = nothing has been heard yet. */
  of(tick: number): string | null
}

const LONGEST_WAY_MS = 5_000

export function orderStamps(): OrderStamps {
  let known: { run: string; clock: GatewayClock } | null = null
  return {
    hear(said, askedAt, heardAt) {
      const heard = said === null ? null : readTicks(said)
      if (heard === null) return
      // A file that went for minutes: its answer says too little of any moment.
      if (known?.run === heard.run && heardAt - askedAt > LONGEST_WAY_MS) return
      if (known?.run !== heard.run) known = { run: heard.run, clock: gatewayClock(0) }
      known.clock.hear({ askedAt, heardAt, now: heard.ticks, ticks: heard.ticks })
    },
    of(tick) {
      const ticks = known?.clock.ticksAt(tick) ?? null
      return known === null || ticks === null ? null : sayTicks({ run: known.run, ticks })
    },
  }
}
