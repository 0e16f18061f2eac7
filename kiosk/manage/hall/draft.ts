import type { HallSettings, SettingChange, SettingKey } from '../../../gateway/contract/hall-settings.ts'

export type Path = readonly (string | number)[]
export type Parts = HallSettings['parts']
type Json = Parts[string]

export const valueAt = (parts: unknown, path: Path): Json | undefined => {
  let here: unknown = parts
  for (const step of path)
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined
  return here as Json | undefined
}

/** queues, 2, name → queues[].name, as keys and their words are told. */
export const patternOf = (path: Path): string =>
  path.reduce<string>(
    (told, step) => (typeof step === 'number' ? `${told}[]` : told === '' ? step : `${told}.${step}`),
    '',
  )

const isSame = (one: Path, other: Path): boolean => one.join('\n') === other.join('\n')
const isRow = ({ path }: SettingChange): boolean => typeof path.at(-1) === 'number'

/** One more thing that is set; typing on in the same field stays one change, unless rows were added or taken out since. */
export function withChange(changes: readonly SettingChange[], next: SettingChange): SettingChange[] {
  const before = changes.findLastIndex(({ path }) => isSame(path, next.path))
  const isFree = before >= 0 && !changes.slice(before + 1).some(isRow) && !isRow(next)
  return isFree ? changes.map((one, nth) => (nth === before ? next : one)) : [...changes, next]
}

/** The hall as it would be. */
export function changed(parts: Parts, changes: readonly SettingChange[]): Parts {
  const made = structuredClone(parts)
  for (const { path, value } of changes) put(made, path, value)
  return made
}

function put(parts: Record<string, unknown>, path: Path, value: unknown): void {
  let here: Record<string | number, unknown> = parts
  for (const [nth, step] of path.slice(0, -1).entries()) {
    const below = here[step]
    if (typeof below !== 'object' || below === null) here[step] = typeof path[nth + 1] === 'number' ? [] : {}
    here = here[step] as Record<string | number, unknown>
  }
  const last = path.at(-1) ?? ''
  if (value !== undefined) here[last] = value
  else if (Array.isArray(here)) here.splice(Number(last), 1)
  else delete here[last]
}

/** Keys that stand directly below another: of queues[] its id, its name, not what its hours hold. */
export const keysBelow = (keys: readonly SettingKey[], pattern: string): SettingKey[] =>
  keys.filter(({ path }) => {
    const rest = path.startsWith(`${pattern}.`) ? path.slice(pattern.length + 1) : ''
    return rest !== '' && !/[.[]/.test(rest)
  })
export const lastStep = (path: Path): string => String(path.findLast((step) => typeof step === 'string') ?? '')
