import type { Command, Report } from '../../contract/commands.ts'
import type { Pad, PadButton } from '../../contract/input-devices.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { LoggedEvent } from '../events.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState, Ticket } from '../office-state.ts'
import type { PadEvent, TaughtPad } from './events.ts'

/** Whoever was served has left by then: a later press is of somebody else. */
const RATED_WITHIN_MS = 5 * 60_000
const untaught: TaughtPad = { buttons: {}, counterId: null }

/** A pad as it is now: the hall folder's, with what was taught since. */
export function padNow(state: OfficeState, pad: Pad): Pad {
  const taught = state.pads.get(pad.id)
  if (!taught) return pad
  const known: Record<string, PadButton | null> = { ...pad.buttons, ...taught.buttons }
  const buttons = Object.fromEntries(
    Object.entries(known).flatMap(([report, button]) => (button === null ? [] : [[report, button]])),
  )
  return { ...pad, buttons, counter: taught.counterId ?? pad.counter }
}

/** Whether this key was taught to mean nothing; then the model's own table does not count either. */
export const isSilenced = (state: OfficeState, padId: string, report: string): boolean =>
  state.pads.get(padId)?.buttons[report] === null

/** Refuses: an unknown pad or counter; what is so already; a rating when nobody was served here a moment ago. */
export function runPad(
  hallModel: HallModel,
  state: OfficeState,
  command: Extract<Command | Report, { type: 'teach-pad' | 'bind-pad' | 'rate-visit' }>,
  moment: Moment,
): Decision {
  if (command.type === 'rate-visit') {
    const ticket = lastServed(state, command.counterId, moment.now)
    if (!ticket) return refuse('nobody-to-rate', { counterId: command.counterId })
    return accept([{ type: 'visit-rated', ticketId: ticket.id, counterId: command.counterId, stars: command.stars }], {
      ticketId: ticket.id,
    })
  }
  const pad = hallModel.hall.pads.find(({ id }) => id === command.padId)
  if (!pad) return refuse('unknown-pad', { padId: command.padId })
  const taught = state.pads.get(pad.id) ?? untaught
  if (command.type === 'teach-pad') {
    const { padId, report, button } = command
    return taught.buttons[report] === button
      ? refuse('already-so')
      : accept([{ type: 'pad-taught', padId, report, button }])
  }
  const { padId, counterId } = command
  if (counterId !== null && !hallModel.counters.has(counterId)) return refuse('unknown-counter', { counterId })
  return taught.counterId === counterId
    ? refuse('already-so')
    : accept([{ type: 'pad-bound', padId, counterId }], { counterId })
}

export function evolvePads(state: OfficeState, event: Extract<LoggedEvent, PadEvent>): OfficeState {
  if (event.type === 'visit-rated') {
    state.ratings.set(event.ticketId, event.stars)
    return state
  }
  const taught = state.pads.get(event.padId) ?? untaught
  state.pads.set(
    event.padId,
    event.type === 'pad-bound'
      ? { ...taught, counterId: event.counterId }
      : { ...taught, buttons: { ...taught.buttons, [event.report]: event.button } },
  )
  return state
}

/** Who left this counter last, and not too long ago. */
function lastServed(state: OfficeState, counterId: string, now: number): Ticket | null {
  let last: Ticket | null = null
  for (const ticket of state.tickets.values())
    if (
      ticket.status === 'done' &&
      ticket.counterId === counterId &&
      (ticket.endedAt ?? 0) > (last?.endedAt ?? now - RATED_WITHIN_MS)
    )
      last = ticket
  return last
}
