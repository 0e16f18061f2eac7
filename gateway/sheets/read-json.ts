import { makeTable } from './make-table.ts'
import { type Cell, type Tables, refuseFile } from './table.ts'

/** undefined = no JSON. Numbers keep their digits: a code of 20 digits would come out of a number as another one. */
export function jsonCells(text: string): unknown {
  const keep = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' ? { number: context?.source ?? String(value), serial: value } : value
  try {
    return JSON.parse(text, keep) as unknown
  } catch {
    return undefined
  }
}

const isObject = (one: unknown): one is Record<string, unknown> =>
  typeof one === 'object' && one !== null && !Array.isArray(one) && !isNumber(one)
const isNumber = (one: unknown): one is { number: string; serial: number } =>
  typeof one === 'object' && one !== null && 'number' in one && 'serial' in one && Object.keys(one).length === 2

/** A list of objects, also where it lies in an answer: `{ "code": 0, "data": { "rows": [ … ] } }`. */
function listIn(read: unknown, depth = 0): Record<string, unknown>[] | null {
  if (Array.isArray(read)) return read.length > 0 && read.every(isObject) ? read : null
  if (!isObject(read) || depth > 2) return null
  for (const value of Object.values(read)) {
    const found = listIn(value, depth + 1)
    if (found) return found
  }
  return null
}

/** JSON as a table whose first row holds the keys: an array, an object that holds one, or an object on each line. */
export function readJson(text: string): Tables {
  const whole = jsonCells(text)
  if (whole !== undefined) {
    const list = listIn(whole) ?? (isObject(whole) ? [whole] : null)
    return list === null ? refuseFile('这个 JSON 里没有一条一条的内容。要写成 [{…}, {…}]，或每行一个。') : asTable(list)
  }
  if (text.trimStart().startsWith('['))
    return refuseFile('这不是完整的 JSON，多半是没有导出完，或最后多了一个逗号。请重新导出。')
  const objects: Record<string, unknown>[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const one = jsonCells(line)
    if (!isObject(one))
      return refuseFile(`第 ${index + 1} 行不是完整的 JSON。每行要有一个完整的 {…}，或整个写成 [{…}, {…}]。`)
    objects.push(one)
  }
  return asTable(objects)
}

/** Lists in a cell stay JSON text and are read where they are used. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (isNumber(value)) return value
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? JSON.stringify(value, plainNumbers) : String(value)
}
const plainNumbers = (_: string, value: unknown): unknown =>
  isNumber(value) ? (Number.isSafeInteger(value.serial) ? value.serial : value.number) : value

function asTable(objects: readonly Record<string, unknown>[]): Tables {
  const keys = [...new Set(objects.flatMap((one) => Object.keys(one)))]
  const rows: Cell[][] = [keys, ...objects.map((one) => keys.map((key) => cellOf(one[key])))]
  const none: ReadonlySet<number> = new Set()
  return {
    ok: true,
    tables: [makeTable(null, { rows, merges: [], hiddenRows: none, hiddenColumns: none })],
    notes: [],
  }
}
