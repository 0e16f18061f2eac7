import { makeTable } from './make-table.ts'
import { readSheetCells } from './read-sheet-cells.ts'
import { readWorkbook } from './read-workbook.ts'
import { type Table, type Tables, isEmptyCell, refuseFile } from './table.ts'
import { tooLarge, unpackXlsx } from './unpack-xlsx.ts'

/** All sheets of a workbook that a person sees. A file that cannot be read whole is refused: half a list is worse than none. */
export function readXlsx(bytes: Uint8Array): Tables {
  const unpacked = unpackXlsx(bytes)
  if (!unpacked.ok) return unpacked
  const { sheets, ...book } = readWorkbook(unpacked.parts)
  const tables: Table[] = []
  const notes: string[] = []
  for (const { name, isHidden, part } of sheets) {
    if (isHidden) {
      notes.push(`工作表“${name}”隐藏着，没有读。要读它，请在表格软件里右击工作表标签，点“取消隐藏”，保存后再导入。`)
      continue
    }
    const raw = readSheetCells(part, book)
    if (raw === null) return refuseFile(tooLarge)
    const unseen = [...raw.hiddenRows].filter((at) => raw.rows[at]?.some((cell) => !isEmptyCell(cell)))
    if (unseen.length > 0)
      notes.push(
        `工作表“${name}”有 ${unseen.length} 行隐藏着或被筛选掉了，没有读。要读它们，请取消筛选和隐藏，保存后再导入。`,
      )
    tables.push(makeTable(name, raw))
  }
  if (tables.length === 0) return refuseFile('这个 Excel 文件里没有看得见的工作表。请取消隐藏，保存后再导入。')
  return { ok: true, tables, notes }
}
