import type { CodedField } from './code-tables.ts'

/** How a cell is read. `lines` keeps its line breaks; `list` and `codes` hold several, split at 、 ， ； and line breaks. */
export type FieldKind =
  | 'word'
  | 'lines'
  | 'days'
  | 'count'
  | 'flag'
  | 'code'
  | 'codes'
  | 'list'
  | 'address'
  | 'day'
  | 'laws'
  | 'materials'
  | 'steps'
  | 'rows'
  | 'json'

/** A column that a source may have: the heading we write, and the headings and identifiers under which others write it. */
export interface Field {
  readonly key: string
  readonly title: string
  readonly also: readonly string[]
  readonly kind: FieldKind
}
const field = (key: string, title: string, also: string, kind: FieldKind = 'word'): Field => ({
  key,
  title,
  also: also === '' ? [] : also.split(' '),
  kind,
})

/** The national elements in their order (field_dictionary.csv): Chinese name, identifiers, the column of the 56-column template. */
export const matterFields = [
  field('name', '事项名称', 'taskName task_name title 标题 名称 办理项名称 业务办理项名称 事项全称'),
  field('code', '实施编码', 'taskCode task_code 事项编码 实施清单编码 国家编码 itemCode'),
  field('handleItem', '业务办理项编码', 'taskHandleItem task_handle_item 办理项编码 业务项编码'),
  field('basicCode', '基本编码', 'catalogCode catalog_code 国家基本编码 地方基本编码 local_catalog_code'),
  field('localCode', '地方实施编码', 'localTaskCode local_task_code'),
  field('parentName', '主项名称', 'parentName PAR_TASK_NAME par_task_name 主项'),
  field(
    'department',
    '实施主体',
    'deptName dept_name 部门 实施部门 部门名称 实施主体名称 行使主体 pkorgName 责任部门 所属部门',
  ),
  field('departmentCode', '实施主体编码', 'deptCode dept_code 部门编码'),
  field('departmentKind', '实施主体性质', 'deptType dept_type pkmplementerKind', 'code'),
  field('entrustedBy', '委托部门', 'entrustName entrust_name'),
  field('kind', '事项类型', 'taskTypeName 权力类型 事项类别 pkitemType 类别'),
  field('kindCode', '事项类型代码', 'taskType task_type 事项类型编码', 'code'),
  field('powerSource', '权力来源', 'powerSource power_source pkitemSource', 'code'),
  field('levels', '行使层级', 'useLevel use_level pkexeLevel', 'codes'),
  field('state', '事项状态', 'taskState task_state', 'code'),
  field('inHall', '是否进驻政务大厅', 'isEntryCenter is_entry_center 是否进驻大厅 进驻大厅', 'flag'),
  field('serves', '服务对象', 'serveType serverType server_type pkserviceObjects 适用范围', 'codes'),
  field('processing', '办件类型', 'projectType project_type pkdeclareType', 'code'),
  field('statutoryDays', '法定办结时限', 'anticipateDay anticipate_day pklegalTime 法定时限', 'days'),
  field('statutoryUnit', '法定办结时限单位', 'anticipateType anticipate_type 法定时限单位', 'code'),
  field('statutoryNote', '法定办结时限说明', 'anticipateExplain anticipate_explain 法定时限说明', 'lines'),
  field('promisedDays', '承诺办结时限', 'promiseDay promise_day pkcommitmentTime 承诺时限', 'days'),
  field('promisedUnit', '承诺办结时限单位', 'promiseType promise_type 承诺时限单位', 'code'),
  field('promisedNote', '承诺办结时限说明', 'promiseExplain promise_explain 承诺时限说明', 'lines'),
  field('specialProcedures', '特别程序', 'specialProcedure special_procedure pkspecialProcedure 特殊环节', 'rows'),
  field('conditions', '受理条件', 'acceptCondition accept_condition pkrequirements 申请条件 办理条件', 'lines'),
  field('numberLimit', '数量限制', 'limitExplain limit_explain', 'lines'),
  field(
    'materials',
    '申请材料',
    'materials up_task_general_material pkmaterials 办理材料 材料清单 申报材料',
    'materials',
  ),
  field('steps', '办理流程', 'handleFlow handle_flow pkprocedures steps 办理程序', 'steps'),
  field('ways', '办理形式', 'handleType handle_type pkprocessForm', 'codes'),
  field('place', '办理地点', 'transactAddr transact_addr pkprocessPlace 办公地址 窗口地址', 'lines'),
  field('handleTime', '办理时间', 'transactTime transact_time pkprocessTime 办公时间', 'lines'),
  field('consult', '咨询方式', 'linkWay link_way pkconsultationWays 咨询电话', 'code'),
  field('complain', '监督投诉方式', 'superviseWay supervise_way pkmonitorWays 监督方式 投诉电话', 'code'),
  field('charged', '是否收费', 'isFee is_fee pkIsCharge', 'flag'),
  field('fee', '收费标准', 'feeStandard fee_standard 收费说明', 'lines'),
  field('feeBasis', '收费依据', 'feeBasis fee_basis pkChargeStandard 收费标准及依据', 'lines'),
  field('fees', '收费项目', 'fees up_task_general_fee_project', 'rows'),
  field('visits', '到办事现场次数', 'limitSceneNum limit_scene_num pkpresenceNum 到现场次数', 'count'),
  field('visitReason', '必须现场办理原因说明', 'limitSceneExplain limit_scene_explain pkpresenceReason', 'lines'),
  field('legalBasis', '设定依据', 'legalBasis by_law pkbasis 法律依据 实施依据', 'laws'),
  field('result', '审批结果名称', 'resultName result_name pkresultName 结果名称'),
  field('resultKind', '审批结果类型', 'resultType result_type pkresultType 结果类型', 'code'),
  field('resultSample', '审批结果样本', 'resultGuid result_guid pkresultSample 结果样本'),
  field('resultDelivery', '结果领取方式', 'resultDelivery result_delivery pkresultCollectionMethod', 'list'),
  field('area', '通办范围', 'handleArea handle_area pkoperationScope', 'code'),
  field('jointBodies', '联办机构', 'otherDept other_dept', 'lines'),
  field('intermediary', '中介服务', 'serviceType service_type pkintermediary', 'lines'),
  field('questions', '常见问题', 'questions up_task_general_questions', 'rows'),
  field('bookable', '是否支持预约办理', 'isSchedule is_schedule pkappointment', 'flag'),
  field('selfService', '是否支持自助终端办理', 'isServiceTerminals is_service_terminals', 'flag'),
  field('online', '是否网办', 'isOnline is_online pkonlineProcessing', 'flag'),
  field('onlineDepth', '网上办理深度', 'onlineHandleDepth online_handle_depth pkonlineProcessingDepth', 'code'),
  field('onlineUrl', '网办地址', 'onlineHandleUrl online_handle_url 在线办理链接 网上办理地址 在线办理地址', 'address'),
  field('payOnline', '是否支持网上支付', 'isPayOnline is_pay_online pkonlinePayment', 'flag'),
  field('express', '是否支持物流快递', 'isExpress is_express pklogisticsExpress', 'flag'),
  field('themes', '面向自然人事项主题分类', 'userTopicType user_topic_type 自然人主题 classify 主题分类', 'list'),
  field('businessThemes', '面向法人事项主题分类', 'corpTopicType corp_topic_type 法人主题', 'list'),
  field('version', '事项版本', 'taskVersion task_version'),
  field('effectiveOn', '计划生效日期', 'planEffectiveDate plan_effective_date', 'day'),
  field('cancelledOn', '计划取消日期', 'planCancelDate plan_cancel_date', 'day'),
  field('rowId', '记录唯一标识', 'rowGuid row_guid'),
  // What a hall adds to the national elements.
  field('aliases', '俗称', 'aliases 别名 关键词', 'list'),
  field('popular', '热度', 'popular 排序热度', 'count'),
  field('situations', '情形问答', 'situations', 'json'),
  field('id', '厅内编号', 'matterId'),
  field('queueId', '取号队列', 'queueId'),
  field('variantOf', '所属事项编号', 'variantOf'),
  field('sample', '示例指南', 'sampleGuide', 'flag'),
] as const satisfies readonly Field[]

/** Columns of the sheets that hang on a matter by its code. */
export const materialFields = [
  field('name', '材料名称', 'material_name materialName 申请材料名称 name'),
  field('form', '材料形式', 'form 原件或复印件 提交形式'),
  field('copies', '份数', 'page_num pageNum copies 纸质材料份数 材料份数', 'count'),
  field('note', '备注', 'remark note 材料说明', 'lines'),
  field('necessity', '材料必要性', 'is_need isNeed necessity 必要性 是否必要', 'code'),
  field('source', '来源渠道', 'source_type sourceType source 材料来源', 'code'),
  field('sourceNote', '来源渠道说明', 'source_explain sourceExplain'),
  field('sample', '示例样表', 'example_guid exampleGuid sample 样表'),
  field('blank', '空白表格', 'form_guid formGuid blank 空表'),
  field('kind', '材料类型', 'material_type materialType kind', 'code'),
  field('medium', '材料介质', 'material_format materialFormat medium', 'code'),
  field('pageFormat', '纸张规格', 'page_format pageFormat'),
  field('basis', '要求提供材料的依据', 'by_law byLaw basis', 'lines'),
  field('standard', '受理标准', 'accept_stand acceptStand standard', 'lines'),
  field('fillNote', '填报须知', 'fill_explain fillExplain fillNote', 'lines'),
] as const satisfies readonly Field[]
export const stepFields = [
  field('name', '环节名称', 'step_name stepName name 环节 步骤 步骤名称'),
  field('note', '环节说明', 'note 步骤说明', 'lines'),
  field('by', '办理人员', 'handler by'),
  field('limit', '环节时限', 'limit 时限'),
  field('standard', '审查标准', 'standard', 'lines'),
  field('result', '环节结果', 'result 办理结果', 'lines'),
] as const satisfies readonly Field[]
export const feeFields = [
  field('name', '收费项目名称', 'fee_name feeName name'),
  field('standard', '收费项目标准', 'fee_stand feeStand standard', 'lines'),
  field('basis', '收费项目依据', 'by_law byLaw basis', 'lines'),
] as const satisfies readonly Field[]
export const procedureFields = [
  field('name', '特别程序名称', 'name procedure_name'),
  field('limit', '特别程序时限', 'limit'),
  field('basis', '特别程序依据', 'basis by_law', 'lines'),
] as const satisfies readonly Field[]
export const questionFields = [
  field('question', '问题', 'question 常见问题'),
  field('answer', '答案', 'answer 解答 回答', 'lines'),
] as const satisfies readonly Field[]
export const lawFields = [
  field('text', '依据内容', 'text law 法规名称 law_name', 'lines'),
] as const satisfies readonly Field[]

/** Lists of a matter, each a sheet of its own in a workbook. */
export const listSheets = {
  materials: { sheet: '申请材料', fields: materialFields },
  steps: { sheet: '办理流程', fields: stepFields },
  fees: { sheet: '收费项目', fields: feeFields },
  specialProcedures: { sheet: '特别程序', fields: procedureFields },
  questions: { sheet: '常见问题', fields: questionFields },
  legalBasis: { sheet: '设定依据', fields: lawFields },
} as const
export type ListKey = keyof typeof listSheets
export type FieldKey = (typeof matterFields)[number]['key']

/** Headings that are known and not used: counters of rows and what only the sending system needs. */
export const unusedHeadings = [
  ...[
    '序号',
    '区划代码',
    'libNum',
    '资源库编号',
    'catalogId',
    '目录编号',
    'issuedNum',
    '颁布文号',
    'publisher',
    '发布者',
    'publishDate',
    '发布日期',
    'source',
  ],
  ...[
    '来源',
    'belongDomain',
    '归属领域',
    'genre',
    '体裁',
    'abstractText',
    '摘要',
    'originalAddress',
    '原文地址',
    'htmlContent',
    '正文html内容',
    'creatorName',
  ],
  ...[
    '创建人名称',
    'fileInfos',
    '附件信息',
    'pkfield',
    'pkindustry',
    'pkfastTime',
    'pkregion',
    'pkexerciseContent',
    'pkimplementationObject',
    'pkapprovalMode',
  ],
  ...['order_num', 'orderNum', '排序'],
] as const

/** Columns that may stand in for a missing 实施编码, best first: taken when no value is empty or twice. */
export const spareCodes = [
  '地方实施编码',
  'localTaskCode',
  'local_task_code',
  '目录编号',
  'catalogId',
  '资源库编号',
  'libNum',
  '记录唯一标识',
  'rowGuid',
  'row_guid',
] as const

export const isCoded = (key: string): key is CodedField =>
  [
    'kind',
    'powerSource',
    'levels',
    'departmentKind',
    'serves',
    'processing',
    'statutoryUnit',
    'promisedUnit',
    'ways',
    'consult',
    'complain',
  ].includes(key) || ['resultKind', 'area', 'onlineDepth', 'state'].includes(key)
