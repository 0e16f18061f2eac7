import { counterState } from '../domain/counters/state.ts'
import type { Moment } from '../domain/decision.ts'
import { isTaking } from '../domain/line/open-hours.ts'
import type { Office } from '../office/office.ts'
import type { DeviceRow } from './device-row.ts'

/** Whether a page may be away on purpose: at a counter that is closed, and anywhere when the hall gives no numbers and nobody waits. */
export function mayBeOff({ hallModel, state }: Office, { topic }: DeviceRow, moment: Moment): boolean {
  const [kind, id = ''] = (topic ?? '').split(':')
  if ((kind === 'counter' || kind === 'strip') && counterState(state, id).state === 'closed') return true
  return !isTaking(hallModel, moment) && [...state.line.lines.values()].every((line) => line.length === 0)
}
