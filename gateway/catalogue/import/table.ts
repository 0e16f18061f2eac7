/** A cell as its file has it: a number keeps its digits as written, because codes are text that spreadsheets like to take for numbers. */
export type Cell = string | { readonly number: string } | null

/** A sheet of a workbook, or a whole csv file. `rows[0]` is the spreadsheet's row 1; empty rows are kept so that numbers fit. */
export interface Table {
  /** The sheet's name; null = the file has only one table. */
  readonly name: string | null
  readonly rows: readonly (readonly Cell[])[]
}

export type Tables = { ok: true; tables: Table[] } | { ok: false; message: string }
export const refuseFile = (message: string): { ok: false; message: string } => ({ ok: false, message })

export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'string' ? cell : cell.number
export const isEmptyRow = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell).trim() === '')
