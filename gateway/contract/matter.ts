import { z } from 'zod'
import { situations } from './situations.ts'

/** Words of the source; null = the source does not say, and the page shows 未提供. */
const words = z.string().nullable().default(null)
/** A yes or no of the source; null = it does not say. */
const said = z.boolean().nullable().default(null)
const list = z.array(z.string()).default([])
/** What a limit is counted in; catalogues that say none count working days (行政许可法 82). */
export const limitUnits = ['工作日', '自然日', '小时', '月', '年'] as const
export type LimitUnit = (typeof limitUnits)[number]
const dayUnit = z.enum(limitUnits).default('工作日')

/**
 * One material that a citizen brings: an item of the national list up_task_general_material.
 * `form` is 原件 / 复印件 / 原件和复印件 / 电子; files are names inside the hall folder.
 */
export const material = z.strictObject({
  /** material_name */
  name: z.string().min(1),
  form: words,
  /** page_num */
  copies: z.number().int().nonnegative().nullable().default(null),
  /** remark */
  note: words,
  /** is_need; 容缺后补 may be handed in later. */
  necessity: z.enum(['必要', '非必要', '容缺后补']).nullable().default(null),
  /** source_type and source_explain: 申请人自备, 政府部门核发（公安机关）, … */
  source: words,
  /** example_guid: a filled-in sample, a file of the hall folder. */
  sample: words,
  /** form_guid: the empty form, a file of the hall folder. */
  blank: words,
  /** material_type: 证件证书证明 / 申请表格文书 / 其他 */
  kind: words,
  /** material_format: 纸质 / 电子 / 纸质和电子 */
  medium: words,
  /** page_format: A4, … */
  pageFormat: words,
  /** by_law */
  basis: words,
  /** accept_stand: what the counter checks. */
  standard: words,
  /** fill_explain */
  fillNote: words,
})

/** handle_flow: one step with who does it, its own limit, what is checked, what comes out. */
const step = z.strictObject({ name: z.string(), note: words, by: words, limit: words, standard: words, result: words })
/** up_task_general_fee_project: fee_name, fee_stand, by_law. */
const fee = z.strictObject({ name: z.string(), standard: words, basis: words })
/** special_procedure: what does not count into the limit (行政许可法 45). */
const specialProcedure = z.strictObject({ name: z.string(), limit: words, basis: words })
/** up_task_general_questions */
const question = z.strictObject({ question: z.string(), answer: z.string() })

/**
 * What 行政许可法 30 makes a hall publish. `null` = the source does not say: the page shows 未提供.
 * `sample` marks guides written for the sample hall (示例).
 */
export const guide = z.strictObject({
  sample: z.boolean().default(false),
  /** accept_condition */
  conditions: words,
  /** limit_explain: how many may be granted. */
  numberLimit: words,
  materials: z.array(material).default([]),
  steps: z.array(step).default([]),
  /** anticipate_day, in `statutoryUnit`. */
  statutoryDays: z.number().nonnegative().nullable().default(null),
  /** anticipate_type */
  statutoryUnit: dayUnit,
  /** anticipate_explain */
  statutoryNote: words,
  /** promise_day, in `promisedUnit`; 0 = on the spot (即办). */
  promisedDays: z.number().nonnegative().nullable().default(null),
  /** promise_type */
  promisedUnit: dayUnit,
  /** promise_explain */
  promisedNote: words,
  specialProcedures: z.array(specialProcedure).default([]),
  /** project_type: 即办件 / 承诺件 / 上报件 / 联办件 / 其他 */
  processing: words,
  /** server_type: 自然人, 企业法人, … */
  serves: list,
  /** handle_type: 窗口办理, 网上办理, 快递申请 */
  ways: list,
  /** transact_addr */
  place: words,
  /** transact_time */
  handleTime: words,
  /** link_way */
  consult: words,
  /** supervise_way */
  complain: words,
  /** is_fee */
  charged: said,
  /** Fees in one sentence, where the source has no list. */
  fee: words,
  /** fee_basis */
  feeBasis: words,
  fees: z.array(fee).default([]),
  /** limit_scene_num: how often the citizen must come (到现场次数). */
  visits: z.number().int().nonnegative().nullable().default(null),
  /** limit_scene_explain */
  visitReason: words,
  /** by_law: one law or rule with its article for each entry. */
  legalBasis: list,
  /** result_name */
  result: words,
  /** result_type: 证照 / 批文 / 其他 / 无 */
  resultKind: words,
  /** result_guid: a file of the hall folder. */
  resultSample: words,
  /** How the result is handed over: 窗口领取, 邮寄送达, … */
  resultDelivery: list,
  /** handle_area: 全国, 全省, 全市, … */
  area: words,
  /** other_dept */
  jointBodies: words,
  /** service_type */
  intermediary: words,
  questions: z.array(question).default([]),
  /** is_schedule */
  bookable: said,
  /** is_service_terminals */
  selfService: said,
  /** is_online */
  online: said,
  /** online_handle_depth: Ⅰ级 … Ⅳ级 */
  onlineDepth: words,
  /** is_pay_online */
  payOnline: said,
  /** is_express */
  express: said,
})

/** What offices note about a matter and no citizen asks for. */
const register = z.strictObject({
  /** catalog_code, 基本编码 */
  basicCode: words,
  /** local_task_code, 地方实施编码 */
  localCode: words,
  /** power_source */
  powerSource: words,
  /** use_level */
  levels: list,
  /** dept_code */
  departmentCode: words,
  /** dept_type */
  departmentKind: words,
  /** entrust_name */
  entrustedBy: words,
  /** task_version */
  version: words,
  /** plan_effective_date, 2026-03-18 */
  effectiveOn: words,
  /** plan_cancel_date */
  cancelledOn: words,
  /** row_guid */
  rowId: words,
})

export const matter = z.strictObject({
  id: z.string().min(1),
  /** task_code, 实施编码, opaque text. With `handleItem` it is the key of a matter. */
  code: z.string(),
  /** task_handle_item, 业务办理项编码; null = the matter itself and no variant of it. */
  handleItem: words,
  /** Id of the matter that this is a variant (办理项) of. */
  variantOf: words,
  name: z.string().min(1),
  /** In English, for visitors who read no Chinese; null = they see the Chinese name, marked as such. */
  nameEn: z.string().min(1).max(200).nullable().default(null),
  parentName: z.string().nullable().default(null),
  /** Department id of the hall. */
  department: z.string(),
  /** 行政许可, 公共服务, … */
  kind: z.string(),
  /** null = shown here but not handled at a counter of this hall. */
  queueId: z.string().nullable(),
  /** task_state. Only 在用 is offered; the others stay known so that old numbers keep their names. */
  state: z.enum(['在用', '暂停', '取消']).default('在用'),
  /** is_entry_center: handled in a public service hall. */
  inHall: said,
  aliases: z.array(z.string()).default([]),
  /** Of one that replaces a paper: what has become of the paper that one has (丢了 / 到期、坏了); null = it needs no saying. */
  when: z.string().min(1).max(24).nullable().default(null),
  /** user_topic_type: themes for people. */
  themes: list,
  /** corp_topic_type: themes for businesses. */
  businessThemes: list,
  /** Greater = wanted more often; 0 = unknown. */
  popular: z.number().nonnegative().default(0),
  /** online_handle_url */
  onlineUrl: z.string().nullable().default(null),
  guide: guide.nullable().default(null),
  situations: situations.nullable().default(null),
  register: register.nullable().default(null),
})

export type Material = z.infer<typeof material>
export type Guide = z.infer<typeof guide>
export type Register = z.infer<typeof register>
export type Matter = z.infer<typeof matter>
