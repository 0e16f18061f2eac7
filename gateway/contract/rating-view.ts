import { z } from 'zod'
import { hallHead } from './view-parts.ts'

/** What the tablet beside a counter shows (topic `rating:ID`). `visit` null = nobody to ask just now. */
export const ratingView = z.object({
  hall: hallHead,
  counterId: z.string(),
  visit: z
    .object({
      /** To be given back with the grade: what is pressed late is of this visit and no other. */
      ticketId: z.string(),
      number: z.string(),
      endedAt: z.number(),
      /** null = not rated yet. */
      stars: z.number().nullable(),
      isExplained: z.boolean(),
    })
    .nullable(),
})
export type RatingView = z.infer<typeof ratingView>
