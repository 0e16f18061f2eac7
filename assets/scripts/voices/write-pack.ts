import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a terminal reads aloud in one language, in one file: the clips one after the other, and beside them where each lies. */
export function writePack(
  folder: string,
  clips: ReadonlyMap<string, Uint8Array>,
  patterns: readonly string[],
): { bytes: number } {
  let at = 0
  const places: Record<string, [number, number]> = {}
  for (const [name, bytes] of clips) {
    places[name] = [at, bytes.length]
    at += bytes.length
  }
  writeFileSync(join(folder, 'read.pack'), Buffer.concat([...clips.values()]))
  writeFileSync(join(folder, 'read.json'), `${JSON.stringify({ clips: places, patterns }, null, 0)}\n`)
  return { bytes: at }
}
