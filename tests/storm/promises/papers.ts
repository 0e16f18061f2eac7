import type { LoggedEvent } from '../../../gateway/domain/events.ts'
import type { PromiseOf } from '../storm.ts'

/** Only this one proves each slip; of the others good faith is known, and the hall says so on its board. */
const PROVING = 'PR1'
type Copy = 'waits' | 'printing' | 'printed' | 'unknown' | 'failed'

/** Every slip comes out once, or the hall knows that it does not know: counted by hand from what fell out of the printers. */
export const papers: PromiseOf = ({ witness, computer }, broken) => ({
  rule: 'SM7',
  async atEnd() {
    const { life } = computer
    if (life === null) return
    const copies = new Map<string, Map<number, { state: Copy; printer: string }>>()
    const numbers = new Map<string, { token: string; number: string; isOfToday: boolean }>()
    for (const event of await life.log.read(0, Number.MAX_SAFE_INTEGER)) keep(event)
    for (const [ticketId, { token, number, isOfToday }] of numbers) {
      const own = [...(copies.get(ticketId)?.values() ?? [])]
      const fell = witness.papers.filter((paper) => paper.token === token)
      const most = own.filter(({ state }) => state !== 'waits' && state !== 'failed').length
      const least = own.filter(({ state, printer }) => state === 'printed' && printer === PROVING).length
      const story = (): string =>
        `${number}: papers ${fell.map(({ printer, at }) => `${printer}@${Math.round(at / 1000)}s`).join()}; copies ${own.map(({ state, printer }) => `${state} ${printer}`).join(', ')}`
      if (fell.length > most) broken('SM7', `more papers than known: ${story()}`)
      if (fell.filter(({ printer }) => printer === PROVING).length < least)
        broken('SM7', `a paper that is none: ${story()}`)
      const ticket = life.office.state.line.tickets.get(ticketId)
      // Whoever has left needs no paper any more.
      if (!isOfToday || !ticket || ['done', 'cancelled', 'expired'].includes(ticket.status)) continue
      const left = own.find(
        ({ state, printer }) =>
          state !== 'printed' && state !== 'unknown' && !life.office.state.devices.off.has(printer),
      )
      if (left) broken('SM12', `a well printer does not print: ${story()}`)
    }

    function keep(event: LoggedEvent): void {
      if (event.type === 'ticket-taken')
        numbers.set(event.ticketId, {
          token: event.token,
          number: event.number,
          isOfToday: event.day === life?.office.state.day,
        })
      if (event.type === 'slip-queued') {
        const own = copies.get(event.ticketId) ?? new Map()
        copies.set(event.ticketId, own.set(event.copy, { state: 'waits', printer: event.printerId }))
      }
      const state = event.type.startsWith('slip-') ? states[event.type] : undefined
      const copy = 'copy' in event ? copies.get(event.ticketId)?.get(event.copy) : undefined
      if (state && copy) copy.state = state
    }
  },
})
const states: Readonly<Record<string, Copy>> = {
  'slip-printing': 'printing',
  'slip-printed': 'printed',
  'slip-failed': 'failed',
  'slip-unknown': 'unknown',
}
