import type { PromiseOf } from '../storm.ts'

/** A person takes the finger away and looks up; the way there and the turns of a busy gateway come on top. */
const ACTS_WITHIN_MS = 11_500

/** A press of a pad, or of a face beside the counter, acts at once, once, or never: whatever the line between its computer and the gateway does. */
export const presses: PromiseOf = ({ world, witness }, broken) => {
  const seen = new Set<string>()
  function act(padId: string): void {
    const own = witness.presses.filter((one) => one.padId === padId && !one.hasActed)
    const fresh = own.find(({ at }) => world.now() - at <= ACTS_WITHIN_MS)
    if (fresh) fresh.hasActed = true
    else broken('SM5', `${padId} acts; it was pressed at ${own.map(({ at }) => Math.round(at / 1000)).join()} s`)
  }
  return {
    rule: 'SM5',
    onLife(life) {
      life.office.onFacts((events) => {
        for (const { type, actor, commandId } of events) {
          // One face may also open a case that somebody follows up.
          if (type === 'visit-rated' && actor.startsWith('rating ')) act('RB1')
          if (!actor.startsWith('pad ') || commandId === null) continue
          // One press may end a visit and call the next: two orders of one id.
          const id = commandId.replace(/-\d+$/, '')
          if (seen.has(id)) continue
          seen.add(id)
          act(actor.slice('pad '.length))
        }
      })
    },
  }
}
