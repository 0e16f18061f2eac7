import { z } from 'zod'

const place = z.string().min(1).max(32)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 09:00 这样')
const noticeId = z.string().min(1).max(64)
const moment = z.number().int().min(0).max(8.64e15).nullable()

/** `terminals` and `phone` mean all of them; the others name one place or one device of the hall folder. */
export const noticeTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hall') }),
  z.strictObject({ kind: z.literal('floor'), id: place }),
  z.strictObject({ kind: z.literal('zone'), id: place }),
  z.strictObject({ kind: z.literal('screen'), id: place }),
  z.strictObject({ kind: z.literal('panel'), id: place }),
  z.strictObject({ kind: z.literal('terminals') }),
  z.strictObject({ kind: z.literal('phone') }),
])
/** Hours of the week, in the hall's time. `to` not after `from` goes over midnight; the weekdays (1 = Monday) are those on which it begins. */
export const dayPart = z.strictObject({
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  from: clock,
  to: clock,
})
/** `page`: one page of a document, kept as a picture. */
export const noticeKind = z.enum(['text', 'image', 'video', 'page'])
/** One line at the foot, the whole surface, or beside the calls. */
export const noticePlacement = z.enum(['ticker', 'full', 'side'])
export const mediaId = z.string().regex(/^[0-9a-f]{64}$/)

const fields = {
  kind: noticeKind,
  /** For pictures and films: what they say, for those who cannot see them. */
  text: z.string().trim().min(1).max(300),
  textEn: z.string().trim().max(400).nullable(),
  mediaId: mediaId.nullable(),
  placement: noticePlacement,
  targets: z.array(noticeTarget).min(1).max(40),
  /** 0–9; on one surface and in one placement the highest hides those below it. */
  priority: z.number().int().min(0).max(9),
  /** Epoch ms; null = from the approval on, until it is withdrawn. */
  startAt: moment,
  endAt: moment,
  /** Empty = at all hours. */
  dayParts: z.array(dayPart).max(14),
  /** How long a picture or a page stands each time. */
  seconds: z.number().int().min(3).max(120),
} as const
export const noticeBody = z.strictObject(fields)
const change = noticeBody.partial().shape

export const noticeCommands = [
  z.strictObject({
    type: z.literal('draft-notice'),
    ...fields,
    kind: fields.kind.default('text'),
    textEn: fields.textEn.default(null),
    mediaId: fields.mediaId.default(null),
    placement: fields.placement.default('ticker'),
    targets: fields.targets.default([{ kind: 'hall' }]),
    priority: fields.priority.default(0),
    startAt: fields.startAt.default(null),
    endAt: fields.endAt.default(null),
    dayParts: fields.dayParts.default([]),
    seconds: fields.seconds.default(12),
  }),
  /** Before the approval, by whoever may draft. */
  z.strictObject({ type: z.literal('edit-notice'), noticeId, ...change }),
  /** At any time, also while it is shown: supervisors. */
  z.strictObject({ type: z.literal('revise-notice'), noticeId, ...change }),
  z.strictObject({ type: z.literal('submit-notice'), noticeId }),
  z.strictObject({ type: z.literal('approve-notice'), noticeId }),
  z.strictObject({ type: z.literal('withdraw-notice'), noticeId }),
] as const

export const noticeState = z.enum(['draft', 'review', 'scheduled', 'live', 'expired', 'withdrawn'])

/** What staff see of a notice. Standing ones come from the hall folder and are not changed here. */
export const noticeView = noticeBody.extend({
  id: z.string(),
  state: noticeState,
  standing: z.boolean(),
  by: z.string(),
  /** Whose words it has now: who wrote it, or changed it last. */
  wordsBy: z.string(),
  approvedBy: z.string().nullable(),
  changedAt: z.number(),
})
/** What a surface shows. */
export const shownNotice = z.object({
  id: z.string(),
  text: z.string(),
  textEn: z.string().nullable(),
  placement: noticePlacement,
})
export const shownMedia = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video', 'page']),
  url: z.string(),
  /** How long it stands; a film that is longer is cut there. */
  seconds: z.number(),
  placement: noticePlacement,
  /** What it shows, in words. */
  text: z.string(),
})

export type NoticeTarget = z.infer<typeof noticeTarget>
export type DayPart = z.infer<typeof dayPart>
export type NoticeBody = z.infer<typeof noticeBody>
export type NoticeCommand = z.infer<(typeof noticeCommands)[number]>
export type NoticeState = z.infer<typeof noticeState>
export type NoticeView = z.infer<typeof noticeView>
export type ShownNotice = z.infer<typeof shownNotice>
export type ShownMedia = z.infer<typeof shownMedia>
/** Part of the view of every surface that shows notices. */
export interface NoticesShown {
  notices: ShownNotice[]
  media: ShownMedia[]
}
