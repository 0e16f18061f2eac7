import type { Wait } from '../../contract/view-parts.ts'
import type { HallModel } from '../hall-model.ts'
import type { OfficeState } from '../office-state.ts'
import { queueWaits } from './queue-waits.ts'
import { shownRange } from './shown-range.ts'

/**
 * The wait as shown: of a ticket that waits, or (`ticketId` null) of somebody who comes now and has `ahead` people before. A range
 * in multiples of 5 in which four of five waits lie; null when it cannot be known.
 */
export const waitRange = (
  hallModel: HallModel,
  state: OfficeState,
  queueId: string,
  ahead: number,
  ticketId: string | null,
  now: number,
): Wait => shownRange(queueWaits(hallModel, state, queueId, now).of(ahead, ticketId))
