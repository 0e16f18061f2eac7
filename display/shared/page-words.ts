import { signal } from '@preact/signals'
import i18next from 'i18next'

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

const all = i18next.createInstance()
void all.init({
  lng: 'zh-Hans',
  fallbackLng: 'zh-Hans',
  load: 'currentOnly',
  initAsync: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  resources: {},
})

/**
 * The words of one part of a page, from its locale files: `part` names it, Chinese has all keys, other languages may lack some.
 * Parameters stand as {{name}} in the word.
 */
export function pageWords<W extends Words>(
  part: string,
  chinese: W,
  others: Partial<Record<Language, Words>> = {},
): {
  say(key: KeyOf<W>, values?: Values): string
  list(key: ListOf<W>): readonly string[]
} {
  for (const [name, words] of Object.entries({ ...others, 'zh-Hans': chinese }))
    all.addResourceBundle(name, part, words)
  return {
    say: (key, values = {}) => all.t(key, { ...values, ns: part, lng: language.value }),
    list: (key) => all.t(key, { ns: part, lng: language.value, returnObjects: true }) as string[],
  }
}
