import type { TicketStatus } from '../../../gateway/contract/view-parts.ts'
import { A_DAY_HOURS } from '../a-day.ts'
import type { PromiseOf } from '../storm.ts'

/** Whoever has one of these stands somewhere; all others stand nowhere. */
const standing: readonly TicketStatus[] = ['waiting', 'transferred', 'called', 'serving']

/** Nobody waits in two lines, stands at two counters, or waits while being served: looked for behind each commit. */
export const places: PromiseOf = ({ plan }, broken) => ({
  rule: 'SM8',
  onLife(life) {
    const look = (): void => {
      const { line, counters } = life.office.state
      const where = new Map<string, string>()
      const stand = (ticketId: string, place: string): void => {
        const before = where.get(ticketId)
        if (before !== undefined)
          broken('SM8', `${line.tickets.get(ticketId)?.number ?? ticketId} is in ${before} and in ${place}`)
        where.set(ticketId, place)
      }
      for (const [key, ids] of line.lines) for (const id of ids) stand(id, `line ${key}`)
      for (const [id, { ticketId }] of counters.states) if (ticketId !== null) stand(ticketId, `counter ${id}`)
      for (const [id, { status, number }] of line.tickets) {
        const isSomewhere = where.has(id)
        if (isSomewhere !== standing.includes(status))
          broken('SM8', `${number} is ${status} and ${where.get(id) ?? 'nowhere'}`)
      }
    }
    look()
    // Through a whole day each commit would look at thousands of numbers.
    const each = plan.hours > A_DAY_HOURS ? 20 : 1
    let commits = 0
    life.office.onFacts(() => {
      commits += 1
      if (commits % each === 0) look()
    })
  },
})
