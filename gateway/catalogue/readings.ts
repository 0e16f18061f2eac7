import { pinyin } from 'pinyin-pro'
import type { CatalogueEntry } from './search/entry.ts'

/** The 3,755 common characters (GB 2312, level 1): rows 16 to 55 of 94. */
const common = (): string => {
  const bytes: number[] = []
  for (let row = 16; row <= 55; row += 1)
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell += 1) bytes.push(row + 0xa0, cell + 0xa0)
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}
const commonReadings = Object.fromEntries(
  [...common()].map((character) => [character, pinyin(character, { toneType: 'none', v: true }).toLowerCase()]),
)

/**
 * How each common character, and each of this catalogue, is read: `{ 营: 'ying' }`. A terminal needs it to forgive a wrong character of the
 * same sound; the dictionary itself stays here.
 */
export function readingsFor(entries: readonly CatalogueEntry[]): Record<string, string> {
  const readings = { ...commonReadings }
  for (const { name, syllables } of entries)
    for (const [at, character] of [...name].entries())
      if (/\p{sc=Han}/u.test(character)) readings[character] ??= syllables[at] ?? ''
  return readings
}
