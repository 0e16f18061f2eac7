import { z } from 'zod'

/** [left, top, width, height] in stage pixels. */
const box = z.tuple([
  z.number().int().min(0),
  z.number().int().min(0),
  z.number().int().positive(),
  z.number().int().positive(),
])

/**
 * What a zone shows. `brand`: hall name and date. `load`: how full each queue is, as bars. `notices`: the texts in full, by page; `ticker`: one
 * line at a time. `media`: pictures and films. `take`: the minute's code by which phones take numbers (手机取号), where the hall gives them.
 * `board`: the supervisors' board, for a wall that no visitor looks at; it is drawn whole at 1920×1080 times the layout's unit.
 */
export const zoneKind = z.enum([
  'calls',
  'waiting',
  'missed',
  'notices',
  'media',
  'ticker',
  'clock',
  'brand',
  'load',
  'take',
  'board',
])
export const wallZone = z.strictObject({
  kind: zoneKind,
  box,
  /** Calls only: side by side in so many columns, filled column by column. */
  columns: z.number().int().min(1).max(3).default(1),
})

const crosses = ([left, , width]: z.infer<typeof box>, seam: number): boolean => left < seam && left + width > seam
const overlap = (one: z.infer<typeof box>, other: z.infer<typeof box>): boolean =>
  one[0] < other[0] + other[2] &&
  other[0] < one[0] + one[2] &&
  one[1] < other[1] + other[3] &&
  other[1] < one[1] + one[3]

/** One picture of the wall as data: a stage of fixed size, and what stands where on it. */
export const wallLayout = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, '版式编号用小写字母、数字和 -'),
    name: z.string().min(1).max(40),
    stage: z.tuple([z.number().int().min(320).max(16_384), z.number().int().min(240).max(8_192)]),
    /** How many stage pixels stand for one pixel of the drawings in VISUAL.md: 1 on 1920×1080. */
    unit: z.number().min(0.5).max(8).default(1),
    /** Where two panels meet: no zone may lie across. */
    seams: z.array(z.number().int().positive()).max(3).default([]),
    zones: z.array(wallZone).min(1).max(12),
  })
  .superRefine(({ stage, seams, zones }, check) => {
    const fault = (nth: number, message: string): void =>
      check.addIssue({ code: 'custom', path: ['zones', nth, 'box'], message })
    for (const [nth, { box: at }] of zones.entries()) {
      if (at[0] + at[2] > stage[0] || at[1] + at[3] > stage[1]) fault(nth, '这一块伸出了画面。请照 stage 的宽和高改。')
      if (seams.some((seam) => crosses(at, seam))) fault(nth, '这一块跨在两块屏的接缝上，字会断开。请移到一边。')
      if (zones.slice(0, nth).some((other) => overlap(other.box, at))) fault(nth, '这一块和前面的一块重叠了。请移开。')
    }
    if (!zones.some(({ kind }) => kind === 'calls' || kind === 'board'))
      check.addIssue({ code: 'custom', path: ['zones'], message: '每个版式都要有叫号（calls）或总览（board）这一块。' })
  })

export type WallLayout = z.infer<typeof wallLayout>
export type WallZone = z.infer<typeof wallZone>
export type ZoneKind = z.infer<typeof zoneKind>
