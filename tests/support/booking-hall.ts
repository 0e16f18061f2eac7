import { booking } from '../../gateway/contract/booking.ts'
import { type Hall, hall as hallSchema } from '../../gateway/contract/hall.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { tinyHallModel } from './tiny-hall.ts'
import type { z } from 'zod'

/** The tiny hall with appointments at 10:30, 11:00 and 14:00, two places each in A and one in B. */
export function bookingHallModel(
  over: Partial<z.input<typeof booking>> = {},
  flows: z.input<typeof hallSchema>['flows'] = [],
  alwaysOpen = true,
): HallModel {
  const { hall, matters } = tinyHallModel()
  const set = booking.parse({ online: true, slots: ['10:30', '11:00', '14:00'], places: { A: 2, B: 1 }, ...over })
  const full: Hall = { ...hall, booking: set, flows: hallSchema.shape.flows.parse(flows) }
  return buildHallModel(full, [...matters.values()], alwaysOpen)
}
