import { z } from 'zod'

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 这样')
const percent = z.number().int().min(0).max(100)
/** A language that is spoken or written: zh-Hans, en, mn-Mong, or a dialect that the hall has recorded. */
export const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})*$/, '语言写成 zh-Hans、en、mn-Mong 这样')

/** From–to in the hall's time, also across midnight; the first that fits counts. Volume 0 is silence: calls are then only shown. */
export const volumeTime = z.strictObject({ from: clock, to: clock, volume: percent })

export const soundSettings = z.strictObject({
  /** Spoken one after the other, in this order. */
  languages: z.array(language).min(1).max(4).default(['zh-Hans']),
  /** How often each call is said. */
  times: z.number().int().min(1).max(3).default(1),
  /** While at least so many calls wait to be said, each is said once only. */
  onceFrom: z.number().int().min(1).max(100).default(6),
  volume: percent.default(80),
  byTime: z.array(volumeTime).max(12).default([]),
  /** Emergencies ignore the time of day. */
  emergencyVolume: percent.default(100),
})

/** Words in the Mongolian script that a reviewer has confirmed; what is missing is shown in Chinese alone. */
export const mongolianWords = z.strictObject({
  hallName: z.string().max(80).nullable().default(null),
  counterUnit: z.string().max(40).nullable().default(null),
  waiting: z.string().max(40).nullable().default(null),
  missed: z.string().max(80).nullable().default(null),
  /** By zone id, and by queue id. */
  zones: z.record(z.string(), z.string().max(40)).default({}),
  queues: z.record(z.string(), z.string().max(80)).default({}),
})
export const scriptSettings = z.strictObject({
  /**
   * What walls, strips and panels are written in. Of Chinese and Mongolian the first stands left of the other, or above it; English stands
   * smaller below the Chinese, or takes turns with it.
   */
  order: z
    .array(z.enum(['zh-Hans', 'mn-Mong', 'en']))
    .min(1)
    .max(3)
    .default(['zh-Hans']),
  placing: z.enum(['beside', 'above']).default('beside'),
  /** Mongolian looks smaller than Chinese at the same size. */
  ratio: z.number().min(0.8).max(1.6).default(1.2),
  words: mongolianWords.prefault({}),
})

/** What all walls of a hall have in common; `wall` in hall.yaml. */
export const wallSettings = z.strictObject({
  sound: soundSettings.prefault({}),
  scripts: scriptSettings.prefault({}),
  /** When screens load anew, each a little later than the one before; null = never. */
  reloadAt: clock.nullable().default('03:30'),
})

/** What a screen says of itself beside its name and zones (terminals.yaml). */
export const wallScreen = {
  layout: z.string().max(32).default('classic'),
  /** The visible area; with `distanceM` it decides how many rows there are (ACCESSIBILITY A10). */
  panel: z
    .strictObject({ widthMm: z.number().positive(), heightMm: z.number().positive() })
    .or(z.strictObject({ inches: z.number().positive().max(400), portrait: z.boolean().default(false) }))
    .nullable()
    .default(null),
  /** From the farthest seat, in metres. */
  distanceM: z.number().min(1).max(60).nullable().default(null),
  /** Only this part of the stage: one of two screens that stand side by side. */
  part: z.enum(['whole', 'left', 'right']).default('whole'),
  languages: z.array(language).min(1).max(4).nullable().default(null),
  scripts: scriptSettings.shape.order.unwrap().nullable().default(null),
} as const

export type SoundSettings = z.infer<typeof soundSettings>
export type ScriptSettings = z.infer<typeof scriptSettings>
export type WallSettings = z.infer<typeof wallSettings>
