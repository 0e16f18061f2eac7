import { signal } from '@preact/signals'
import { type KeyOf, type ListOf, type Values, type Words, fill, wordOf } from './fill-words.ts'

export type { KeyOf } from './fill-words.ts'

export type Language = 'zh-Hans' | 'en' | 'mn-Mong'
/** The language in which a page speaks now; what reads it by `say` follows it. */
export const language = signal<Language>('zh-Hans')

/** Words of another language, at once or to be read when somebody may want them. */
type OtherWords = Words | (() => Promise<{ default: Words }>)

const waiting: { name: string; part: string; words: OtherWords }[] = []
const spoken = signal<typeof import('./other-languages.ts') | null>(null)

/** Reads what speaks the languages beside Chinese, and their words. Until then, and where a word is missing, a page says it in Chinese. */
export async function readOtherLanguages(): Promise<void> {
  const part = await import('./other-languages.ts')
  const read = waiting.splice(0).map(async ({ name, part: of, words }) => {
    part.addWords(name, of, typeof words === 'function' ? (await words()).default : words)
  })
  await Promise.all(read)
  // A new object: whoever looks at words looks again.
  spoken.value = { ...part }
}

/**
 * The words of one part of a page, from its locale files: `part` names it, Chinese has all keys, other languages may lack some.
 * Parameters stand as {{name}} in the word.
 */
export function pageWords<W extends Words>(
  part: string,
  chinese: W,
  others: Partial<Record<Language, OtherWords>> = {},
): {
  say(key: KeyOf<W>, values?: Values): string
  list(key: ListOf<W>): readonly string[]
} {
  for (const [name, words] of Object.entries(others)) waiting.push({ name, part, words })
  const find = (key: string, values: Values): unknown => {
    const name = language.value
    const isOther = name !== 'zh-Hans'
    // Somebody chose it before it was read.
    if (isOther && waiting.length > 0) void readOtherLanguages().catch(() => {})
    const other = isOther ? (spoken.value?.sayIn(name, part, key, values) ?? null) : null
    return other ?? fill(wordOf(chinese, key), values)
  }
  return {
    say: (key, values = {}) => find(key, values) as string,
    list: (key) => find(key, {}) as string[],
  }
}
