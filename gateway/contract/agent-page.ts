import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)

/** `POST /who`: which terminal this computer is, and its token, so that nobody types either into an address. */
export const ownTerminal = z.strictObject({ terminal: id, token: z.string().min(1).max(200) })

/** `GET /state`, with the terminal's token: how this computer stands to the hall, also while the gateway is away. */
export const ownComputer = z.strictObject({
  terminal: id,
  gateway: z.enum(['connecting', 'lending', 'refused', 'away']),
  /** Of `gateway`, epoch ms. */
  since: z.number(),
  /** What this computer has for the hall. `present`: plugged in now; `lent`: held by the gateway now. */
  devices: z
    .array(
      z.strictObject({
        kind: z.enum(['printer', 'serial', 'hid', 'card-reader']),
        path: z.string().max(256),
        present: z.boolean(),
        lent: z.boolean(),
      }),
    )
    .max(96),
})
export type OwnTerminal = z.infer<typeof ownTerminal>
export type OwnComputer = z.infer<typeof ownComputer>
