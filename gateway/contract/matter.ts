import { z } from 'zod'

/** One material that a citizen brings. National element `materials[]`; `form` is 原件 / 复印件 / 原件和复印件 / 电子. */
export const material = z.strictObject({
  name: z.string().min(1),
  form: z.string().nullable().default(null),
  copies: z.number().int().nonnegative().nullable().default(null),
  note: z.string().nullable().default(null),
})

/**
 * What 行政许可法 30 makes a hall publish. `null` = the source does not say: the page shows 未提供.
 * `sample` marks guides written for the sample hall (示例).
 */
export const guide = z.strictObject({
  sample: z.boolean().default(false),
  conditions: z.string().nullable().default(null),
  materials: z.array(material).default([]),
  steps: z.array(z.strictObject({ name: z.string(), note: z.string().nullable().default(null) })).default([]),
  /** Working days; promised 0 = on the spot (即办). */
  statutoryDays: z.number().nonnegative().nullable().default(null),
  promisedDays: z.number().nonnegative().nullable().default(null),
  fee: z.string().nullable().default(null),
  legalBasis: z.array(z.string()).default([]),
  result: z.string().nullable().default(null),
})

export const matter = z.strictObject({
  id: z.string().min(1),
  /** 实施编码, opaque text. */
  code: z.string(),
  name: z.string().min(1),
  parentName: z.string().nullable().default(null),
  /** Department id of the hall. */
  department: z.string(),
  /** 行政许可, 公共服务, … */
  kind: z.string(),
  /** null = shown here but not handled at a counter of this hall. */
  queueId: z.string().nullable(),
  aliases: z.array(z.string()).default([]),
  /** Greater = wanted more often; 0 = unknown. */
  popular: z.number().nonnegative().default(0),
  onlineUrl: z.string().nullable().default(null),
  guide: guide.nullable().default(null),
})

export type Material = z.infer<typeof material>
export type Guide = z.infer<typeof guide>
export type Matter = z.infer<typeof matter>
