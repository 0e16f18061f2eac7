import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { SpokenLanguage } from '../contract/spoken-languages.ts'

/** A program that reads a text from its standard input and writes a WAV file to its standard output. */
export interface Voice {
  readonly program: string
  argumentsFor(language: SpokenLanguage): readonly string[]
}

const espeakVoices: Record<SpokenLanguage, readonly string[]> = {
  'zh-Hans': ['-v', 'cmn', '-s', '210'],
  en: ['-v', 'en-us', '-s', '150'],
}
/** The same manner in which the shipped clips are spoken (assets/scripts/make-voices.ts). */
const espeak = (program: string): Voice => ({
  program,
  argumentsFor: (language) => [...espeakVoices[language], '-p', '45', '--stdin', '--stdout'],
})

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The voice of this computer. `wished` is TINGSHI_SPEECH: empty = espeak-ng where it is installed; `off` = none; else a program of the
 * hall's own by its whole path, which gets the language (zh-Hans, en) as its only argument. null = texts without a clip are not read here.
 */
export function findVoice(wished: string, path: string): Voice | null {
  if (wished === 'off') return null
  if (isAbsolute(wished)) return canRun(wished) ? { program: wished, argumentsFor: (language) => [language] } : null
  const found = path
    .split(delimiter)
    .map((folder) => join(folder, 'espeak-ng'))
    .find(canRun)
  return found === undefined ? null : espeak(found)
}
