import type { SpokenLanguage } from '../spoken-languages.ts'
import { spelled } from './numerals.ts'
import { numeralOf } from './phrase.ts'

/** A clip made ahead, or a text that a voice of this computer or of the gateway must speak; `else`: what of it the clips can say. */
export type Piece = { clip: string } | { text: string; else: readonly string[] }

/** The sentences that clips were made of, and the patterns of those that have something to fill in: 前面还有 {{count}} 人. */
export interface MadeAhead {
  has(clip: string): boolean
  patterns: readonly string[]
}

const EDGES = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu
/** How a sentence is found: without what stands around it, and with single spaces. */
export const bare = (text: string): string => text.replace(/\s+/gu, ' ').replace(EDGES, '')

/** What of a pattern stands fast: 找到 {{count}} 项 → 找到, 项. */
export const fastParts = (pattern: string): string[] =>
  pattern
    .split(/\{\{.*?\}\}/u)
    .map(bare)
    .filter((part) => part !== '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
const spaced = (text: string): string => escaped(text).replace(/ +/gu, String.raw`\s*`)

/** A pattern as what reads it: its fast parts and its slots in their order. */
function readerOf(pattern: string): { matches: RegExp; parts: readonly (string | null)[] } {
  const cut = pattern
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(\{\{.*?\}\})/u)
  const matches = cut.map((part) => (part.startsWith('{{') ? '(.+?)' : spaced(part))).join('')
  return {
    matches: new RegExp(`^${matches}$`, 'u'),
    parts: cut.filter((part) => part !== '').map((part) => (part.startsWith('{{') ? null : part)),
  }
}

/** Sentence by sentence, and what is joined by smaller signs. */
const SENTENCES = /(?<=[。！？；!?;])|(?<=\.)(?=\s)|\n/u
const CLAUSES = /[，、：:（）()·“”]|,\s/u

/** How a language's clips say numbers, hours and numbers of the line; made once for what was made ahead. */
export function pieceReader(language: SpokenLanguage, made: MadeAhead) {
  const zh = language === 'zh-Hans'
  const patterns = made.patterns
    .map((pattern) => ({ ...readerOf(pattern), weight: fastParts(pattern).join('').length }))
    .sort((one, other) => other.weight - one.weight)
  const numeral = (digits: string): string[] =>
    (digits.length > 3 || (digits.length > 1 && digits.startsWith('0'))
      ? spelled(digits)
      : numeralOf(language, Number(digits))
    ).map((clip) => `#${clip}`)

  /** What is no sentence: a number, a number of the line, an hour, a span; null = none of these. */
  function signs(text: string): string[] | null {
    if (/^\d{1,6}$/.test(text)) return numeral(text)
    if (/^[A-Z]\d{3,4}$/.test(text)) return spelled(text).map((clip) => `#${clip}`)
    const clock = /^(\d{1,2}):(\d{2})$/.exec(text)
    if (clock) {
      const [hour, minute] = [String(Number(clock[1])), clock[2] ?? '']
      if (!zh) return [...numeral(hour), ...(minute === '00' ? [] : numeral(String(Number(minute))))]
      return [...numeral(hour), '点', ...(minute === '00' ? [] : [...numeral(String(Number(minute))), '分'])]
    }
    const span = /^(\d{1,4})\s*[–-]\s*(\d{1,4})$/.exec(text)
    if (span) return [...numeral(span[1] ?? ''), zh ? '到' : 'to', ...numeral(span[2] ?? '')]
    return null
  }
  /** All in clips; null = some of it has none. */
  function inClips(text: string): string[] | null {
    const plain = bare(text)
    if (plain === '') return []
    if (made.has(plain)) return [plain]
    const sign = signs(plain)
    if (sign !== null) return sign.every((clip) => made.has(clip)) ? sign : null
    for (const { matches, parts } of patterns) {
      const found = matches.exec(plain) ?? matches.exec(text.trim())
      if (!found) continue
      let slot = 0
      const clips = parts.map((part) => {
        if (part === null) return inClips(found[(slot += 1)] ?? '')
        const fast = bare(part)
        return fast === '' ? [] : inClips(fast)
      })
      if (clips.every((one) => one !== null)) return clips.flat()
    }
    const clauses = plain.split(CLAUSES)
    if (clauses.length < 2) return null
    const said = clauses.map(inClips)
    return said.every((one) => one !== null) ? said.flat() : null
  }
  return (text: string): Piece[] =>
    text
      .split(SENTENCES)
      .filter((one) => bare(one) !== '')
      .flatMap((one): Piece[] => {
        const clips = inClips(one)
        if (clips !== null) return clips.map((clip) => ({ clip }))
        return [{ text: one.trim(), else: one.split(CLAUSES).flatMap((part) => inClips(part) ?? []) }]
      })
}
