import { z } from 'zod'
import { padButton, reportHex } from './input-devices.ts'
import { id } from './hall.ts'

/** Learn mode: supervisors teach a pad its keys and its counter. */
export const padCommands = [
  z.strictObject({ type: z.literal('teach-pad'), padId: id, report: reportHex, button: padButton.nullable() }),
  /** null = as the hall folder says. */
  z.strictObject({ type: z.literal('bind-pad'), padId: id, counterId: id.nullable() }),
] as const

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
  /** Plugged in at the gateway's own computer (`at` null) or at a terminal's that lends, and named nowhere in the hall folder. */
  strangers: z.array(
    z.object({
      at: z.string().nullable(),
      path: z.string(),
      vendor: z.string(),
      product: z.string(),
      name: z.string(),
      serial: z.string().nullable(),
      port: z.string().nullable(),
      /** A keyboard is a number pad with known keys and is not listened to: it may be somebody's. */
      model: z.enum(['plain', 'number-pad']),
      /** Keys pressed while it is listened to, each once, the last one last; null = it is not listened to. */
      pressed: z.array(z.string()).nullable(),
    }),
  ),
})
export type PadList = z.infer<typeof padList>
/** `POST /api/v1/pads/strangers/learning`; `on` false lets it go. */
export const strangerBody = z.strictObject({ at: id.nullable(), path: z.string().min(1).max(256), on: z.boolean() })
export const learningBody = z.strictObject({ on: z.boolean() })
