import type { SettingChange, SettingFault, SettingLine } from '../contract/hall-settings.ts'
import { utf8Of } from '../sheets/read-utf8.ts'
import { editYaml } from './edit-yaml.ts'
import { type HallFolder, withTexts } from './hall-folder.ts'
import { fileOfKey, isWholeFile } from './read-hall.ts'
import { readSheet } from './read-sheet.ts'

type Path = readonly (string | number)[]

/** The parts of a hall as its files have them, without anything that is usual. Parts that no file has are not there. */
export function writtenParts(folder: HallFolder, keys: readonly string[]): Record<string, unknown> {
  const maps = new Map<string, Record<string, unknown>>()
  const valueOf = (file: string): Record<string, unknown> => {
    const known = maps.get(file)
    if (known) return known
    const { value } = readSheet(folder, file, true)
    const map = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
    maps.set(file, map)
    return map
  }
  return Object.fromEntries(
    keys.flatMap((key) => {
      const file = fileOfKey(key)
      if (!folder.has(file)) return []
      const value = isWholeFile(key) ? valueOf(file) : valueOf(file)[key]
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

/**
 * The files with all changes made, in order: file → text, only those that came out different. Throws where a path leads nowhere; the door
 * says then that it was not understood.
 */
export function changedTexts(folder: HallFolder, changes: readonly SettingChange[]): Map<string, string> {
  const texts = new Map<string, string>()
  for (const { path, value } of changes) {
    const key = String(path[0])
    const file = fileOfKey(key)
    const text = texts.get(file) ?? utf8Of(folder.bytes(file)) ?? ''
    texts.set(file, editYaml(text, isWholeFile(key) ? path.slice(1) : path, value))
  }
  for (const [file, text] of texts) if (text === (utf8Of(folder.bytes(file)) ?? '')) texts.delete(file)
  return texts
}

/** What each change does, for people. `names`: what a key is called. */
export function linesOf(
  folder: HallFolder,
  changes: readonly SettingChange[],
  nameOf: (path: Path) => string,
): SettingLine[] {
  let now: HallFolder = folder
  return changes.map((change) => {
    const key = String(change.path[0])
    const before = valueAt(writtenParts(now, [key]), change.path)
    now = withTexts(now, changedTexts(now, [change]))
    return { where: nameOf(change.path), before: shown(before), after: shown(change.value) }
  })
}

/** A row of a list by its id, so that a person knows it again: queues.2 → B. */
export function rowName(parts: Readonly<Record<string, unknown>>, path: Path): string | null {
  const row = valueAt(parts, path) as Readonly<Record<string, unknown>> | undefined
  const name = typeof row === 'object' && row !== null ? (row.name ?? row.id ?? row.floor ?? row.part) : null
  return typeof name === 'string' ? name : null
}

function valueAt(parts: Readonly<Record<string, unknown>>, path: Path): unknown {
  let here: unknown = parts
  for (const step of path)
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined
  return here
}
const LONGEST = 60
function shown(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

export const asFault = ({ key, file, line, message }: SettingFault): SettingFault => ({ key, file, line, message })
