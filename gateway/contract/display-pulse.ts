import { z } from 'zod'

const name = z.string().min(1).max(80)

/** What a display page tells of itself every few seconds, over the same socket that brings its views: is it still painting, what did it show. */
export const pulse = z.object({
  type: z.literal('pulse'),
  topic: z.string().max(80),
  page: z.strictObject({
    /** When the page was loaded, epoch ms. */
    loadedAt: z.number(),
    /** Pictures painted since the last pulse; 0 = the page stands still. */
    frames: z.number().int().min(0),
    layoutId: z.string().max(40),
    /** The number shown large, if any. */
    current: z.string().max(20).nullable(),
    sound: z.enum(['on', 'refused', 'off']),
    /** Notices and media shown since the last pulse, with their whole seconds. */
    plays: z.array(z.strictObject({ id: name, seconds: z.number().min(0).max(3600) })).max(60),
    /** Media that could not be shown since the last pulse. */
    broken: z.array(z.strictObject({ id: name, why: z.enum(['load', 'late', 'play']) })).max(20),
  }),
})
export type Pulse = z.infer<typeof pulse>
