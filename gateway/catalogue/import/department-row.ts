import type { LoneCell } from '../../sheets/table.ts'
import { nationalCodes } from './code-tables.ts'

const bodies =
  /(局|委|委员会|办|办公室|厅|部|中心|支队|大队|总队|所|院|处|站|公司|集团|银行|政府|街道|镇|乡|协会|联合会|残联|妇联|工会|馆|署|社|学校|医院|海关|机关|单位)$/
const kinds = new Set<string>(Object.values(nationalCodes.kind))

/** 一、市公安局（共 12 项） → 市公安局 */
export const bareTitle = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[(]?[一二三四五六七八九十百\d]{1,4}[)]?[、.)]/, '')
    .replace(/[([].*?[)\]]$/, '')
    .replace(/共?\d+(项|件|个|条)$/, '')
    .replace(/[:：]$/, '')

export function looksLikeDepartment(text: string): boolean {
  return text.length >= 2 && text.length <= 30 && bodies.test(text) && !/事项|清单|目录|说明|汇总|[:;。]/.test(text)
}

export type SectionRow = { kind: 'department' | 'kind'; text: string }

/** What a row of one cell says of the rows below it: their department or their kind. null = neither. */
export function sectionOf(lone: LoneCell, departmentColumn: number | null): SectionRow | null {
  const text = bareTitle(lone.text)
  if (kinds.has(text)) return { kind: 'kind', text }
  if (/^(合计|总计|小计|备注|注|说明|填表|制表|审核|联系)/.test(text)) return null
  return looksLikeDepartment(text) || (lone.column === departmentColumn && text.length <= 30)
    ? { kind: 'department', text }
    : null
}

/** A sheet that bears the name of a department, with or without number and count: 1.公安局(12). */
export function departmentOfSheet(name: string | null, isOneOfSeveral: boolean): string | null {
  const text = bareTitle(name ?? '')
  if (looksLikeDepartment(text)) return text
  const isPlain =
    text === '' ||
    text.length > 20 ||
    /^(sheet|工作表|表)\d*$/i.test(text) ||
    /事项|清单|目录|汇总|说明|\d{4}/.test(text)
  return isOneOfSeveral && !isPlain ? text : null
}
