import { PLACES } from '../storm-hall.ts'
import type { PromiseOf } from '../storm.ts'

interface Promised {
  code: string
  slot: string
  day: string
}
type Hour = { code: string; day: string; clock: string; queueId: string }
const slotOf = ({ day, clock, queueId }: Hour): string => `${day} ${clock} ${queueId}`

/**
 * No hour is promised to more people than it has places, and a code that was given is worth one number: by what was answered at the desk, and
 * by what its holders met at the terminals.
 */
export const appointments: PromiseOf = ({ witness, computer }, broken) => {
  const holders = new Map<string, string>()
  /** By appointment. */
  const numbers = new Map<string, string>()
  return {
    rule: 'SM15',
    onLife(life) {
      const { byCode } = life.office.state.appointments
      const { day: today } = life.office.state
      // A desk that heard nothing gave nobody the code.
      for (const { code, day } of promised()) {
        if (today !== null && day >= today && !byCode.has(code))
          broken('SM15', `the code ${code} was given for ${day}, and the hall does not know it any more`)
      }
      life.office.onFacts((events) => {
        for (const event of events) {
          if (event.type === 'appointment-booked') {
            const before = holders.get(event.code)
            if (before !== undefined) broken('SM15', `the code ${event.code} was given twice`)
            holders.set(event.code, event.appointmentId)
          }
          if (event.type !== 'appointment-met') continue
          const before = numbers.get(event.appointmentId)
          if (before !== undefined && before !== event.ticketId)
            broken('SM15', `an appointment became two numbers: ${before} and ${event.ticketId}`)
          numbers.set(event.appointmentId, event.ticketId)
        }
      })
    },
    async atEnd() {
      const { life } = computer
      if (life === null) return
      const known = new Set(promised().map(({ code }) => code))
      for (const { command, answer, who } of witness.orders) {
        const code = command.type === 'take-ticket' ? command.appointmentCode : undefined
        if (code && known.has(code) && answer && !answer.ok && answer.error.code === 'unknown-code')
          broken('SM15', `${who} does not know the code ${code} that was given at the desk`)
      }
      const full = new Map<string, Set<string>>()
      // Moves, cancellations and misses as the log has them, bookings as their holders were told.
      const now = new Map<string, string | null>()
      const codeOf = new Map([...holders].map(([code, id]) => [id, code]))
      for (const { code, slot } of promised()) now.set(code, slot)
      for (const event of await life.log.read(0, Number.MAX_SAFE_INTEGER)) {
        const code = 'appointmentId' in event ? codeOf.get(event.appointmentId) : undefined
        const slot = code === undefined ? null : (now.get(code) ?? null)
        if (code === undefined || slot === null) continue
        if (event.type === 'appointment-cancelled') now.set(code, null)
        if (event.type === 'appointment-moved')
          now.set(code, `${event.day} ${event.clock} ${slot.split(' ').at(-1) ?? ''}`)
      }
      for (const [code, slot] of now) if (slot !== null) full.set(slot, (full.get(slot) ?? new Set()).add(code))
      for (const [slot, codes] of full)
        if (codes.size > PLACES)
          broken('SM15', `${slot} has ${PLACES} places, and ${codes.size} people hold a code for it`)
    },
  }
  function promised(): Promised[] {
    return witness.orders.flatMap(({ command, answer }) => {
      if (command.type !== 'book-appointment' || !answer?.ok) return []
      const told = answer.result as Hour
      return [{ code: told.code, slot: slotOf(told), day: told.day }]
    })
  }
}
