import type { Merge, RawSheet } from './make-table.ts'
import { digitsOf, serialText } from './number-format.ts'
import type { Workbook } from './read-workbook.ts'
import type { Cell } from './table.ts'
import { unescaped, walkXml } from './walk-xml.ts'

/** Excel itself ends at row 1,048,576 and column XFD; no list has so many filled cells. */
const MOST_CELLS = 8_000_000
const LAST_ROW = 1_048_576
const FROM_1904 = 1_462

/** C12 → [11, 2]; null = no such place. */
function placeOf(reference: string | undefined): [row: number, column: number] | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference ?? '') ?? []
  if (digits === '') return null
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return [Number(digits) - 1, column - 1]
}

/** The cells of one sheet. Cells without a reference follow each other. null = they lie too far apart to be a list. */
export function readSheetCells(part: readonly Uint8Array[], book: Omit<Workbook, 'sheets'>): RawSheet | null {
  const rows: Cell[][] = []
  const merges: Merge[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  let row = -1
  let column = -1
  let widest = 0
  let isFar = false
  let cell = emptyCell()
  let into: 'value' | 'text' | 'formula' | null = null
  let isReading = false
  walkXml(part, {
    open(name, attributes) {
      if (isFar) return
      if (name === 'c') {
        const place = placeOf(attributes.r)
        column = place?.[1] ?? column + 1
        cell = { ...emptyCell(), type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) }
      } else if (name === 'v') into = 'value'
      else if (name === 't') into = isReading ? null : 'text'
      else if (name === 'f') into = 'formula'
      else if (name === 'rPh') isReading = true
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
        if (!(row >= 0 && row < LAST_ROW)) isFar = true
        // Some programs hide a row by its height alone.
        if (/^(1|true)$/.test(attributes.hidden ?? '') || Number(attributes.ht ?? 1) === 0) hiddenRows.add(row)
      } else if (name === 'mergeCell') {
        const [from, to] = (attributes.ref ?? '').split(':').map(placeOf)
        if (from && to) merges.push([from[0], from[1], to[0], to[1]])
      } else if (name === 'col' && /^(1|true)$/.test(attributes.hidden ?? ''))
        for (let at = Number(attributes.min); at <= Math.min(Number(attributes.max), 1_000); at += 1)
          hiddenColumns.add(at - 1)
    },
    text: (more) => void (into !== null && (cell[into] += more)),
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = null
      else if (name === 'rPh') isReading = false
      if (name === 'f') cell.isFormula = true
      if (name !== 'c' || isFar) return
      const value = valueOf(cell, book)
      if (value === null) return
      widest = Math.max(widest, column + 1)
      if (widest * (row + 1) > MOST_CELLS) {
        isFar = true
        return
      }
      while (rows.length <= row) rows.push([])
      const cells = rows[row] as Cell[]
      while (cells.length < column) cells.push(null)
      cells[column] = value
    },
  })
  return isFar ? null : { rows, merges, hiddenRows, hiddenColumns }
}

interface RawCell {
  type: string
  style: number
  value: string
  text: string
  formula: string
  isFormula: boolean
}
const emptyCell = (): RawCell => ({ type: 'n', style: 0, value: '', text: '', formula: '', isFormula: false })

/** A formula is not computed: its last value counts. Only what a formula holds as it stands (="0001") is read from it. */
function valueOf({ type, style, value, text, formula, isFormula }: RawCell, book: Omit<Workbook, 'sheets'>): Cell {
  if (isFormula && value === '' && type !== 'str') {
    const [, held] = /^"((?:[^"]|"")*)"$/.exec(formula.trim()) ?? []
    return held === undefined ? { error: '没有算过的公式' } : held.replaceAll('""', '"')
  }
  switch (type) {
    case 's':
      return book.strings[Number(value)] ?? null
    case 'inlineStr':
      return unescaped(text)
    case 'str':
      return unescaped(value)
    case 'b':
      return value === '1' ? '是' : '否'
    case 'e':
      return { error: value }
    case 'd':
      return value.replace('T', ' ').replace(/ 00:00(:00)?(\.0+)?Z?$/, '')
    default:
      return value.trim() === '' ? null : numberCell(value.trim(), style, book)
  }
}

function numberCell(written: string, style: number, { formats, from1904 }: Omit<Workbook, 'sheets'>): Cell {
  const value = Number(written)
  const format = formats[style] ?? null
  const serial = from1904 && value >= 1 ? value + FROM_1904 : value
  const number = digitsOf(written)
  if (format?.kind === 'moment') return serialText(serial) ?? number
  if (format?.kind === 'zeros' && Number.isInteger(value)) return number.padStart(format.digits, '0')
  return { number, serial }
}
