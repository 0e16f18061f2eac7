import type { HallModel } from '../hall-model.ts'
import { isAbsent } from './arrival.ts'
import { endOfDay } from './end-of-day.ts'
import type { Ticket } from './ticket.ts'

/**
 * Until when a missed ticket may come back, epoch ms, never beyond the end of its day; 0 for one that was not missed. Whoever had not
 * come to the hall yet has the whole day.
 */
export const requeueUntil = (hallModel: HallModel, ticket: Ticket): number =>
  ticket.missedAt === null
    ? 0
    : isAbsent(ticket)
      ? endOfDay(hallModel, ticket.day)
      : Math.min(ticket.missedAt + hallModel.hall.missed.withinMinutes * 60_000, endOfDay(hallModel, ticket.day))
