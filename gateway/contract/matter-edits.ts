import { z } from 'zod'
import { settingLine } from './hall-settings.ts'
import { guide, limitUnits } from './matter.ts'

const words = z.string().trim().max(4_000).nullable()
const days = z.number().nonnegative().max(4_000).nullable()
const unit = z.enum(limitUnits)

/** What of a guide is changed by hand; what is left out is as the source says. */
export const guideEdit = z
  .strictObject({
    conditions: words,
    materials: guide.shape.materials.unwrap().max(80),
    steps: guide.shape.steps.unwrap().max(30),
    promisedDays: days,
    promisedUnit: unit,
    statutoryDays: days,
    statutoryUnit: unit,
    processing: words,
    charged: z.boolean().nullable(),
    fee: words,
    feeBasis: words,
    visits: z.number().int().min(0).max(20).nullable(),
    legalBasis: z.array(z.string().trim().min(1).max(4_000)).max(60),
    result: words,
    place: words,
    handleTime: words,
    consult: words,
  })
  .partial()

/** What the hall says of a matter itself, over whatever its source says. */
export const matterEdit = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    /** null = it has no counter here. */
    queueId: z.string().max(32).nullable(),
    /** A department of the hall. */
    department: z.string().max(64),
    state: z.enum(['在用', '暂停', '取消']),
    aliases: z.array(z.string().trim().min(1).max(40)).max(60),
    guide: guideEdit,
  })
  .partial()
export type MatterEdit = z.infer<typeof matterEdit>

const hash = z.string().regex(/^[0-9a-f]{64}$/)
/** What was edited: one matter, or those of a department that had no queue. */
export const editedThing = z.strictObject({
  kind: z.enum(['matter', 'department']),
  id: z.string().max(200),
  name: z.string().max(200),
})
const order = z.strictObject({
  type: z.literal('edit-matters'),
  what: editedThing,
  /** So many matters are otherwise now. */
  count: z.number().int().min(1),
  /** Of all edits, as they lie in the data folder now and before. */
  hash: hash.nullable(),
  before: hash.nullable(),
  undoes: z.string().max(64).nullable(),
  lines: z.array(settingLine).max(200),
})
/** Only the gateway's own door says it. */
export const matterEditReports = [order] as const
export type MatterEditReport = z.infer<typeof order>

export const matterChange = order.omit({ type: true }).extend({ editId: z.string(), at: z.number(), by: z.string() })
export type MatterChange = z.infer<typeof matterChange>

/** `POST /api/v1/catalogue/matters/:id` and `/check`: all that the hall says of it itself; `before`: the edits that this stands on. */
export const matterEditBody = z.strictObject({ before: hash.nullable(), edit: matterEdit })
/** `POST /api/v1/catalogue/departments`: matters of this department that have no queue get one; `to`: which department of the hall it is. */
export const mapBody = z.strictObject({
  before: hash.nullable(),
  department: z.string().min(1).max(200),
  to: z.string().max(64).nullable(),
  queueId: z.string().max(32),
})

/** `GET /api/v1/catalogue/matters/:id` */
export const editedMatter = z.object({
  /** As it is without the hall's own edits, and as it is with them. */
  source: z.looseObject({ id: z.string() }),
  now: z.looseObject({ id: z.string() }),
  edit: matterEdit,
  before: hash.nullable(),
  departmentName: z.string(),
  /** Where its source is: 大厅文件夹, or the name of an import. */
  from: z.string(),
  nth: z.number(),
  total: z.number(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  /** The newest first. */
  history: z.array(matterChange),
})
export const editSaved = z.object({ before: hash.nullable(), count: z.number() })
export const editCheck = z.object({
  faults: z.array(z.object({ key: z.string(), message: z.string() })),
  lines: z.array(settingLine),
})

export const mappedDepartment = z.object({
  department: z.string(),
  name: z.string(),
  /** Whether the hall has it. */
  isOurs: z.boolean(),
  matters: z.number(),
  /** Of them without a queue, and the first of these by name. */
  without: z.number(),
  names: z.array(z.string()),
  /** Queues of its other matters and of its counters, the likeliest first. */
  likely: z.array(z.string()),
})
/** `GET /api/v1/catalogue/departments` */
export const departmentMap = z.object({
  before: hash.nullable(),
  items: z.array(mappedDepartment),
  total: z.number(),
  queues: z.array(z.object({ id: z.string(), name: z.string() })),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  history: z.array(matterChange),
})
export type DepartmentMap = z.infer<typeof departmentMap>
