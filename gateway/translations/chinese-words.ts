import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const locales = resolve(import.meta.dirname, '../../assets/locales')
/** The parts that visitors of a terminal, a wall and a counter read. */
export const translatedParts = [
  'terminal',
  'modes',
  'read',
  'write',
  'way',
  'terminal-complain',
  'lobby',
  'strip',
] as const

/** A word of the product: `home.title` of a part; lists are told by their number. */
export interface ChineseWord {
  part: string
  key: string
  chinese: string
}
const wordsIn = (value: unknown, path: string): [key: string, words: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => wordsIn(one, path === '' ? key : `${path}.${key}`))
      : []

/** Every string that can be translated, in the order of the locale files. */
export const chineseWords = (): ChineseWord[] =>
  translatedParts.flatMap((part) => {
    const file: unknown = JSON.parse(readFileSync(resolve(locales, 'zh-Hans', `${part}.json`), 'utf8'))
    return wordsIn(file, '').map(([key, chinese]) => ({ part, key, chinese }))
  })
