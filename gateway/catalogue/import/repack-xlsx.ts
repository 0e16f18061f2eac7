import { Unzip, UnzipInflate, zipSync } from 'fflate'

const LARGEST_UNPACKED = 300 * 1024 * 1024
const MOST_FILES = 2_000
/** So much of the file is unpacked before the sizes are looked at again. */
const STEP = 64 * 1024
/** Excel itself ends at row 1,048,576 and column XFD; no catalogue has so many filled cells. */
const MOST_CELLS = 8_000_000
const LAST_ROW = 1_048_576

const isNeeded = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i.test(name)

/**
 * An .xlsx as one with nothing packed in it: only the sheets' own parts, whose real sizes were measured while unpacking. What a file says of
 * its own size is not believed, so a small file that unpacks into gigabytes ends here. Refuses in words.
 */
export function repackXlsx(bytes: Uint8Array): { ok: true; bytes: Uint8Array } | { ok: false; message: string } {
  const parts = new Map<string, Uint8Array[]>()
  let files = 0
  let unpacked = 0
  const tooLarge = '这个 Excel 文件解开后太大，可能有问题，没有打开。请拆成几个文件，或另存为 CSV 再导入。'
  const broken = '这个 Excel 文件坏了或不完整。请重新下载，或在表格软件里打开后另存一份。'
  const stop = (message: string): never => {
    throw new Refused(message)
  }
  const unzip = new Unzip((file) => {
    files += 1
    if (files > MOST_FILES) stop(tooLarge)
    if (!isNeeded(file.name)) return
    if ((file.originalSize ?? 0) > LARGEST_UNPACKED) stop(tooLarge)
    if (parts.has(file.name)) stop(broken)
    const chunks: Uint8Array[] = []
    parts.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      if (error) stop(broken)
      unpacked += chunk.length
      if (unpacked > LARGEST_UNPACKED) stop(tooLarge)
      chunks.push(chunk)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += STEP) unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length)
  } catch (error) {
    return { ok: false, message: error instanceof Refused ? error.message : broken }
  }
  const whole = Object.fromEntries([...parts].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]))
  if (!('xl/workbook.xml' in whole))
    return { ok: false, message: '这不是 Excel 工作簿（.xlsx）。请在表格软件里另存为 .xlsx 或 CSV 再导入。' }
  for (const [name, part] of Object.entries(whole))
    if (name.startsWith('xl/worksheets/') && isSprawling(part)) return { ok: false, message: tooLarge }
  return { ok: true, bytes: zipSync(whole, { level: 0 }) }
}

class Refused extends Error {}

/** A reader fills every gap up to the last cell: two cells far apart would fill the memory. */
function isSprawling(sheet: Uint8Array): boolean {
  const text = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength).toString('latin1')
  let lastRow = 0
  let lastColumn = 0
  for (const [, kind, attributes = ''] of text.matchAll(/<(?:\w+:)?(row|c)\b([^>]*)>/g)) {
    const place = /\br\s*=\s*["']([A-Z]*)(\d+)["']/.exec(attributes)
    if (!place) continue
    const [, letters = '', digits = ''] = place
    if (Number(digits) > LAST_ROW) return true
    if (kind === 'row' || attributes.endsWith('/')) continue
    lastRow = Math.max(lastRow, Number(digits))
    let column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    lastColumn = Math.max(lastColumn, column)
  }
  return lastRow * lastColumn > MOST_CELLS
}
