import type { Emergency } from './state.ts'
import type { EmergencyCommand } from '../../contract/emergency.ts'
import { holdsCalls } from '../../contract/holds-calls.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { Refusal } from '../decision.ts'
import type { OfficeEvent } from '../events.ts'
import type { OfficeState } from '../office-state.ts'

/** The one in force at epoch ms `now`; null when none is, or its time is over. */
export const emergencyNow = ({ emergency: { raised } }: OfficeState, now: number): Emergency | null =>
  raised !== null && now < raised.until ? raised : null

/** Nobody is called back into a hall that must be left. Service goes on where somebody stands; a drill holds nothing up. */
export function callsHeld(state: OfficeState, type: string, now: number): Refusal | null {
  const present = emergencyNow(state, now)
  const calling = ['call-next', 'call-ticket', 'recall-ticket', 'resume-ticket'].includes(type)
  return calling && holdsCalls(present) ? refuse('calls-paused') : null
}

/** The end by time is a fact of its own, so that the log tells it. */
export const endEmergency = ({ emergency: { raised } }: OfficeState, now: number): OfficeEvent[] =>
  raised !== null && now >= raised.until ? [{ type: 'emergency-ended', emergencyId: raised.id }] : []

/** A new one replaces the one before it, but a drill never hides the real thing. */
export function runEmergency(state: OfficeState, command: EmergencyCommand, moment: Moment): Decision {
  const present = emergencyNow(state, moment.now)
  if (command.type === 'lift-emergency')
    return present ? accept([{ type: 'emergency-lifted', emergencyId: present.id }]) : refuse('no-emergency')
  const { title, titleEn, lines, drill, minutes } = command
  if (drill && present && !present.drill) return refuse('real-emergency')
  return accept([
    {
      type: 'emergency-raised',
      emergencyId: moment.newId(),
      title,
      titleEn,
      lines,
      drill,
      until: moment.now + minutes * 60_000,
    },
  ])
}
