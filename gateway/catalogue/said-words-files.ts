import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type SaidWords, nothingSaid, saidWords } from '../contract/said-words.ts'

const folder = join(import.meta.dirname, '../../assets/words')

/** Two vocabularies as one: groups of the same name hold the words of both, and what the second says comes first. */
export function bothSaid(own: SaidWords, more: SaidWords): SaidWords {
  const words = { ...own.words }
  for (const [name, all] of Object.entries(more.words)) words[name] = [...new Set([...(words[name] ?? []), ...all])]
  return {
    words,
    said: [...more.said, ...own.said],
    empty: [...new Set([...own.empty, ...more.empty])],
    elsewhere: [...new Set([...own.elsewhere, ...more.elsewhere])],
    lacks: [...more.lacks, ...own.lacks],
    ask: [...more.ask, ...own.ask],
  }
}

/** What people say, as it comes with the program: assets/words/concepts/*.yaml. */
export const readSaidWords = (): SaidWords =>
  readdirSync(join(folder, 'concepts'))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => saidWords.parse(parse(readFileSync(join(folder, 'concepts', file), 'utf8'))))
    .reduce(bothSaid, nothingSaid)

/** Traditional characters and their simplified ones in pairs: assets/words/traditional.txt. */
export const readTraditional = (): string => readFileSync(join(folder, 'traditional.txt'), 'utf8').replaceAll('\n', '')
