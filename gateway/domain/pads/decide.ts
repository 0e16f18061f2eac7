import { untaught } from './state.ts'
import type { Command } from '../../contract/commands.ts'
import type { Pad, PadButton } from '../../contract/input-devices.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'

/** A pad as it is now: the hall folder's, with what was taught since. */
export function padNow(state: OfficeState, pad: Pad): Pad {
  const taught = state.pads.taught.get(pad.id)
  if (!taught) return pad
  const known: Record<string, PadButton | null> = { ...pad.buttons, ...taught.buttons }
  const buttons = Object.fromEntries(
    Object.entries(known).flatMap(([report, button]) => (button === null ? [] : [[report, button]])),
  )
  return { ...pad, buttons, counter: taught.counterId ?? pad.counter }
}

/** Whether this key was taught to mean nothing; then the model's own table does not count either. */
export const isSilenced = (state: OfficeState, padId: string, report: string): boolean =>
  state.pads.taught.get(padId)?.buttons[report] === null

/** Refuses: an unknown pad or counter; what is so already. */
export function runPad(
  hallModel: HallModel,
  state: OfficeState,
  command: Extract<Command, { type: 'teach-pad' | 'bind-pad' }>,
): Decision {
  const pad = hallModel.hall.pads.find(({ id }) => id === command.padId)
  if (!pad) return refuse('unknown-pad', { padId: command.padId })
  const taught = state.pads.taught.get(pad.id) ?? untaught
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
