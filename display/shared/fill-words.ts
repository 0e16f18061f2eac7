/** Words by key, lists of words, and groups of them, as in a locale file. */
export interface Words {
  [key: string]: string | readonly string[] | Words
}
/** The keys of a locale file: a group's name and the word's, with a dot between. */
export type KeyOf<W> = {
  [K in keyof W & string]: W[K] extends string ? K : W[K] extends readonly string[] ? never : `${K}.${KeyOf<W[K]>}`
}[keyof W & string]
export type ListOf<W> = {
  [K in keyof W & string]: W[K] extends string ? never : W[K] extends readonly string[] ? K : `${K}.${ListOf<W[K]>}`
}[keyof W & string]

export type Values = Readonly<Record<string, string | number>>

export function wordOf(words: Words, key: string): string | readonly string[] {
  let at: string | readonly string[] | Words | undefined = words
  for (const step of key.split('.')) at = typeof at === 'object' && !Array.isArray(at) ? (at as Words)[step] : undefined
  return typeof at === 'string' || Array.isArray(at) ? (at as string | readonly string[]) : key
}

export const fill = (word: string | readonly string[], values: Values): string | readonly string[] =>
  typeof word === 'string'
    ? word.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => String(values[name] ?? place))
    : word

/** The words of one language by themselves, whatever the page speaks: what stands beside another language, or on paper. */
export const wordsBeside =
  <W extends Words>(words: W) =>
  (key: KeyOf<W>, values: Values = {}): string =>
    fill(wordOf(words, key), values) as string
