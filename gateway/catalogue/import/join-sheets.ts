import { damaged, isEmptyRow } from '../../sheets/table.ts'
import { type ReadRows, type SourceRow, keyOf } from '../source-row.ts'
import type { ChosenSheets } from './choose-sheets.ts'
import { type Lists, readListSheet } from './join-lists.ts'
import { type ListKey, listSheets } from './list-fields.ts'

/** Materials, steps, fees … that stand in sheets of their own, joined by 实施编码 and, where it is given, 业务办理项编码. */
export function joinSheets({ lists, others }: ChosenSheets, result: ReadRows): void {
  const byKey = new Map(result.rows.map((one) => [keyOf(one), [one]]))
  const byId = new Map(result.rows.map((one) => [one.values.id ?? '', one]))
  const byCode = Map.groupBy(result.rows, ({ code }) => code)
  result.ignored.push(...others.filter(({ rows }) => !rows.every(isEmptyRow)).map(({ name }) => name ?? ''))
  for (const { table, list } of lists) {
    const joined = new Map<SourceRow, NonNullable<Lists[ListKey]>>()
    readListSheet(table, list, ({ code, handleItem, id }, line, row) => {
      const own = id === '' ? undefined : byId.get(id)
      const owners = own
        ? [own]
        : handleItem === ''
          ? (byCode.get(code) ?? [])
          : (byKey.get(keyOf({ code, handleItem })) ?? [])
      const sheet = table.name ?? listSheets[list.key].sheet
      if (Object.values(line).some((text) => text.includes('\ufffd')))
        result.rejected.push({ row, reason: `“${sheet}”表：${damaged}` })
      else if (owners.length === 0)
        result.rejected.push({ row, reason: `“${sheet}”表：没有实施编码是 ${code.slice(0, 60)} 的事项` })
      else for (const owner of owners) joined.set(owner, [...(joined.get(owner) ?? []), line])
    })
    for (const [owner, lines] of joined) owner.lists[list.key] = lines
  }
  if (lists.some(({ list }) => list.key === 'materials') || Object.values(result.columns).includes('materials')) {
    const without = result.rows.filter((one) => (one.lists.materials ?? []).length === 0).length
    if (without > 0) result.missing['申请材料'] = without
  }
}
