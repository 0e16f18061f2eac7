import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  type ReviewedLanguage,
  type TranslationFile,
  type TranslationsShown,
  translationFile,
} from '../contract/translation.ts'
import { chineseWords } from './chinese-words.ts'
import { isReviewed } from './fault-of.ts'

const shipped = resolve(import.meta.dirname, '../../assets/locales')

function readFile(file: string): TranslationFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return {}
  }
  return translationFile.parse(JSON.parse(text))
}
/** Where a hall keeps what its translation office has written and checked. */
export const translationPath = (hallDir: string, language: ReviewedLanguage): string =>
  join(hallDir, 'translations', `${language}.json`)

/** What is known of a language: the few words that come with the product, and over them the hall's own. Throws when a file is damaged. */
export function readTranslations(hallDir: string, language: ReviewedLanguage): TranslationFile {
  const [own, ours] = [readFile(translationPath(hallDir, language)), readFile(join(shipped, language, 'words.json'))]
  const parts = new Set([...Object.keys(ours), ...Object.keys(own)])
  return Object.fromEntries([...parts].map((part) => [part, { ...ours[part], ...own[part] }]))
}

/** What visitors are shown of it. */
export function shownTranslations(file: TranslationFile, language: ReviewedLanguage): TranslationsShown {
  const all = chineseWords()
  const words: Record<string, Record<string, string>> = {}
  for (const { part, key, chinese } of all) {
    const one = file[part]?.[key]
    if (one && isReviewed(language, one, chinese)) (words[part] ??= {})[key] = one.text
  }
  return { language, words, of: all.length }
}
