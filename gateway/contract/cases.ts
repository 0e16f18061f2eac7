import { z } from 'zod'

const at = z.number().int().nonnegative()
const day = z.iso.date()
/** Words that may be shown to anybody: no ID number, no mobile number. Whoever sends one is told, and nothing is kept. */
export const openWords = (longest: number): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (text) => !/(?<![\dA-Za-z])(\d{17}[\dXx]|1[3-9]\d{9})(?![\dA-Za-z])/.test(text),
      '这里像是身份证号或手机号，不能放进办件进度',
    )

/** A person with a star, or an office, shop or company: four characters without a star that end like none of these are a whole name. */
const maskedName = openWords(40).refine(
  (text) =>
    /[*＊×某]/.test(text) || !/^\p{sc=Han}{2,4}$/u.test(text) || /[厂店馆院所部校站社司会园局处场行]$/u.test(text),
  '申请人的姓名要写成“王*”',
)

/** A receipt or a query code, as printed on the acceptance slip: opaque, compared without spaces and in capitals. */
export const receipt = z.string().trim().min(4).max(64)
/** The last four characters of the applicant's ID document; kept as a keyed hash only. */
export const last4 = z
  .string()
  .trim()
  .regex(/^\d{3}[\dXx]$/, '请填证件号码的最后四位')

export const caseStep = z.strictObject({
  name: openWords(40),
  /** Epoch ms; null = not begun / not over. */
  startedAt: at.nullable().default(null),
  endedAt: at.nullable().default(null),
  /** The step's own limit in working days; null = none. */
  limitDays: z.number().int().nonnegative().max(400).nullable().default(null),
  /** Who works on it, a department or a person with a star (包*), and what came of it, in words; null = not said. */
  by: openWords(40).nullable().default(null),
  note: openWords(60).nullable().default(null),
})

/**
 * One case as another system reports it: always the whole present state, so the newest report wins and a report twice changes nothing.
 * `light` follows from the limits, the pauses and the calendar; it is never reported.
 */
export const caseReport = z.strictObject({
  receipt,
  /** A second way to ask, without the last four: a long random code of the sending system; null = none. */
  code: z.string().trim().min(12).max(64).nullable().default(null),
  /** null = the case can be found by its code only. */
  last4: last4.nullable().default(null),
  matterName: openWords(200),
  departmentName: openWords(100),
  status: z.enum(['accepted', 'needs-correction', 'under-review', 'decided', 'delivered', 'withdrawn', 'rejected']),
  /** What the applicant should do now, in words; null = nothing. */
  advice: openWords(200).nullable().default(null),
  acceptedOn: day,
  /** Promised limit in working days; 0 = on the spot; null = not said. */
  promisedDays: z.number().int().nonnegative().max(400).nullable().default(null),
  statutoryDays: z.number().int().nonnegative().max(400).nullable().default(null),
  /** Who applied, for those who look after the limits: 李*, 某水厂. A whole name is refused. */
  applicant: maskedName.nullable().default(null),
  /** What it is about, for those who work on it: “巷口面馆”，新城区 86 平方米. */
  about: openWords(100).nullable().default(null),
  /** Special procedures that stop the clock (行政许可法 45): name and days, `until` null = still going on. */
  pauses: z
    .array(
      z.strictObject({
        name: openWords(40),
        from: day,
        until: day.nullable().default(null),
        /** When the applicant was told in writing (行政许可法 45); null = not said. */
        toldOn: day.nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
  steps: z.array(caseStep).min(1).max(20),
  /** When it was decided or ended otherwise, epoch ms; null = open. */
  finishedAt: at.nullable().default(null),
  /** When the sending system knew this, epoch ms. An older report never overwrites a newer one. */
  reportedAt: at,
})

/** `POST /api/v1/cases`, role integration: at most 500 cases at once. Each is taken or refused by itself. */
export const caseBatch = z.strictObject({ cases: z.array(z.unknown()).min(1).max(500) })
export const caseBatchAnswer = z.object({
  taken: z.number(),
  unchanged: z.number(),
  refused: z.array(z.object({ nth: z.number(), receipt: z.string().nullable(), message: z.string() })),
})

/** `POST /api/v1/cases/find`: by receipt and the last four of the ID document, or by the code alone. Public, tries limited. */
export const caseQuestion = z.union([
  z.strictObject({ receipt, last4 }),
  z.strictObject({ code: z.string().trim().min(12).max(64) }),
])

export const light = z.enum(['green', 'yellow', 'red', 'paused'])

/** What anybody with the receipt may see. Nothing personal; days as 2026-03-18. */
export const caseView = z.object({
  receipt: z.string(),
  matterName: z.string(),
  departmentName: z.string(),
  status: caseReport.shape.status,
  /** 已受理, 需补正, 审核中, 已办结, 已送达, 已撤回, 不予许可 */
  statusWords: z.string(),
  advice: z.string().nullable(),
  acceptedOn: z.string(),
  promisedOn: z.object({ day: z.string(), approximate: z.boolean() }).nullable(),
  finishedOn: z.string().nullable(),
  light,
  /** Why the light is so, in words: 还剩 1 个工作日, 超期 3 个工作日, 正在听证，不计时. */
  lightWords: z.string(),
  /** Working days left; negative = over; null = no limit, paused or finished. */
  daysLeft: z.number().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['done', 'current', 'to-come']),
      startedAt: z.number().nullable(),
      endedAt: z.number().nullable(),
      light: light.nullable(),
      /** Working days used and allowed; null = no limit. */
      usedDays: z.number().nullable(),
      limitDays: z.number().nullable(),
    }),
  ),
  reportedAt: z.number(),
})

export type CaseReport = z.infer<typeof caseReport>
export type CaseStatus = CaseReport['status']
export type CaseQuestion = z.infer<typeof caseQuestion>
export type CaseView = z.infer<typeof caseView>
export type Light = z.infer<typeof light>
