import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a hall, on the disk or as they would be. Names are as `queues.yaml`, `matters/gjj.yaml`. */
export interface HallFolder {
  has(file: string): boolean
  /** Empty where there is no such file. */
  bytes(file: string): Uint8Array
  /** Names inside a folder of it, in order. */
  list(folder: string): string[]
}

export const onDisk = (folder: string): HallFolder => ({
  has: (file) => existsSync(join(folder, file)),
  bytes: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : new Uint8Array()),
  list: (name) => (existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : []),
})

/** The same with some files as they would be. */
export const withTexts = (folder: HallFolder, texts: ReadonlyMap<string, string>): HallFolder => ({
  has: (file) => texts.has(file) || folder.has(file),
  bytes: (file) => {
    const text = texts.get(file)
    return text === undefined ? folder.bytes(file) : Buffer.from(text)
  },
  list: (name) => [
    ...new Set([
      ...folder.list(name),
      ...[...texts.keys()].flatMap((file) => (file.startsWith(`${name}/`) ? [file.slice(name.length + 1)] : [])),
    ]),
  ],
})

/** What stands in the files of the hall itself, as one mark: two people must not write over each other. */
export function revisionOf(folder: HallFolder): string {
  const sum = createHash('sha256')
  for (const file of folder.list('.').filter((name) => name.endsWith('.yaml')))
    sum.update(`${file}\0`).update(folder.bytes(file)).update('\0')
  return sum.digest('hex').slice(0, 32)
}
