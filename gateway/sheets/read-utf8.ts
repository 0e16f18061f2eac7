import { readFileSync } from 'node:fs'

export const notUtf8 =
  '这个文件不是 UTF-8 编码，中文会变成乱码。请用记事本打开，点“文件→另存为”，编码选 UTF-8，保存后再来。'

/** The text of a file that people write by hand; null = it is not UTF-8, and nothing of it is guessed. */
export const readUtf8 = (path: string): string | null => utf8Of(readFileSync(path))

export function utf8Of(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (broken) {
    if (broken instanceof TypeError) return null
    throw broken
  }
}
