import { type Cell, type LoneCell, type Table, isEmptyCell, textOf } from './table.ts'

/** Cells that are one: first row, first column, last row, last column, from 0. */
export type Merge = readonly [top: number, left: number, bottom: number, right: number]
export interface RawSheet {
  rows: Cell[][]
  merges: readonly Merge[]
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
}
/** A workbook that merges more than this holds no list. */
const MOST_FILLED = 2_000_000

/** A table from the cells of a file: merged cells filled, hidden rows emptied, rows of one cell named. */
export function makeTable(name: string | null, sheet: RawSheet): Table {
  const { rows, merges, hiddenRows, hiddenColumns } = sheet
  const lone = loneCells(sheet)
  let filled = 0
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (const [top, left, bottom, right] of merges) {
    const value = rows[top]?.[left] ?? null
    if (isEmptyCell(value)) continue
    for (let at = top; at <= Math.min(bottom, rows.length - 1) && filled < MOST_FILLED; at += 1) {
      const row = (rows[at] ??= [])
      for (let column = left; column <= Math.min(right, widest - 1); column += 1) {
        while (row.length < column) row.push(null)
        row[column] = value
        filled += 1
      }
    }
  }
  for (const at of hiddenRows) if (at < rows.length) rows[at] = []
  return { name, rows, lone, hiddenColumns }
}

function loneCells({ rows, merges, hiddenRows }: RawSheet): ReadonlyMap<number, LoneCell> {
  const fromAbove = new Set<number>()
  const widths = new Map<string, number>()
  for (const [top, left, bottom, right] of merges) {
    widths.set(`${top} ${left}`, right - left + 1)
    for (let at = top + 1; at <= Math.min(bottom, rows.length - 1); at += 1) fromAbove.add(at)
  }
  const lone = new Map<number, LoneCell>()
  for (const [at, row] of rows.entries()) {
    if (hiddenRows.has(at) || fromAbove.has(at)) continue
    let only = -1
    for (let column = 0; column < row.length && only > -2; column += 1)
      if (!isEmptyCell(row[column])) only = only === -1 ? column : -2
    if (only >= 0)
      lone.set(at, { column: only, text: textOf(row[only]).trim(), width: widths.get(`${at} ${only}`) ?? 1 })
  }
  return lone
}
