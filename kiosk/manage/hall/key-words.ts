import keyWords from '../../../assets/locales/zh-Hans/hall-keys.json' with { type: 'json' }
import type { SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { keysBelow } from './draft.ts'

interface KeyWords {
  name: string
  says?: string
  example?: unknown
}
/** What a key is called and means. */
export const wordsOf = (pattern: string): KeyWords =>
  (keyWords as Readonly<Record<string, KeyWords>>)[pattern] ?? { name: pattern }
export const lastOf = ({ path }: SettingKey): string => path.slice(path.lastIndexOf('.') + 1)

/** What must be written of a part, from the examples. */
export function exampleFor(keys: readonly SettingKey[], pattern: string): unknown {
  const own = wordsOf(pattern).example
  if (own !== undefined) return own
  return Object.fromEntries(
    keysBelow(keys, pattern)
      .filter(({ usual }) => usual === undefined)
      .map((key) => [lastOf(key), exampleFor(keys, key.path)]),
  )
}

/** What a choice is called, as the words of its key tell: strict 优先的在前. '' = they do not. */
export const choiceWord = (says: string, choice: string | number): string =>
  new RegExp(`(?:^|[；、，。：])${choice} ([^；、，。]+)`).exec(says)?.[1] ?? ''
