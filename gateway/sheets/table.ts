/**
 * A cell as its file has it. A number keeps its digits as written, because codes are text that spreadsheets like to take for numbers;
 * `serial` is the same number as days since 1899-12-30, whatever the workbook counts from. `error` = a formula without a value.
 */
export type Cell = string | NumberCell | { readonly error: string } | null
export interface NumberCell {
  readonly number: string
  readonly serial: number
}

/** A sheet of a workbook, or a whole csv file. `rows[0]` is the spreadsheet's row 1; empty rows are kept so that numbers fit. */
export interface Table {
  /** The sheet's name; null = the file has only one table. */
  readonly name: string | null
  /** Merged cells hold their value in every place. Rows that nobody sees are empty. */
  readonly rows: readonly (readonly Cell[])[]
  /** Rows that hold one cell only, by index: titles, a department above its matters, remarks below the table. */
  readonly lone: ReadonlyMap<number, LoneCell>
  /** Columns that nobody sees; what they hold counts only where no visible column says the same. */
  readonly hiddenColumns: ReadonlySet<number>
}
export interface LoneCell {
  column: number
  text: string
  /** So many columns are merged into it. */
  width: number
}

/** `notes`: what of the file was left out and how to bring it in, in words. */
export type Tables = { ok: true; tables: Table[]; notes: string[] } | { ok: false; message: string }
export const refuseFile = (message: string): { ok: false; message: string } => ({ ok: false, message })

/** What a person sees in a cell; '' = nothing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  return 'number' in cell ? cell.number : ''
}
export const isEmptyCell = (cell: Cell | undefined): boolean => textOf(cell).trim() === ''
export const isEmptyRow = (row: readonly Cell[]): boolean => row.every(isEmptyCell)
/** Why a cell has no value although somebody wrote a formula into it; null = that is not the case. */
export const errorOf = (cell: Cell | undefined): string | null =>
  typeof cell === 'object' && cell !== null && 'error' in cell ? cell.error : null

/** A character that was cut off or is of another encoding: such a row is refused and never guessed at. */
export const isDamaged = (row: readonly Cell[]): boolean =>
  row.some((cell) => typeof cell === 'string' && cell.includes('\ufffd'))
export const damaged = '有的字坏了（编码不完整）。请在原来的表里改好这一行，再导入'
