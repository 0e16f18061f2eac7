import { z } from 'zod'
import { padButton, reportHex } from './input-devices.ts'
import { id } from './hall.ts'

/** Learn mode: supervisors teach a pad its keys and its counter. */
export const padCommands = [
  z.strictObject({ type: z.literal('teach-pad'), padId: id, report: reportHex, button: padButton.nullable() }),
  /** null = as the hall folder says. */
  z.strictObject({ type: z.literal('bind-pad'), padId: id, counterId: id.nullable() }),
] as const
/** What rating buttons bring; no page says it. */
export const padReports = [z.strictObject({ type: z.literal('rate-visit'), counterId: id, stars: z.number().int().min(1).max(5) })] as const

/** `GET /api/v1/pads` and `POST /api/v1/pads/:id/learning`, supervisors. */
export const padView = z.object({
  id: z.string(),
  counterId: z.string(),
  /** As the hall folder says. */
  ownCounterId: z.string(),
  model: z.string(),
  /** What each known key means; `taught` in the hall, else from the folder or the model. */
  buttons: z.array(z.object({ report: z.string(), button: padButton, taught: z.boolean() })),
  /** Presses are shown and order nothing. */
  learning: z.boolean(),
  /** The last key that was pressed while learning. */
  pressed: z.object({ report: z.string(), at: z.number() }).nullable(),
})
export type PadView = z.infer<typeof padView>
export const padList = z.object({
  items: z.array(padView),
  total: z.number(),
  /** Plugged in at the gateway's own computer and named nowhere in the hall folder. */
  strangers: z.array(z.object({ vendor: z.string(), product: z.string(), name: z.string(), serial: z.string().nullable(), port: z.string().nullable() })),
})
export type PadList = z.infer<typeof padList>
export const learningBody = z.strictObject({ on: z.boolean() })
