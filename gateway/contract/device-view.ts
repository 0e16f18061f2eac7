import { z } from 'zod'
import { slipFault } from './commands.ts'
const at = z.number()

export const deviceView = z.object({
  id: z.string(),
  kind: z.enum(['terminal', 'screen', 'panel', 'printer', 'strip', 'counter', 'agent', 'scanner', 'pad', 'keypad', 'reader']),
  name: z.string(),
  state: z.enum(['ok', 'warning', 'fault', 'unknown', 'off']),
  since: at,
  /** In words: 缺纸, 离线, 正常. */
  word: z.string(),
  /** What somebody should do about it, in one sentence; null = nothing. */
  todo: z.string().nullable(),
  /** What keeps a printer from printing; null = it prints, or it is no printer. */
  fault: slipFault.nullable(),
})
/** The health board: with its place, its last changes (oldest first), how often it failed and what it did since the start. */
export const deviceHealth = deviceView.extend({
  where: z.string(),
  history: z.array(z.object({ at, state: deviceView.shape.state, word: z.string() })),
  faults: z.number(),
  /** The last fault or warning, also when it is over; null = none since the start. */
  lastFault: z.object({ at, word: z.string() }).nullable(),
  /** When it last said anything; null = not since the start. */
  heardAt: at.nullable(),
  counts: z.array(z.object({ what: z.string(), count: z.number() })),
})

export type DeviceView = z.infer<typeof deviceView>
export type DeviceHealth = z.infer<typeof deviceHealth>
