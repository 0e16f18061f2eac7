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

/** Proof of play: how long and how often a notice stood on a screen on one day of the hall (yyyy-mm-dd). */
export const noticePlay = z.object({
  day: z.string(),
  screenId: z.string(),
  noticeId: z.string(),
  seconds: z.number(),
  times: z.number(),
})
/** What is known of the page on a screen; null where none has told anything since the start. */
export const displayPage = z.object({
  screenId: z.string(),
  name: z.string(),
  /** Epoch ms of the last pulse. */
  heardAt: z.number().nullable(),
  loadedAt: z.number().nullable(),
  layoutId: z.string().nullable(),
  /** The number that stands large, if any. */
  current: z.string().nullable(),
  sound: pulse.shape.page.shape.sound.nullable(),
  /** Notices that this screen could not show, the newest last. */
  broken: z.array(z.object({ noticeId: z.string(), why: z.enum(['load', 'late', 'play']), at: z.number() })),
})
export type NoticePlay = z.infer<typeof noticePlay>
export type DisplayPage = z.infer<typeof displayPage>
