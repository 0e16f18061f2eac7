import type { Report } from '../../contract/commands.ts'
import { type Decision, accept, refuse } from '../decision.ts'
import type { HallModel } from '../hall-model.ts'
import type { AskedState } from './state.ts'

/** Somebody looked at what people ask for and do not find. Refuses a matter that is not there, and what stands so already. */
export function runAsked(
  { matters }: HallModel,
  { aliases, refused }: AskedState,
  command: Extract<Report, { type: 'review-alias' | 'withdraw-alias' }>,
): Decision {
  const { words } = command
  if (command.type === 'withdraw-alias')
    return aliases.has(words) || refused.has(words)
      ? accept([{ type: 'alias-withdrawn', words }])
      : refuse('already-so')
  const { matterId, wanted } = command
  if (matterId !== null && !matters.has(matterId)) return refuse('unknown-matter', { matterId })
  const stands = matterId === null ? refused.has(words) : aliases.get(words)?.matterId === matterId
  return stands ? refuse('already-so') : accept([{ type: 'alias-reviewed', words, matterId, wanted }])
}
