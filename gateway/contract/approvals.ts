import { z } from 'zod'
import { caseView, last4, light, openWords } from './cases.ts'
import { id } from './hall.ts'

/** The number on the acceptance slip of a joint approval; opaque to all but the hall. */
export const approvalReceipt = z.string().regex(/^[A-Z0-9]{6,40}$/, '受理号只有大写字母和数字')
const legId = z.string().regex(/^\d{1,2}$/)
const day = z.iso.date()

/** Orders of a joint approval (并联审批): one acceptance, legs at several departments at once, one delivery. */
export const approvalCommands = [
  z.strictObject({
    type: z.literal('accept-approval'),
    flowId: id,
    receipt: approvalReceipt,
    /** The number with which the applicant came; null = none. */
    ticketId: z.string().max(64).nullable().default(null),
    /** How many materials were handed in, once for all departments. */
    materials: z.number().int().min(0).max(400),
  }),
  /** 一次告知: all that a department still wants, in one list. Its own clock stands from the next day on. */
  z.strictObject({
    type: z.literal('ask-more'),
    receipt: approvalReceipt,
    legId,
    materials: z.array(openWords(100)).min(1, '写明要补哪些材料').max(20),
    advice: openWords(200).nullable().default(null),
    /** By when the applicant is asked to bring it. */
    until: day.nullable().default(null),
  }),
  /** What was asked for was handed in, once for all departments that wait for it; null = all of them. */
  z.strictObject({
    type: z.literal('supply-more'),
    receipt: approvalReceipt,
    legIds: z.array(legId).nullable().default(null),
  }),
  z.strictObject({ type: z.literal('note-leg'), receipt: approvalReceipt, legId, words: openWords(100) }),
  z.strictObject({
    type: z.literal('finish-leg'),
    receipt: approvalReceipt,
    legId,
    result: z.enum(['approved', 'refused']),
    /** What comes out of it: 食品经营许可证; null = nothing is handed over. */
    document: openWords(60).nullable().default(null),
  }),
  /** 一次送达: everything is handed over together. */
  z.strictObject({ type: z.literal('deliver-approval'), receipt: approvalReceipt }),
] as const

/** `POST /api/v1/approvals`, role clerk or supervisor: what is said of the applicant is kept beside the log, and goes with the case. */
export const approvalOrder = z.strictObject({
  flowId: id,
  ticketId: z.string().max(64).nullable().default(null),
  /** 吴*: surname and star, or the name of a company. */
  applicant: openWords(40),
  last4,
  /** What it is about, for those who work on it: “巷口面馆”，新城区 86 平方米. */
  about: openWords(100).nullable().default(null),
  materials: z.number().int().min(0).max(400),
})

export const legStage = z.enum(['running', 'asked', 'approved', 'refused'])
export const approvalLegView = z.object({
  legId: z.string(),
  matterName: z.string(),
  departmentName: z.string(),
  limitDays: z.number(),
  stage: legStage,
  light,
  /** Working days. */
  used: z.number(),
  left: z.number(),
  pausedDays: z.number(),
  dueOn: z.string(),
  approximate: z.boolean(),
  /** Days on which the clock stood; `until` null = it stands. */
  pauses: z.array(z.object({ from: z.string(), until: z.string().nullable() })),
  /** What it asked for, and by when; null = nothing. */
  asked: z
    .object({
      on: z.string(),
      materials: z.array(z.string()),
      advice: z.string().nullable(),
      until: z.string().nullable(),
      suppliedOn: z.string().nullable(),
    })
    .nullable(),
  note: z.string().nullable(),
  finishedOn: z.string().nullable(),
  document: z.string().nullable(),
})

export const approvalView = z.object({
  receipt: z.string(),
  flowId: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  acceptedOn: z.string(),
  acceptedAt: z.number(),
  materials: z.number(),
  promisedDays: z.number(),
  /** The first promise, which stays; and by when it is as things stand. */
  promisedOn: z.string(),
  expectedOn: z.string(),
  approximate: z.boolean(),
  light,
  deliveredOn: z.string().nullable(),
  today: z.string(),
  /** From the acceptance to the last day that matters, for the drawing. */
  days: z.array(z.object({ day: z.string(), isOff: z.boolean() })),
  legs: z.array(approvalLegView),
  /** What the applicant must still bring, of all departments, in one list. */
  toSupply: z.array(z.object({ departmentName: z.string(), material: z.string(), until: z.string().nullable() })),
  /** What happened, newest first. */
  course: z.array(z.object({ at: z.number(), what: z.string(), words: z.string() })),
})

/** The same with what is kept beside the log, for those who work on it. */
export const approvalCase = z.object({
  approval: approvalView,
  applicant: z.string().nullable(),
  about: z.string().nullable(),
})
/** What is found by a receipt; `joint` = it is a joint approval, with its legs. */
export const caseAnswer = caseView.extend({ joint: approvalView.nullable().default(null) })
export const approvalList = z.object({ items: z.array(approvalView), total: z.number() })

export type CaseAnswer = z.infer<typeof caseAnswer>
export type ApprovalList = z.infer<typeof approvalList>
export type ApprovalView = z.infer<typeof approvalView>
export type ApprovalLegView = z.infer<typeof approvalLegView>
export type ApprovalCase = z.infer<typeof approvalCase>
