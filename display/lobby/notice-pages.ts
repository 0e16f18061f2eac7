import type { ShownMedia, ShownNotice } from '../../gateway/contract/notice.ts'

/** How many lines of how many signs stand on one page; a sign is as wide as it is high. */
export interface Room {
  lines: number
  signs: number
}
const LETTER = /[\p{Script=Latin}\p{N}\p{Po}\p{Ps}\p{Pe}\s-]/u

/** Width in signs, a little generous: no page may be cut off because a letter was wider. */
export function signsWide(text: string): number {
  let wide = 0
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    // Chinese signs and their marks stand above U+2E80; letters, numerals and their marks are narrower.
    wide += code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026) ? 1 : /[A-ZMW@%mw]/.test(sign) ? 0.8 : 0.6
  }
  return wide
}

/** What a page holds for sure: a line may end early before a mark, or before a long English word. */
const holds = (text: string, { lines, signs }: Room): boolean => {
  const latin = [...text].filter((sign) => sign.charCodeAt(0) < 0x250).length > text.length / 2
  const lost = lines === 1 ? 0 : latin ? 4 : 1.2
  return signsWide(text) <= Math.max(1, lines * (signs - lost))
}

/** Cuts a text into pages that fit: after a sentence if it can be, else after a clause, else between words; nothing is lost. */
export function pagesOf(text: string, room: Room): string[] {
  const pages: string[] = []
  let rest = text.trim()
  while (!holds(rest, room)) {
    const signs = [...rest]
    let most = 1
    while (most < signs.length && holds(signs.slice(0, most + 1).join(''), room)) most += 1
    const head = signs.slice(0, most)
    const after = (marks: RegExp, least: number): number => {
      for (let at = head.length; at > head.length * least; at -= 1)
        if (marks.test(head[at - 1] ?? '') && fitsAsEnd(signs, at)) return at
      return 0
    }
    const at =
      after(/[。！？；.!?;]/, 0.5) ||
      after(/[，：,:）)]/, 0.4) ||
      after(/、/, 0.55) ||
      after(/\s/, 0.3) ||
      wholeWord(signs, most)
    pages.push(signs.slice(0, at).join('').trim())
    rest = signs.slice(at).join('').trim()
  }
  return [...pages, rest]
}
/** 3.5 and A. B are not the end of anything; the sign behind a Latin mark must be a space. */
const fitsAsEnd = (signs: readonly string[], at: number): boolean => {
  const end = signs[at - 1] ?? ''
  // The space in 10 月 12 日 is not between words.
  if (/\s/.test(end)) return LETTER.test(signs[at - 2] ?? '') && LETTER.test(signs[at] ?? '')
  return !/[.,:;!?]/.test(end) || /\s/.test(signs[at] ?? ' ')
}
/** Not in the middle of a number or a word, if it is not longer than the page. */
function wholeWord(signs: readonly string[], most: number): number {
  let at = most
  while (at > 1 && LETTER.test(signs[at - 1] ?? '') && LETTER.test(signs[at] ?? '') && !/\s/.test(signs[at - 1] ?? ''))
    at -= 1
  // A mark does not begin a page.
  while (at > 1 && /[，。、；：！？）]/.test(signs[at] ?? '')) at -= 1
  return at > 1 ? at : most
}

/** One page of a notice's text, or a picture or film of its own. `page` counts from 0. */
export type Slide =
  | { kind: 'text'; id: string; text: string; textEn: string | null; page: number; pages: number; seconds: number }
  | ({ page: 0; pages: 1 } & ShownMedia)

export const TEXT_SECONDS = 12

/** The pages of one notice: both languages on one page when they fit, else one after the other. `english` = room of the smaller letters. */
export function textSlides(
  { id, text, textEn }: Pick<ShownNotice, 'id' | 'text' | 'textEn'>,
  room: Room,
  english: number,
): Slide[] {
  const own = pagesOf(text, room)
  const inEnglish = { lines: room.lines * english, signs: room.signs * english }
  const other = textEn === null ? [] : pagesOf(textEn, { ...inEnglish, lines: Math.floor(inEnglish.lines) })
  const linesOf = (said: string, { signs }: Room): number => Math.ceil(signsWide(said) / Math.max(1, signs - 4))
  const together =
    own.length === 1 &&
    other.length === 1 &&
    linesOf(text, room) + linesOf(textEn ?? '', inEnglish) / english + 0.5 <= room.lines
  const pages: { text: string; textEn: string | null }[] = together
    ? [{ text, textEn }]
    : [...own.map((one) => ({ text: one, textEn: null })), ...other.map((one) => ({ text: '', textEn: one }))]
  return pages.map((one, page) => ({ kind: 'text', id, ...one, page, pages: pages.length, seconds: TEXT_SECONDS }))
}
