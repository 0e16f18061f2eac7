import type { Field } from '../../sheets/headings.ts'
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

/** A column that a source may have, and how its cells are read. */
export interface MatterField extends Field {
  readonly kind: FieldKind
}
const field = <Key extends string>(
  key: Key,
  title: string,
  also: string,
  kind: FieldKind = 'word',
): MatterField & { key: Key } => ({
  key,
  title,
  also: also === '' ? [] : also.split(' '),
  kind,
})

/** The national elements in their order (field_dictionary.csv): Chinese name, identifiers, the column of the 56-column template. */
export const matterFields = [
  field(
    'name',
    '事项名称',
    'taskName task_name title 标题 名称 办理项名称 业务办理项名称 事项全称 职权名称 权力名称 权力事项名称 行政权力名称 行政职权名称 政务服务事项名称 服务事项名称 办事事项名称 办理事项名称 办理事项 事项 项目名称 审批事项名称 审批项目名称 公共服务事项名称 许可事项名称 权责事项名称 实施清单名称 业务名称 事项标题',
  ),
  field(
    'code',
    '实施编码',
    'taskCode task_code 事项编码 实施清单编码 国家编码 itemCode 职权编码 权力编码 权力事项编码 行政权力编码 行政职权编码 权责编码 政务服务事项编码 事项实施编码 国家事项编码 职权代码 职权编号 权力代码 权力编号 事项代码 事项编号 项目编码 项目代码 实施清单编号 实施编号 编码 代码',
  ),
  field('handleItem', '业务办理项编码', 'taskHandleItem task_handle_item 办理项编码 业务项编码'),
  field(
    'basicCode',
    '基本编码',
    'catalogCode catalog_code 国家基本编码 地方基本编码 local_catalog_code 基本目录编码 目录编码',
  ),
  field('localCode', '地方实施编码', 'localTaskCode local_task_code'),
  field(
    'parentName',
    '主项名称',
    'parentName PAR_TASK_NAME par_task_name 主项 大项名称 大项 一级事项 主事项名称 主项目名称',
  ),
  field(
    'department',
    '实施主体',
    'deptName dept_name 部门 实施部门 部门名称 实施主体名称 行使主体 pkorgName 责任部门 所属部门 实施机关 实施机构 实施单位 责任单位 责任主体 承办单位 承办部门 承办机构 主管部门 主管单位 行使部门 行使单位 权力部门 行政主体 事项所属部门 业务主管部门 办理部门 办理单位 审批部门 审批单位 职能部门 所属单位 委办局 单位名称 单位 机构名称 受理部门 受理单位 受理机构 归口部门',
  ),
  field(
    'departmentCode',
    '实施主体编码',
    'deptCode dept_code 部门编码 实施机关代码 部门代码 机构代码 统一社会信用代码',
  ),
  field('departmentKind', '实施主体性质', 'deptType dept_type pkmplementerKind', 'code'),
  field('entrustedBy', '委托部门', 'entrustName entrust_name'),
  field(
    'kind',
    '事项类型',
    'taskTypeName 权力类型 事项类别 pkitemType 类别 职权类型 职权类别 权力类别 行政权力类型 行政权力类别 政务服务事项类型 审批类别 事项性质 事项分类 项目类型 类型',
  ),
  field('kindCode', '事项类型代码', 'taskType task_type 事项类型编码', 'code'),
  field('powerSource', '权力来源', 'powerSource power_source pkitemSource', 'code'),
  field('levels', '行使层级', 'useLevel use_level pkexeLevel 实施层级 事项层级 层级', 'codes'),
  field('state', '事项状态', 'taskState task_state 状态', 'code'),
  field(
    'inHall',
    '是否进驻政务大厅',
    'isEntryCenter is_entry_center 是否进驻大厅 进驻大厅 是否进驻 进驻情况 是否进驻中心 是否进驻政务服务中心 是否进厅',
    'flag',
  ),
  field(
    'serves',
    '服务对象',
    'serveType serverType server_type pkserviceObjects 适用范围 服务对象类型 办理对象 面向对象 行政相对人 申请主体 申请对象 申请人',
    'codes',
  ),
  field('processing', '办件类型', 'projectType project_type pkdeclareType 办件类别 办理类型', 'code'),
  field(
    'statutoryDays',
    '法定办结时限',
    'anticipateDay anticipate_day pklegalTime 法定时限 法定期限 法定办理时限 法定办理期限 法定办结期限 法定办结时间 法定审批时限 法定时间 法定天数 法定工作日 法定',
    'days',
  ),
  field('statutoryUnit', '法定办结时限单位', 'anticipateType anticipate_type 法定时限单位', 'code'),
  field('statutoryNote', '法定办结时限说明', 'anticipateExplain anticipate_explain 法定时限说明', 'lines'),
  field(
    'promisedDays',
    '承诺办结时限',
    'promiseDay promise_day pkcommitmentTime 承诺时限 承诺期限 承诺办理时限 承诺办理期限 承诺办结期限 承诺办结时间 承诺审批时限 承诺时间 承诺天数 承诺工作日 承诺 办理时限 办结时限 办理期限 办结期限 审批时限',
    'days',
  ),
  field('promisedUnit', '承诺办结时限单位', 'promiseType promise_type 承诺时限单位', 'code'),
  field('promisedNote', '承诺办结时限说明', 'promiseExplain promise_explain 承诺时限说明', 'lines'),
  field('specialProcedures', '特别程序', 'specialProcedure special_procedure pkspecialProcedure 特殊环节', 'rows'),
  field(
    'conditions',
    '受理条件',
    'acceptCondition accept_condition pkrequirements 申请条件 办理条件 申报条件 申办条件 审批条件 许可条件 准予条件 办事条件 受理要求 办理要求 条件',
    'lines',
  ),
  field('numberLimit', '数量限制', 'limitExplain limit_explain 有无数量限制 数量限制说明', 'lines'),
  field(
    'materials',
    '申请材料',
    'materials up_task_general_material pkmaterials 办理材料 材料清单 申报材料 所需材料 需提交材料 需提供材料 提交材料 提交材料目录 申请材料目录 申请材料清单 材料目录 申请资料 申报资料 所需资料 办事材料 需要材料 受理要件 办理要件 所需要件 材料名称 申请材料名称 材料',
    'materials',
  ),
  field(
    'steps',
    '办理流程',
    'handleFlow handle_flow pkprocedures steps 办理程序 办事流程 审批流程 业务流程 工作流程 受理流程 办理环节 办理步骤 审批程序 办事程序 申请程序 流程',
    'steps',
  ),
  field('ways', '办理形式', 'handleType handle_type pkprocessForm 办理方式 办理渠道 受理方式 申请方式', 'codes'),
  field(
    'place',
    '办理地点',
    'transactAddr transact_addr pkprocessPlace 办公地址 窗口地址 办公地点 受理地点 办事地点 申请地点 办理地址 受理地址 窗口位置 办理窗口 受理窗口 地址',
    'lines',
  ),
  field(
    'handleTime',
    '办理时间',
    'transactTime transact_time pkprocessTime 办公时间 服务时间 工作时间 上班时间 受理时间 办事时间 对外服务时间',
    'lines',
  ),
  field(
    'consult',
    '咨询方式',
    'linkWay link_way pkconsultationWays 咨询电话 联系电话 联系方式 业务咨询电话 咨询渠道 咨询途径 咨询 电话',
    'code',
  ),
  field(
    'complain',
    '监督投诉方式',
    'superviseWay supervise_way pkmonitorWays 监督方式 投诉电话 监督电话 监督投诉电话 投诉监督电话 投诉举报电话 投诉方式 投诉渠道 监督投诉渠道 监督投诉',
    'code',
  ),
  field('charged', '是否收费', 'isFee is_fee pkIsCharge 收费情况 收费与否 是否需要收费 是否涉及收费 收费', 'flag'),
  field(
    'fee',
    '收费标准',
    'feeStandard fee_standard 收费说明 收费项目及标准 收费标准金额 收费金额 收费额 办理费用 费用',
    'lines',
  ),
  field('feeBasis', '收费依据', 'feeBasis fee_basis pkChargeStandard 收费标准及依据 收费依据及标准', 'lines'),
  field('fees', '收费项目', 'fees up_task_general_fee_project', 'rows'),
  field(
    'visits',
    '到办事现场次数',
    'limitSceneNum limit_scene_num pkpresenceNum 到现场次数 跑动次数 跑腿次数 现场次数 办理跑动次数',
    'count',
  ),
  field('visitReason', '必须现场办理原因说明', 'limitSceneExplain limit_scene_explain pkpresenceReason', 'lines'),
  field(
    'legalBasis',
    '设定依据',
    'legalBasis by_law pkbasis 法律依据 实施依据 设立依据 设置依据 职权依据 权力依据 行使依据 法定依据 法律法规依据 法律法规 办理依据 审批依据 许可依据 政策依据 事项依据 依据',
    'laws',
  ),
  field(
    'result',
    '审批结果名称',
    'resultName result_name pkresultName 结果名称 审批结果 办理结果 办结结果 出证名称 许可证件 证照名称',
  ),
  field('resultKind', '审批结果类型', 'resultType result_type pkresultType 结果类型', 'code'),
  field('resultSample', '审批结果样本', 'resultGuid result_guid pkresultSample 结果样本'),
  field(
    'resultDelivery',
    '结果领取方式',
    'resultDelivery result_delivery pkresultCollectionMethod 结果送达方式 送达方式 领取方式 取件方式',
    'list',
  ),
  field('area', '通办范围', 'handleArea handle_area pkoperationScope', 'code'),
  field('jointBodies', '联办机构', 'otherDept other_dept', 'lines'),
  field('intermediary', '中介服务', 'serviceType service_type pkintermediary', 'lines'),
  field('questions', '常见问题', 'questions up_task_general_questions', 'rows'),
  field('bookable', '是否支持预约办理', 'isSchedule is_schedule pkappointment', 'flag'),
  field('selfService', '是否支持自助终端办理', 'isServiceTerminals is_service_terminals', 'flag'),
  field(
    'online',
    '是否网办',
    'isOnline is_online pkonlineProcessing 是否网上办理 是否可网办 是否支持网上办理 能否网办 网上办理',
    'flag',
  ),
  field('onlineDepth', '网上办理深度', 'onlineHandleDepth online_handle_depth pkonlineProcessingDepth', 'code'),
  field(
    'onlineUrl',
    '网办地址',
    'onlineHandleUrl online_handle_url 在线办理链接 网上办理地址 在线办理地址 网上办理链接 办理网址 事项链接 办事指南链接 网址 链接',
    'address',
  ),
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
] as const satisfies readonly MatterField[]

/** What a source's row may say that a matter itself has no place for: a 子项 is the matter, and what stands over it its 主项. */
export const rowFields = [field('subName', '子项名称', '子项 小项名称 小项 子项目名称 二级事项')] as const

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
] as const satisfies readonly MatterField[]
export const stepFields = [
  field('name', '环节名称', 'step_name stepName name 环节 步骤 步骤名称'),
  field('note', '环节说明', 'note 步骤说明', 'lines'),
  field('by', '办理人员', 'handler by'),
  field('limit', '环节时限', 'limit 时限'),
  field('standard', '审查标准', 'standard', 'lines'),
  field('result', '环节结果', 'result 办理结果', 'lines'),
] as const satisfies readonly MatterField[]
export const feeFields = [
  field('name', '收费项目名称', 'fee_name feeName name'),
  field('standard', '收费项目标准', 'fee_stand feeStand standard', 'lines'),
  field('basis', '收费项目依据', 'by_law byLaw basis', 'lines'),
] as const satisfies readonly MatterField[]
export const procedureFields = [
  field('name', '特别程序名称', 'name procedure_name'),
  field('limit', '特别程序时限', 'limit'),
  field('basis', '特别程序依据', 'basis by_law', 'lines'),
] as const satisfies readonly MatterField[]
export const questionFields = [
  field('question', '问题', 'question 常见问题'),
  field('answer', '答案', 'answer 解答 回答', 'lines'),
] as const satisfies readonly MatterField[]
export const lawFields = [
  field('text', '依据内容', 'text law 法规名称 law_name', 'lines'),
] as const satisfies readonly MatterField[]

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
  ...[
    'order_num',
    'orderNum',
    '排序',
    '备注',
    '编号',
    '行政区划',
    '区划',
    '年度',
    '更新时间',
    '创建时间',
    '填表人',
    '联系人',
  ],
  ...['责任科室', '承办科室', '科室', '内设机构', '责任处室', '责任人', '经办人', '责任事项', '追责情形', '追责依据'],
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
