import { type MatterField, matterField } from './field.ts'

/** Columns of the sheets that hang on a matter by its code. */
export const materialFields = [
  matterField('name', '材料名称', 'material_name materialName 申请材料名称 name'),
  matterField('form', '材料形式', 'form 原件或复印件 提交形式'),
  matterField('copies', '份数', 'page_num pageNum copies 纸质材料份数 材料份数', 'count'),
  matterField('note', '备注', 'remark note 材料说明', 'lines'),
  matterField('necessity', '材料必要性', 'is_need isNeed necessity 必要性 是否必要', 'code'),
  matterField('source', '来源渠道', 'source_type sourceType source 材料来源', 'code'),
  matterField('sourceNote', '来源渠道说明', 'source_explain sourceExplain'),
  matterField('sample', '示例样表', 'example_guid exampleGuid sample 样表'),
  matterField('blank', '空白表格', 'form_guid formGuid blank 空表'),
  matterField('kind', '材料类型', 'material_type materialType kind', 'code'),
  matterField('medium', '材料介质', 'material_format materialFormat medium', 'code'),
  matterField('pageFormat', '纸张规格', 'page_format pageFormat'),
  matterField('basis', '要求提供材料的依据', 'by_law byLaw basis', 'lines'),
  matterField('standard', '受理标准', 'accept_stand acceptStand standard', 'lines'),
  matterField('fillNote', '填报须知', 'fill_explain fillExplain fillNote', 'lines'),
] as const satisfies readonly MatterField[]
export const stepFields = [
  matterField('name', '环节名称', 'step_name stepName name 环节 步骤 步骤名称'),
  matterField('note', '环节说明', 'note 步骤说明', 'lines'),
  matterField('by', '办理人员', 'handler by'),
  matterField('limit', '环节时限', 'limit 时限'),
  matterField('standard', '审查标准', 'standard', 'lines'),
  matterField('result', '环节结果', 'result 办理结果', 'lines'),
] as const satisfies readonly MatterField[]
export const feeFields = [
  matterField('name', '收费项目名称', 'fee_name feeName name'),
  matterField('standard', '收费项目标准', 'fee_stand feeStand standard', 'lines'),
  matterField('basis', '收费项目依据', 'by_law byLaw basis', 'lines'),
] as const satisfies readonly MatterField[]
export const procedureFields = [
  matterField('name', '特别程序名称', 'name procedure_name'),
  matterField('limit', '特别程序时限', 'limit'),
  matterField('basis', '特别程序依据', 'basis by_law', 'lines'),
] as const satisfies readonly MatterField[]
export const questionFields = [
  matterField('question', '问题', 'question 常见问题'),
  matterField('answer', '答案', 'answer 解答 回答', 'lines'),
] as const satisfies readonly MatterField[]
export const lawFields = [
  matterField('text', '依据内容', 'text law 法规名称 law_name', 'lines'),
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
