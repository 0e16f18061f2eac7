import { z } from 'zod'
import { wait } from './view-parts.ts'

/** Another hall of the city that does the same matter now. */
export const elsewhereHall = z.object({
  hall: z.string(),
  name: z.string(),
  /** Where it is, in words; '' = nobody said. */
  place: z.string(),
  /** Straight way from here; null = not known. */
  kilometres: z.number().nullable(),
  wait,
})
/** `GET /api/v1/elsewhere?matterId=`: the soonest first; empty where this hall has no city, or it does not answer. */
export const elsewhereView = z.object({ items: z.array(elsewhereHall), total: z.number() })
export type ElsewhereHall = z.infer<typeof elsewhereHall>
export type ElsewhereView = z.infer<typeof elsewhereView>

/** `POST /api/v1/track/:token/elsewhere`: a number at another hall beside the one that is held. */
export const elsewhereWish = z.strictObject({ hall: z.string().min(1).max(64) })
export const elsewhereNumber = z.object({
  hall: z.string(),
  name: z.string(),
  place: z.string(),
  number: z.string(),
  ahead: z.number(),
  wait,
  /** Where the phone follows that number; null = that hall has no address of its own. */
  url: z.string().nullable(),
})
export type ElsewhereNumber = z.infer<typeof elsewhereNumber>
