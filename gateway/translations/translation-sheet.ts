import writeXlsxFile from 'write-excel-file/node'
import type { ReviewedLanguage, Translation, TranslationFile } from '../contract/translation.ts'
import { readTables } from '../sheets/read-tables.ts'
import { textOf } from '../sheets/table.ts'
import { type ChineseWord, chineseWords } from './chinese-words.ts'
import { faultOf } from './fault-of.ts'

const HEAD = ['部分', '键', '中文', '译文', '翻译', '审核一', '审核二', '日期', '说明'] as const
type Column = (typeof HEAD)[number]

/** Everything to be translated with what is there already, as a sheet that the translation office fills in and sends back. */
export async function translationSheet(file: TranslationFile, language: ReviewedLanguage): Promise<Buffer> {
  const rows = chineseWords().map(({ part, key, chinese }) => {
    const one = file[part]?.[key]
    const note =
      one === undefined
        ? '还没有译文'
        : one.chinese === chinese
          ? (faultOf(language, one) ?? '')
          : `中文改过了，译文译的是“${one.chinese}”，要重新看`
    const [first = '', second = ''] = one?.reviewers ?? []
    return [part, key, chinese, one?.text ?? '', one?.translator ?? '', first, second, one?.date ?? '', note]
  })
  return writeXlsxFile([{ sheet: language, data: [[...HEAD], ...rows] }]).toBuffer()
}

export type SheetRead =
  | { ok: true; file: TranslationFile; taken: number; refused: { row: number; why: string }[] }
  | { ok: false; message: string }

/**
 * The sheet as it came back. A row with a fault is refused, and told with its number; the others are taken. A row whose Chinese has been changed
 * by hand keeps no check: it is not known what was checked.
 */
export function readTranslationSheet(bytes: Uint8Array, language: ReviewedLanguage): SheetRead {
  const read = readTables(bytes)
  if (!read.ok) return read
  const known = new Map(chineseWords().map((one) => [`${one.part} ${one.key}`, one]))
  for (const { rows } of read.tables) {
    const head = rows.findIndex((row) =>
      HEAD.slice(0, 4).every((name) => row.some((cell) => textOf(cell).trim() === name)),
    )
    if (head < 0) continue
    const columns = new Map((rows[head] ?? []).map((cell, at) => [textOf(cell).trim(), at]))
    const file: TranslationFile = {}
    const refused: { row: number; why: string }[] = []
    let taken = 0
    for (const [nth, row] of rows.entries()) {
      if (nth <= head) continue
      const cell = (name: Column): string => textOf(row[columns.get(name) ?? -1]).trim()
      if (cell('译文') === '') continue
      const word = known.get(`${cell('部分')} ${cell('键')}`)
      const one = word && translationOf(word, cell)
      const why = !word
        ? `没有“${cell('部分')} ${cell('键')}”这一条，请不要改前两列`
        : one
          ? faultOf(language, one)
          : '日期要写成 2026-03-18 这样'
      if (why !== null || !word || !one) {
        refused.push({ row: nth + 1, why: why ?? '' })
        continue
      }
      taken += 1
      ;(file[word.part] ??= {})[word.key] = one
    }
    return { ok: true, file, taken, refused }
  }
  return { ok: false, message: `没有找到译文表。第一行要有：${HEAD.join('、')}。` }
}

/** null = the date is none. */
function translationOf(word: ChineseWord, cell: (name: Column) => string): Translation | null {
  const chinese = cell('中文') || word.chinese
  const date = cell('日期').slice(0, 10)
  if (date !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null
  const reviewers = chinese === word.chinese ? [cell('审核一'), cell('审核二')].filter((name) => name !== '') : []
  return { chinese: word.chinese, text: cell('译文'), translator: cell('翻译'), reviewers, date: date || null }
}
