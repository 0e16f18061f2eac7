/** Number of a code → its word. Leading zeros do not count: 01 is 1. */
export type CodeTable = Readonly<Record<string, string>>

/**
 * The national code lists (政务服务事项要素). A province may number differently (20 is 公共服务 here, 其他行政权力 in Guangdong), so a source's
 * own table goes before these.
 */
export const nationalCodes = {
  kind: {
    1: '行政许可',
    2: '行政处罚',
    3: '行政强制',
    4: '行政征收',
    5: '行政给付',
    6: '行政检查',
    7: '行政确认',
    8: '行政奖励',
    9: '行政裁决',
    10: '其他行政权力',
    20: '公共服务',
  },
  powerSource: { 1: '法定本级行使', 2: '上级下放', 3: '上级授权', 4: '同级授权', 5: '上级委托', 6: '同级委托' },
  levels: { 1: '国家级', 2: '省级', 3: '市级', 4: '县级', 5: '镇（乡、街道）级', 6: '分级管理' },
  departmentKind: { 1: '法定机关', 2: '授权组织', 3: '受委托组织' },
  serves: {
    1: '自然人',
    2: '企业法人',
    3: '事业法人',
    4: '社会组织法人',
    5: '非法人企业',
    6: '行政机关',
    7: '其他组织',
    9: '其他组织',
  },
  processing: { 1: '即办件', 2: '承诺件' },
  statutoryUnit: { W: '工作日', N: '自然日', 1: '工作日', 2: '自然日' },
  promisedUnit: { W: '工作日', N: '自然日', 1: '工作日', 2: '自然日' },
  ways: { 1: '窗口办理', 2: '网上办理', 3: '快递申请' },
  consult: { 1: '窗口', 2: '网络', 3: '电话', 4: '信件', 5: '邮件' },
  complain: { 1: '窗口', 2: '网络', 3: '电话', 4: '信件', 5: '邮件' },
  resultKind: { 1: '证照', 10: '证照', 2: '批文', 20: '批文', 3: '其他', 30: '其他', 4: '无', 40: '无' },
  area: { 1: '全国', 2: '全省', 3: '全市', 4: '全县', 5: '全镇', 6: '跨村' },
  onlineDepth: { 1: 'Ⅰ级', 2: 'Ⅱ级', 3: 'Ⅲ级', 4: 'Ⅳ级', I: 'Ⅰ级', II: 'Ⅱ级', III: 'Ⅲ级', IV: 'Ⅳ级' },
  state: { 1: '在用', 2: '暂停', 3: '取消' },
  'material.kind': { 1: '证件证书证明', 2: '申请表格文书', 3: '其他' },
  'material.medium': { 1: '纸质', 2: '电子', 3: '纸质和电子' },
  'material.necessity': { 1: '必要', 2: '非必要', 3: '容缺后补' },
  'material.source': { 10: '申请人自备', 20: '政府部门核发', 99: '其他' },
} as const satisfies Record<string, CodeTable>

export type CodedField = keyof typeof nationalCodes
export type CodeTables = Partial<Record<CodedField, CodeTable>>

const isNumber = (text: string): boolean => /^[0-9]+$|^[WN]$|^I{1,3}V?$|^IV$/i.test(text)

/** A code as its word; words stay as they are; null = a code that no table knows. */
export function wordOfCode(field: CodedField, text: string, own: CodeTables): string | null {
  const trimmed = text.trim()
  if (!isNumber(trimmed)) return trimmed
  const code = trimmed.toUpperCase().replace(/^0+(?=\d)/, '')
  const national: CodeTable = nationalCodes[field]
  return own[field]?.[code] ?? own[field]?.[trimmed] ?? national[code] ?? null
}
