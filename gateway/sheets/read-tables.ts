import { decodeText } from './decode-text.ts'
import { nameFile } from './name-file.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'
import { type Tables, refuseFile } from './table.ts'

const LARGEST = 50 * 1024 * 1024
const HEAD = 8 * 1024

/**
 * A file as tables, whatever it is: told by its bytes, never by its name. xlsx, csv (also with tabs, semicolons or full-width commas, in
 * UTF-8, GB18030 or UTF-16), a JSON list or an object on each line. What it cannot read it names, with the click that helps.
 */
export function readTables(bytes: Uint8Array): Tables {
  if (bytes.length > LARGEST) return refuseFile('文件超过 50 MB。请拆成几个文件再导入。')
  if (bytes.every((byte) => byte === 0)) return refuseFile('文件是空的。请重新导出，或检查下载有没有完成。')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) return readXlsx(bytes)
  const named = nameFile(bytes, decodeText(bytes.subarray(0, HEAD)))
  if (named !== null) return refuseFile(named)
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  if (text.trim() === '') return refuseFile('文件是空的。请重新导出。')
  return /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text)
}
