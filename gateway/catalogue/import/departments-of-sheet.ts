import { clean } from '../../sheets/clean-text.ts'
import { type Table, isEmptyCell, isEmptyRow, textOf } from '../../sheets/table.ts'
import type { MatterHeader } from './choose-sheets.ts'
import { type SectionRow, departmentOfSheet, sectionOf } from './department-row.ts'

/** Where the department of a row stands: in its cell, in a row above, in the sheet's name. */
export interface DepartmentOf {
  /** Some of these gives one. */
  isKnown: boolean
  /** What a row of one cell is; null = a row like others. */
  section(index: number): SectionRow | 'remark' | null
  /** `own` = what the row's own cell says; '' = nothing. */
  of(index: number, own: string): string
  /** Why the department of a row should be looked at; null = no reason. */
  doubt(index: number): string | null
  /** How it was done, for the report. */
  notes(): string[]
}

export function departmentsOfSheet(table: Table, header: MatterHeader, isOneOfSeveral: boolean): DepartmentOf {
  const column = header.columns.get('department') ?? null
  const data = table.rows
    .map((_, index) => index)
    .filter((index) => index >= header.first && !isEmptyRow(table.rows[index] ?? []))
  const ofSheet = departmentOfSheet(table.name, isOneOfSeveral && column === null)
  const sections = new Map<number, SectionRow | 'remark'>()
  for (const index of data) {
    const lone = table.lone.get(index)
    if (!lone) continue
    const section = sectionOf(lone, column)
    // A row with nothing but its name is a matter without a code, and told as such.
    const isName = [header.columns.get('name'), header.columns.get('code')].includes(lone.column) && lone.width === 1
    if (section && !(isName && lone.column === column)) sections.set(index, section)
    else if (!isName || lone.width > 1) sections.set(index, 'remark')
  }
  const titles = [...sections.values()].filter(
    (one): one is SectionRow => one !== 'remark' && one.kind === 'department',
  )
  const plain = data.filter((index) => !sections.has(index))
  const own = (index: number): string => (column === null ? '' : clean(textOf(table.rows[index]?.[column])))
  const blank = column === null ? 0 : plain.filter((index) => isEmptyCell(table.rows[index]?.[column])).length
  // A column that was merged once has its first row filled and most of the others empty.
  const wasMerged = column !== null && titles.length === 0 && blank * 2 > plain.length && own(plain[0] ?? -1) !== ''
  const above = new Map<number, string>()
  let last = ''
  for (const index of data) {
    const section = sections.get(index)
    if (section && section !== 'remark' && section.kind === 'department') last = section.text
    if (wasMerged && own(index) !== '') last = own(index)
    above.set(index, last)
  }
  let bySheet = 0
  return {
    isKnown: column !== null || titles.length > 0 || ofSheet !== null,
    section: (index) => sections.get(index) ?? null,
    of(index, said) {
      if (said !== '') return said
      const found = above.get(index) || ofSheet || ''
      if (found === ofSheet && found !== '') bySheet += 1
      return found
    },
    doubt: (index) => (wasMerged && own(index) === '' ? `部门空着，按上面的行填成“${above.get(index) ?? ''}”` : null),
    notes: () => [
      ...(titles.length > 0
        ? [
            `有 ${titles.length} 行只写着部门（${[...new Set(titles.map(({ text }) => text))].slice(0, 5).join('、')}），下面的事项都归它。`,
          ]
        : []),
      ...(bySheet > 0 ? [`工作表“${table.name ?? ''}”没有写部门，用工作表的名字当部门。`] : []),
      ...(wasMerged ? [`部门一列有 ${blank} 格空着，按上面的行填了，请核对。`] : []),
    ],
  }
}
