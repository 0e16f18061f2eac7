import { ratingDeviceAt } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { Rate } from './join-pad.ts'

/** A rating button at a counter rates the visit that ended there last. */
export const rateVisit =
  (giveOrder: GiveOrder): Rate =>
  async (counterId, stars, isLate) =>
    (await giveOrder(ratingDeviceAt(counterId), { type: 'rate-visit', counterId, stars }, null, isLate)).ok
