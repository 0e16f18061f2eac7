import writeXlsxFile from 'write-excel-file/node'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { MatterField } from './import/field.ts'
import { type ListKey, listSheets } from './import/list-fields.ts'
import { type FieldKey, matterFields } from './import/matter-fields.ts'
import { marked } from '../sheets/neutral-cell.ts'
import { listCell } from './import/read-field.ts'

type Row = (string | null)[]
const cell = (text: string | null): string | null => (text === null || text === '' ? null : marked(text))
const yesNo = (said: boolean | null): string | null => (said === null ? null : said ? '是' : '否')

const inSheets = new Set<string>(Object.keys(listSheets))
const columns = matterFields.filter(({ key }) => !inSheets.has(key) && key !== 'kindCode')
/** Columns that say whose line it is. */
const owners: FieldKey[] = ['id', 'code', 'handleItem']
const titleOf = (key: FieldKey): string => matterFields.find((one) => one.key === key)?.title ?? key

/** A workbook that the import reads back as the same matters: one sheet of matters, one for each kind of list, joined by code and id. */
export async function exportMatters(hall: Hall, matters: readonly Matter[]): Promise<Buffer> {
  const departments = new Map(hall.departments.map(({ id, name }) => [id, name]))
  const main: Row[] = [
    columns.map(({ title }) => title),
    ...matters.map((one) =>
      columns.map(({ key }) => cell(wordsOf(one, key, departments.get(one.department) ?? one.department))),
    ),
  ]
  const lists = (Object.keys(listSheets) as ListKey[]).map((key) => ({
    sheet: listSheets[key].sheet,
    data: listRows(key, matters),
  }))
  return writeXlsxFile([{ sheet: '事项', data: main }, ...lists]).toBuffer()
}

function listRows(key: ListKey, matters: readonly Matter[]): Row[] {
  const fields: readonly MatterField[] = listSheets[key].fields
  const head = [...owners.map(titleOf), ...fields.map(({ title }) => title)]
  const rows = matters.flatMap((one) => {
    const list: readonly (string | Record<string, unknown>)[] = one.guide?.[key] ?? []
    return list.map((line) => [
      ...owners.map((owner) => cell(one[owner as 'id' | 'code' | 'handleItem'])),
      ...fields.map((field) => {
        const value = typeof line === 'string' ? line : line[field.key]
        return cell(value === null || value === undefined ? null : String(value))
      }),
    ])
  })
  return [head, ...rows]
}

function wordsOf(one: Matter, key: FieldKey, departmentName: string): string | null {
  const { guide, register } = one
  switch (key) {
    case 'department':
      return departmentName
    case 'kind':
      return one.kind === '未提供' ? null : one.kind
    case 'queueId':
      return one.queueId ?? '无'
    case 'sample':
      return guide === null ? null : yesNo(guide.sample)
    case 'situations':
      return one.situations === null ? null : JSON.stringify(one.situations)
    case 'popular':
      return one.popular === 0 ? null : String(one.popular)
    default: {
      const places: Record<string, unknown>[] = [one, guide ?? {}, register ?? {}]
      const value = places.find((place) => key in place)?.[key]
      if (typeof value === 'boolean') return yesNo(value)
      if (Array.isArray(value)) return value.length === 0 ? null : listCell(value.map(String))
      return value === null || value === undefined ? null : String(value)
    }
  }
}
