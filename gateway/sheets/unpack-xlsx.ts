import { createRequire } from 'node:module'
import type * as Zip from 'fflate'
import { nameArchive } from './name-file.ts'

const require = createRequire(import.meta.url)
/** Loaded with the first workbook. */
const zip = (): typeof Zip => require('fflate')

const LARGEST_UNPACKED = 300 * 1024 * 1024
const MOST_FILES = 2_000
/** So much of the file is unpacked before the sizes are looked at again. */
const STEP = 64 * 1024
export const tooLarge = '这个 Excel 文件解开后太大，可能有问题，没有打开。请拆成几个文件，或另存为 CSV 再导入。'
const broken = '这个 Excel 文件坏了或不完整。请重新下载，或在表格软件里打开后另存一份。'

const isNeeded = (name: string): boolean =>
  /^(_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i.test(name)

/**
 * The parts of an .xlsx that hold sheets, by name in small letters. Their real sizes are measured while unpacking: what a file says of its
 * own size is not believed, so a small file that unpacks into gigabytes ends here. Refuses in words.
 */
export function unpackXlsx(
  bytes: Uint8Array,
): { ok: true; parts: ReadonlyMap<string, Uint8Array[]> } | { ok: false; message: string } {
  const parts = new Map<string, Uint8Array[]>()
  const names: string[] = []
  let unpacked = 0
  const stop = (message: string): never => {
    throw new Refused(message)
  }
  const { Unzip, UnzipInflate } = zip()
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (names.length > MOST_FILES) stop(tooLarge)
    if (!isNeeded(file.name)) return
    if ((file.originalSize ?? 0) > LARGEST_UNPACKED) stop(tooLarge)
    const name = file.name.toLowerCase()
    if (parts.has(name)) stop(broken)
    const chunks: Uint8Array[] = []
    parts.set(name, chunks)
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
  const other = names.length === 0 ? broken : nameArchive(names)
  if (other !== null) return { ok: false, message: other }
  return parts.has('xl/workbook.xml') ? { ok: true, parts } : { ok: false, message: broken }
}

class Refused extends Error {}
