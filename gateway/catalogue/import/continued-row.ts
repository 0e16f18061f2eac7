import type { SourceRow } from '../source-row.ts'
import { matterFields } from './matter-fields.ts'

const severalLines = matterFields
  .filter(({ kind }) => ['lines', 'materials', 'steps', 'laws', 'rows'].includes(kind))
  .map(({ key }) => key)
const isLines = (key: string): boolean => severalLines.some((one) => one === key)

/**
 * A matter over several rows, its name and code merged: each row has one more material or step. Takes the row's lines into the matter above;
 * false = the row is one of its own, or the same row again.
 */
export function continuedBy(above: SourceRow, row: SourceRow): boolean {
  if (row.code === '' || above.code !== row.code || above.handleItem !== row.handleItem || above.name !== row.name)
    return false
  const keys = [...new Set([...Object.keys(above.values), ...Object.keys(row.values)])] as (keyof SourceRow['values'])[]
  const differing = keys.filter(
    (key) => row.values[key] !== undefined && !(above.values[key] ?? '').split('\n').includes(row.values[key]),
  )
  if (differing.length === 0 || !differing.every(isLines)) return false
  for (const key of differing)
    above.values[key] = [above.values[key], row.values[key]].filter((text) => text !== undefined).join('\n')
  return true
}
