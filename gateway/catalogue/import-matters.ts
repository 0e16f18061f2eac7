import { createHash } from 'node:crypto'
import type { Hall } from '../contract/hall.ts'
import { type Guide, type Matter, matter } from '../contract/matter.ts'
import { situations } from '../contract/situations.ts'
import { clean } from '../sheets/clean-text.ts'
import { type DepartmentTable, departmentFinder } from './department-for.ts'
import { type CodeTables, wordOfCode } from './import/code-tables.ts'
import { guideOfRow, registerOfRow } from './import/guide-of-row.ts'
import { flagOf, jsonOf, listOf } from './import/read-field.ts'
import { type SourceRow, keyOf } from './source-row.ts'

/** The hall's own matters with the imported ones over them: the same code and 业务办理项编码 are the same matter. */
export function withImported(own: readonly Matter[], imported: readonly Matter[]): Matter[] {
  const byKey = new Map(own.map((one) => [keyOf(one), one]))
  const ids = new Map<string, string>()
  for (const one of imported) {
    const known = byKey.get(keyOf(one))
    ids.set(one.id, known?.id ?? one.id)
    byKey.set(keyOf(one), known ? over(known, one) : one)
  }
  return [...byKey.values()].map((one) =>
    one.variantOf === null ? one : { ...one, variantOf: ids.get(one.variantOf) ?? one.variantOf },
  )
}

/** What the source says goes over what the hall wrote; the hall's id, queue and department stay, and what only the hall knows. */
export function over(known: Matter, next: Matter): Matter {
  return {
    ...next,
    id: known.id,
    queueId: known.queueId,
    department: known.department,
    kind: next.kind === '未提供' ? known.kind : next.kind,
    onlineUrl: next.onlineUrl ?? known.onlineUrl,
    nameEn: next.nameEn ?? known.nameEn,
    aliases: next.aliases.length > 0 ? next.aliases : known.aliases,
    when: next.when ?? known.when,
    themes: next.themes.length > 0 ? next.themes : known.themes,
    businessThemes: next.businessThemes.length > 0 ? next.businessThemes : known.businessThemes,
    popular: next.popular > 0 ? next.popular : known.popular,
    inHall: next.inHall ?? known.inHall,
    guide: guideOver(known.guide, next.guide),
    situations: next.situations ?? known.situations,
    register: next.register ?? known.register,
  }
}

/** An example is never mixed with what an office says; two real guides fill each other's gaps. */
function guideOver(known: Guide | null, next: Guide | null): Guide | null {
  if (known === null || next === null) return next ?? known
  if (known.sample || next.sample) return next
  const said = Object.entries(next).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return { ...known, ...Object.fromEntries(said) }
}

const isId = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text)
/** Codes may hold anything; the id goes into addresses. */
const idOf = (row: SourceRow): string =>
  `c${createHash('sha256')
    .update(row.handleItem === '' ? row.code : keyOf(row))
    .digest('hex')
    .slice(0, 15)}`

function stateOf(text: string, codes: CodeTables): Matter['state'] {
  const said = wordOfCode('state', clean(text), codes) ?? ''
  return /暂停|停用|禁用|停办|冻结/.test(said)
    ? '暂停'
    : /取消|废止|作废|注销|失效|下线|删除/.test(said)
      ? '取消'
      : '在用'
}

/** A row as a matter of this hall. A department the hall does not have is kept by name; its matters have no counter here. */
function matterOfRow(
  hall: Hall,
  row: SourceRow,
  codes: CodeTables,
  idOfDepartment: (name: string) => string | null,
): Matter {
  const { values, lists } = row
  const departmentId = idOfDepartment(row.department)
  const usual =
    departmentId === null
      ? null
      : (hall.counters.find((counter) => counter.department === departmentId)?.queues[0] ?? null)
  const said = clean(values.queueId ?? '')
  const given = clean(values.id ?? '')
  return matter.parse({
    id: isId(given) ? given : idOf(row),
    code: row.code,
    handleItem: row.handleItem || null,
    variantOf: isId(clean(values.variantOf ?? '')) ? clean(values.variantOf ?? '') : null,
    name: row.name,
    nameEn: clean(values.nameEn ?? '').slice(0, 200) || null,
    parentName: row.parentName || null,
    department: departmentId ?? row.department,
    kind: row.kind || '未提供',
    queueId: said === '无' ? null : hall.queues.some(({ id }) => id === said) ? said : usual,
    state: stateOf(values.state ?? '', codes),
    inHall: flagOf(values.inHall ?? ''),
    aliases: listOf(values.aliases ?? ''),
    when: clean(values.when ?? '').slice(0, 24) || null,
    themes: listOf(values.themes ?? ''),
    businessThemes: listOf(values.businessThemes ?? ''),
    popular: /^\d{1,9}(\.\d+)?$/.test(clean(values.popular ?? '')) ? Number(clean(values.popular ?? '')) : 0,
    onlineUrl: row.url || null,
    guide: guideOfRow(values, lists, codes),
    situations: values.situations === undefined ? null : situations.parse(jsonOf(values.situations)),
    register: registerOfRow(values, codes),
  })
}

/** All rows as matters. A 业务办理项 is a variant of the matter that has its code and no 业务办理项编码. */
export function mattersOfRows(
  hall: Hall,
  rows: readonly SourceRow[],
  codes: CodeTables = {},
  departments: DepartmentTable = {},
): Matter[] {
  const idOfDepartment = departmentFinder(hall.departments, departments)
  const matters = rows.map((row) => matterOfRow(hall, row, codes, idOfDepartment))
  const whole = new Map(matters.filter(({ handleItem }) => handleItem === null).map(({ code, id }) => [code, id]))
  return matters.map((one) =>
    one.handleItem === null || one.variantOf !== null ? one : { ...one, variantOf: whole.get(one.code) ?? null },
  )
}
