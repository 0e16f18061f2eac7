import { askFile } from '../../../gateway/client/ask.ts'
import { type SpokenLanguage, spokenLanguages } from '../../../gateway/contract/spoken-languages.ts'
import chineseUrl from '../../../assets/sounds/zh-Hans/read.pack?url'
import englishUrl from '../../../assets/sounds/en/read.pack?url'
import { type Piece, pieceReader } from '../../../gateway/contract/voice/sentence-pieces.ts'

/** What `npm run voices` writes beside a pack: for each clip where it lies, in bytes, and the patterns of sentences with something to fill in. */
interface PackIndex {
  clips: Readonly<Record<string, readonly [offset: number, length: number]>>
  patterns: readonly string[]
}
/** The clips of one language, in one file: fetched once, and kept for a time without a gateway. */
export interface Pack {
  /** The bytes of a clip; null = there is none. */
  clip(name: string): ArrayBuffer | null
  piecesOf(sentence: string): Piece[]
}

const urls: Record<SpokenLanguage, string> = { 'zh-Hans': chineseUrl, en: englishUrl }
const indexes: Record<SpokenLanguage, () => Promise<{ default: unknown }>> = {
  'zh-Hans': () => import('../../../assets/sounds/zh-Hans/read.json'),
  en: () => import('../../../assets/sounds/en/read.json'),
}
const opened = new Map<SpokenLanguage, Promise<Pack>>()

/** The files that reading aloud needs without a gateway. */
export const packFiles = (): string[] => spokenLanguages.map((language) => urls[language])

/** So that they are among the files of the page before they are needed. */
export const openIndexes = (): Promise<unknown> => Promise.all(spokenLanguages.map((language) => indexes[language]()))

async function load(language: SpokenLanguage): Promise<Pack> {
  const { clips, patterns } = (await indexes[language]()).default as PackIndex
  const file = await askFile(urls[language])
  if (!file.ok) throw new Error(file.error.code)
  const bytes = await file.body.arrayBuffer()
  return {
    clip(name) {
      const at = clips[name]
      return at ? bytes.slice(at[0], at[0] + at[1]) : null
    },
    piecesOf: pieceReader(language, { has: (clip) => Object.hasOwn(clips, clip), patterns }),
  }
}

/** Opens the clips of a language; what failed is tried again the next time. */
export function openPack(language: SpokenLanguage): Promise<Pack> {
  const known = opened.get(language)
  if (known) return known
  const one = load(language)
  opened.set(language, one)
  one.catch(() => opened.delete(language))
  return one
}
