import { type LetterMatch, matchLetters } from './match-letters.ts'
import type { Indexed } from './indexed-matters.ts'
import { type Steps, take } from './steps.ts'

/** How well a matter fits: better is smaller. `marks`: the matched characters of the name as [from, to). `mask`: letters that lead on. */
export interface Fit {
  fit: number
  marks: [from: number, to: number][]
  mask: number
  /** What was said, when it stands nowhere in the name. */
  why?: string
}

/** The whole name typed out beats every popular matter. */
export const EXACT = -10
export const PREFIX = 1
export const ALIAS_PREFIX = 2
export const INSIDE = 3
const ALIAS_INSIDE = 4
const PIECES = 5
/** All characters close together: 执照营业. */
export const CLOSE = 6
/** All characters, but far apart: mostly by chance, and what only sounds alike fits better. */
export const SCATTERED = 12
const MANY = 4

/** Exact, then prefix, then inside; the name before its colloquial names. null = no fit. */
export function fitOf(one: Indexed, query: string, letters: boolean, steps: Steps): Fit | null {
  take(steps, 4 + 3 * one.aliases.length)
  if (one.name === query) return { fit: EXACT, marks: [[0, query.length]], mask: 0 }
  const at = one.name.indexOf(query)
  const written: Fit | null =
    at >= 0 ? { fit: at === 0 ? PREFIX : INSIDE, marks: [[at, at + query.length]], mask: 0 } : null
  if (written && !letters) return written
  const typed = letters ? matchLetters(one.spelling, query, steps) : null
  const spelt: Fit | null = typed && {
    fit: typed.from === 0 ? PREFIX : INSIDE,
    marks: [[typed.from, typed.to]],
    mask: typed.mask,
  }
  const called = calledSo(one, query, letters, steps)
  const mask = (spelt?.mask ?? 0) | (called?.mask ?? 0)
  // A fit in the name can be shown, so it wins a tie.
  const named = written ?? spelt
  if (named && (!called || named.fit <= called.fit)) return { ...named, mask }
  const apart = letters ? inPieces(one, query, steps) : scattered(one, query, steps)
  // What people call it is not in the name; what of it is there can still be shown.
  return called ? { ...called, marks: apart?.marks ?? [], mask } : apart
}

/** What people call it: 办执照 counts like the beginning of a name. */
function calledSo({ aliases }: Indexed, query: string, letters: boolean, steps: Steps): Fit | null {
  let best = Infinity
  let mask = 0
  for (const { text, spelling } of aliases) {
    const typed = letters ? matchLetters(spelling, query, steps) : null
    if (typed) mask |= typed.mask
    best = Math.min(
      best,
      text === query
        ? PREFIX
        : text.startsWith(query)
          ? ALIAS_PREFIX
          : typed
            ? spokenFit(typed)
            : text.includes(query)
              ? ALIAS_INSIDE
              : Infinity,
    )
  }
  return best === Infinity ? null : { fit: best, marks: [], mask }
}
const spokenFit = ({ from, whole }: LetterMatch): number => (from > 0 ? ALIAS_INSIDE : whole ? PREFIX : ALIAS_PREFIX)

/** Letters and characters in another order than the name has them: gjj提取. */
function inPieces(one: Indexed, query: string, steps: Steps): Fit | null {
  if (!/[a-z0-9][^a-z0-9]|[^a-z0-9][a-z0-9]/.test(query)) return null
  const pieces = query.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? []
  const marks: Fit['marks'] = []
  for (const piece of pieces) {
    const at = one.name.indexOf(piece)
    const typed = at >= 0 ? { from: at, to: at + piece.length } : matchLetters(one.spelling, piece, steps)
    if (typed === null) return null
    marks.push([typed.from, typed.to])
  }
  return { fit: PIECES, marks: marks.sort(([one], [other]) => one - other), mask: 0 }
}

/**
 * All characters of a longer Chinese query somewhere in the name or one alias: 执照营业, 公积金提取. Each is marked once, however often it was
 * typed: forty brackets in a row, tried against every matter, would fill the memory with marks.
 */
function scattered(one: Indexed, query: string, steps: Steps): Fit | null {
  if (query.length < 3 || !take(steps, query.length)) return null
  for (const character of query)
    if (!one.name.includes(character) && !one.aliases.some(({ text }) => text.includes(character))) return null
  const characters = [...new Set(query)]
  const marks = characters.flatMap((character): Fit['marks'] => {
    const at = one.name.indexOf(character)
    return at < 0 ? [] : [[at, at + 1]]
  })
  // Two or three characters far apart are there by chance.
  if (query.length < MANY && marks.length < characters.length) return null
  const width = Math.max(...marks.map(([, to]) => to)) - Math.min(...marks.map(([from]) => from))
  const close = marks.length === characters.length && width <= query.length * 2
  return close || query.length >= MANY ? { fit: close ? CLOSE : SCATTERED, marks, mask: 0 } : null
}
