import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type HandCharacter, type HandPoint, encodeHand } from './hand/hand-file.ts'
import { thinOut } from './hand/thin-out.ts'

/** hanzi-writer-data (medians of Arphic's fonts, Arphic Public License): one file a character, y upward from −124 to 900. */
const folder = dirname(createRequire(import.meta.url).resolve('hanzi-writer-data/package.json'))
const TOP = 900
const SCALE = 4
const inByte = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/** How these characters are written, packed for a page; a character that nobody has drawn is left out. */
export async function readHand(characters: readonly string[]): Promise<Uint8Array> {
  const read = await Promise.all(characters.map((character) => readCharacter(character)))
  return encodeHand(read.filter((one) => one !== null))
}

async function readCharacter(character: string): Promise<HandCharacter | null> {
  const text = await readFile(join(folder, `${character}.json`), 'utf8').catch(() => null)
  if (text === null) return null
  const { medians } = JSON.parse(text) as { medians: [number, number][][] }
  const strokes = medians.map((points) =>
    thinOut(points.map(([x, y]): HandPoint => [inByte(x / SCALE), inByte((TOP - y) / SCALE)])),
  )
  return { character, strokes }
}
