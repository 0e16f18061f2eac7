import { signal } from '@preact/signals'

export type Language = 'zh-Hans' | 'en' | 'mn-Mong'
/** The language in which a page speaks now; what reads it by `say` follows it. */
export const language = signal<Language>('zh-Hans')

/** Words by key, lists of words, and groups of them, as in a locale file. */
interface Words {
  [key: string]: string | readonly string[] | Words
}
/** The keys of a locale file: a group's name and the word's, with a dot between. */
export type KeyOf<W> = {
  [K in keyof W & string]: W[K] extends string ? K : W[K] extends readonly string[] ? never : `${K}.${KeyOf<W[K]>}`
}[keyof W & string]
type ListOf<W> = {
  [K in keyof W & string]: W[K] extends string ? never : W[K] extends readonly string[] ? K : `${K}.${ListOf<W[K]>}`
}[keyof W & string]

type Values = Readonly<Record<string, string | number>>

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

function wordOf(words: Words, key: string): string | readonly string[] {
  let at: string | readonly string[] | Words | undefined = words
  for (const step of key.split('.')) at = typeof at === 'object' && !Array.isArray(at) ? (at as Words)[step] : undefined
  return typeof at === 'string' || Array.isArray(at) ? (at as string | readonly string[]) : key
}

const fill = (word: string | readonly string[], values: Values): string | readonly string[] =>
  typeof word === 'string'
    ? word.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => String(values[name] ?? place))
    : word
