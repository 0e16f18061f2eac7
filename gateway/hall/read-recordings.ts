import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { language } from '../contract/wall-settings.ts'

const SOUND = /^([A-Za-z0-9][A-Za-z0-9_-]{0,39})\.(ogg|opus|mp3|m4a|wav|flac|webm)$/
const LARGEST = 4_000_000

/** By language and clip: the address of the hall's own recording. */
export type Recordings = Record<string, Record<string, string>>

/** The recordings in `sounds/<language>/` of the hall folder. Each address changes with its file, so that a new recording is heard at once. */
export function readRecordings(folder: string): Recordings {
  const list = (path: string): string[] => {
    try {
      return readdirSync(path).sort()
    } catch {
      return []
    }
  }
  const recordings: Recordings = {}
  for (const name of list(folder).filter((one) => language.safeParse(one).success)) {
    const clips = list(join(folder, name)).flatMap((file): [string, string][] => {
      const clip = SOUND.exec(file)?.[1]
      const about = statSync(join(folder, name, file), { throwIfNoEntry: false })
      return clip !== undefined && about?.isFile() && about.size <= LARGEST
        ? [[clip, `/sounds/${name}/${file}?v=${Math.round(about.mtimeMs)}-${about.size}`]]
        : []
    })
    recordings[name] = Object.fromEntries(clips)
  }
  return recordings
}
export const soundFile = (name: string): boolean => SOUND.test(name)
