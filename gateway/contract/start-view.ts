import { z } from 'zod'
import { deviceView } from './device-view.ts'
import { callView } from './display-views.ts'
import { hallHead, emergency } from './view-parts.ts'

/** The start page: is it alive, what can be opened. */
export const startView = z.object({
  hall: hallHead,
  version: z.string(),
  demo: z.boolean(),
  seq: z.number(),
  devices: z.array(deviceView),
  lastToken: z.string().nullable(),
  lastCall: callView.nullable(),
  papers: z.array(z.object({ printerId: z.string(), slips: z.number(), faults: z.array(z.string()) })),
  emergency,
})

export type StartView = z.infer<typeof startView>
