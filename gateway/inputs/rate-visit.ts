import type { Office } from '../office.ts'
import type { Rate } from './join-pad.ts'

/** A rating button at a counter rates the visit that ended there last. */
export const rateVisit =
  (office: Office): Rate =>
  async (counterId, stars, isLate) =>
    (await office.handle({ type: 'rate-visit', counterId, stars }, `rating ${counterId}`, null, isLate)).ok
