import type { SignalsView } from '../../../gateway/contract/signals.ts'
import type { PromiseOf } from '../storm.ts'

/** A visitor takes the paper away and looks up; the way there and the turns of a busy gateway come on top. */
const ACTS_WITHIN_MS = 11_500
const terminals = ['K1', 'K2'] as const

/** A code held before a terminal acts there at once, once, or never: on its page, and in the numbers that it takes. */
export const scans: PromiseOf = ({ world, witness, pages }, broken) => {
  const shown = new Map<string, Set<number>>(terminals.map((id) => [id, new Set<number>()]))
  const used = new Set<unknown>()
  const took = new Set<unknown>()
  function freshHold(terminalId: string, spent: Set<unknown>): boolean {
    const hold = witness.holds.find(
      (one) => one.terminalId === terminalId && !spent.has(one) && world.now() - one.at <= ACTS_WITHIN_MS,
    )
    if (hold) spent.add(hold)
    return hold !== undefined
  }
  return {
    rule: 'SM16',
    onLife(life) {
      life.office.onFacts((events) => {
        for (const { actor, type } of events) {
          const terminalId = /^scanner (.+)$/.exec(actor)?.[1]
          if (terminalId === undefined || type !== 'ticket-taken') continue
          if (!freshHold(terminalId, took))
            broken('SM16', `a number is taken at ${terminalId} and nobody holds a code there`)
        }
      })
    },
    look: { eachMs: 300, take: lookAtPages },
  }
  function lookAtPages(): void {
    for (const id of terminals) {
      const page = pages.get(id)
      // What a page that stood still hears late, it heard late: its own rule is how old a look may be.
      if (!page || page.process.frozenUntil > world.now() || !page.isAtRest()) continue
      const known = shown.get(id)
      for (const signal of page.hall.view<SignalsView>(`signals:${id}`).value?.signals ?? []) {
        if (signal.type !== 'scan' || known?.has(signal.nth)) continue
        known?.add(signal.nth)
        if (!freshHold(id, used)) broken('SM16', `${id} shows a scan, and its scanner was held before ${heldAt(id)}`)
      }
    }
  }
  function heldAt(terminalId: string): string {
    const at = witness.holds.filter((one) => one.terminalId === terminalId).map((one) => Math.round(one.at / 1000))
    return at.length === 0 ? 'nothing' : `something at ${at.slice(-4).join()} s`
  }
}
