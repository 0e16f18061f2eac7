import { z } from 'zod'
import { slipFault } from './commands.ts'
import { deviceCode } from './device-condition.ts'
import { epochMs } from './view-parts.ts'

export const deviceView = z.object({
  id: z.string(),
  kind: z.enum([
    'terminal',
    'screen',
    'panel',
    'printer',
    'strip',
    'counter',
    'agent',
    'scanner',
    'pad',
    'keypad',
    'reader',
    'gateway',
  ]),
  name: z.string(),
  state: z.enum(['ok', 'warning', 'fault', 'unknown', 'off']),
  since: epochMs,
  /** How it is, for machines; `word` says the same. */
  code: deviceCode,
  /** In words: 缺纸, 离线, 正常. */
  word: z.string(),
  /** What somebody should do about it, in one sentence; null = nothing. */
  todo: z.string().nullable(),
  /** What keeps a printer from printing; null = it prints, or it is no printer. */
  fault: slipFault.nullable(),
  /** Switched off by somebody on purpose; null = in use. */
  off: z.object({ at: epochMs, by: z.string(), reason: z.string().nullable() }).nullable(),
})
/** The health board: with its place, its last changes (oldest first), how often it failed and what it did, over all starts of the gateway. */
export const deviceHealth = deviceView.extend({
  where: z.string(),
  history: z.array(z.object({ at: epochMs, state: deviceView.shape.state, word: z.string() })),
  faults: z.number(),
  /** The last fault or warning, also when it is over; null = none. */
  lastFault: z.object({ at: epochMs, word: z.string() }).nullable(),
  /** When it last said anything; null = never. */
  heardAt: epochMs.nullable(),
  counts: z.array(z.object({ what: z.string(), count: z.number() })),
})

/**
 * What outlives a restart; the gateway's own, no page sees it. `since` holds if the device is found as it was. Rows of earlier releases
 * have no code.
 */
export const rememberedDevice = deviceHealth
  .pick({
    state: true,
    word: true,
    since: true,
    history: true,
    faults: true,
    lastFault: true,
    heardAt: true,
    counts: true,
  })
  .extend({ code: deviceCode.optional(), detail: z.string().nullable().optional() })
export type RememberedDevice = z.infer<typeof rememberedDevice>
export type DeviceView = z.infer<typeof deviceView>
export type DeviceHealth = z.infer<typeof deviceHealth>
