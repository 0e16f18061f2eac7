import type { CardFault, FakeCard } from '../../../gateway/devices/fake/led/fake-card.ts'
import type { Line } from '../pipe.ts'
import type { World } from '../world.ts'
import type { Caller, Device } from './device-line.ts'

export interface StormCard extends Device {
  readonly card: FakeCard
  set(fault: CardFault, isOn: boolean): void
  /** Its power goes and comes: it has forgotten all that it showed. */
  restart(): void
}

const SLOW_MS = 400
const CUT_AFTER = 150

/** A control card of a panel: silent, slow, refusing, away, cut in the middle of a frame, or restarted without a word. */
export function stormCard(world: World, id: string, line: Line, make: () => FakeCard): StormCard {
  const process = world.begin(id)
  const faults = new Set<CardFault>()
  const callers = new Set<Caller>()
  let card = make()
  const hangUp = (): void => {
    for (const caller of [...callers]) caller.hangUp()
  }
  return {
    process,
    line,
    get card() {
      return card
    },
    set(fault, isOn) {
      if (isOn) faults.add(fault)
      else faults.delete(fault)
      if (fault === 'away' && isOn) hangUp()
    },
    restart() {
      card = make()
      hangUp()
    },
    admits: () => !faults.has('away'),
    attend(caller) {
      callers.add(caller)
      let taken = 0
      const say = (bytes: Uint8Array): void => {
        if (faults.has('silent')) return
        world.post(faults.has('slow') ? SLOW_MS : 0, () => caller.say(bytes), process)
      }
      const feed = card.attend(say, { refuses: () => faults.has('refuses'), isChatty: () => false })
      return {
        hear(bytes) {
          taken += bytes.length
          if (!faults.has('cuts') || taken <= CUT_AFTER) return feed(bytes)
          feed(bytes.subarray(0, bytes.length >> 1))
          caller.hangUp()
        },
        left: () => void callers.delete(caller),
      }
    },
  }
}
