import { z } from 'zod'
import { language } from './wall-settings.ts'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, '编号只能用字母、数字、- 和 _，最长 32 位')
const clip = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, '声音文件名只能用字母、数字、- 和 _')
const words = z.record(language, z.string().min(1).max(120))

/**
 * What stands in a slot. Choices are the hall's own closed list, so that nobody's name is ever called out; a plate, a number
 * and the number of a slip are spelled from their signs; free text is shown, and not spoken.
 */
export const slotKind = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('choice'),
    name: z.string().min(1).max(20),
    choices: z
      .array(z.strictObject({ id, text: words, clip: clip.nullable().default(null) }))
      .min(1)
      .max(40),
  }),
  z.strictObject({ kind: z.literal('plate'), name: z.string().min(1).max(20) }),
  z.strictObject({ kind: z.literal('ticket'), name: z.string().min(1).max(20) }),
  z.strictObject({
    kind: z.literal('number'),
    name: z.string().min(1).max(20),
    least: z.number().int().min(0).max(999),
    most: z.number().int().min(0).max(999),
  }),
  z.strictObject({
    kind: z.literal('text'),
    name: z.string().min(1).max(20),
    longest: z.number().int().min(1).max(40).default(20),
  }),
])

/** A free announcement that a guide can have spoken; announcements.yaml. `{slot}` stands for what was chosen. */
export const announcementTemplate = z.strictObject({
  id,
  name: z.string().min(1).max(20),
  slots: z.record(z.string().regex(/^[a-z][A-Za-z]{0,15}$/), slotKind).default({}),
  /** Chinese must be there; others as far as they are written. */
  text: words.refine((text) => text['zh-Hans'] !== undefined, '每条广播都要有 zh-Hans 的文字。'),
  /** Clips and slots in the order spoken; a language without them is only shown. */
  spoken: z
    .record(language, z.array(z.string().regex(/^([A-Za-z0-9_-]{1,40}|\{[a-z][A-Za-z]{0,15}\})$/)).min(1))
    .default({}),
  times: z.number().int().min(1).max(5).default(2),
  /** How long it stands on the wall. */
  shownSeconds: z.number().int().min(10).max(900).default(60),
})

/** One made announcement. `spoken` holds the clips of each language, numerals already in that language's way. */
export const announcementView = z.object({
  announcementId: z.string(),
  at: z.number(),
  /** Goes before everything, cuts what is being said, and is repeated until it is gone from the view. */
  rank: z.enum(['ordinary', 'emergency']),
  text: z.record(z.string(), z.string()),
  spoken: z.record(z.string(), z.array(z.string())),
  times: z.number(),
  until: z.number(),
})

export type AnnouncementTemplate = z.infer<typeof announcementTemplate>
export type SlotKind = z.infer<typeof slotKind>
export type AnnouncementView = z.infer<typeof announcementView>
