import { z } from 'zod'
import { deviceView } from './device-view.ts'
import { callView } from './display-views.ts'
import { hallHead, emergency } from './view-parts.ts'

/** How fast the sample hall lives; 0 = it stands still. */
export const lifeSpeed = z.literal([0, 1, 10])
export type LifeSpeed = z.infer<typeof lifeSpeed>

/** What of this hall has a page. `booking`, `phoneNumbers`: a visitor's own phone has one for it. */
export const hallSurfaces = z.object({
  terminals: z.array(z.object({ id: z.string(), name: z.string(), printer: z.string().nullable() })),
  screens: z.array(z.object({ id: z.string(), name: z.string() })),
  panels: z.array(z.object({ id: z.string(), name: z.string() })),
  counters: z.array(z.string()),
  booking: z.boolean(),
  phoneNumbers: z.boolean(),
})
export type HallSurfaces = z.infer<typeof hallSurfaces>

/** The start page: is it alive, what can be opened. */
export const startView = z.object({
  hall: hallHead,
  version: z.string(),
  demo: z.boolean(),
  surfaces: hallSurfaces,
  seq: z.number(),
  devices: z.array(deviceView),
  lastToken: z.string().nullable(),
  lastCall: callView.nullable(),
  papers: z.array(z.object({ printerId: z.string(), slips: z.number(), faults: z.array(z.string()) })),
  /** null = this hall does not live by itself. */
  life: lifeSpeed.nullable(),
  emergency,
})

export type StartView = z.infer<typeof startView>
