import type { SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { type Parts, type Path, keysBelow, patternOf, valueAt } from './draft.ts'
import { exampleFor, lastOf } from './key-words.ts'

/** Of what kind something is, where there are several. */
export const kindAt = (parts: Parts, path: Path): string | null => {
  const kind = valueAt(parts, [...path, 'kind']) ?? valueAt(parts, [...path, 'part'])
  return typeof kind === 'string' ? kind : null
}
/** The keys that something of this kind has. */
export const fitting = (keys: readonly SettingKey[], kind: string | null): SettingKey[] =>
  keys.filter(({ only }) => only === null || kind === null || only.includes(kind))

/** The same as another kind: what that has not goes, what it needs comes from the examples. `name`: the key that says the kind. */
export function asKind(
  { parts, keys }: { parts: Parts; keys: readonly SettingKey[] },
  path: Path,
  name: string,
  kind: string,
): unknown {
  const before = valueAt(parts, path) as Record<string, unknown>
  return Object.fromEntries(
    fitting(keysBelow(keys, patternOf(path)), kind).flatMap((key): [string, unknown][] => {
      const own = lastOf(key)
      if (own === name) return [[own, kind]]
      if (before[own] !== undefined) return [[own, before[own]]]
      return key.usual === undefined ? [[own, exampleFor(keys, key.path)]] : []
    }),
  )
}
