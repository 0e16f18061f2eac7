import type { SaidWords } from '../../contract/said-words.ts'

/** What people say, as a page takes it beside the matters: only what leads to one of them. */
export interface Lexicon extends SaidWords {
  /** Traditional characters, each before its simplified one: 駕驾證证. */
  traditional: string
}
export const noLexicon: Lexicon = { words: {}, said: [], empty: [], elsewhere: [], lacks: [], ask: [], traditional: '' }
