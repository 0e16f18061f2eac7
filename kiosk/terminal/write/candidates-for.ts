import type { HandModel } from './hand-model.ts'
import { matchInk } from './match-ink.ts'
import { matchKeys } from './match-keys.ts'
import type { Next } from './next-characters.ts'
import type { StrokeKind } from './stroke-kind.ts'
import type { Line } from './stroke-lines.ts'

export interface Candidate {
  character: string
  /** The word that it completes; null = none that is known. */
  word: string | null
}
/** How many are kept to be turned over. */
export const MOST_CANDIDATES = 24
/** A character that goes on a name of the hall is as likely as one that looks so much more alike. */
const GOES_ON = 0.09

/** What the ink may be; what goes on the word before it comes first among equals. */
export function inkCandidates(model: HandModel, ink: readonly Line[], next: ReadonlyMap<string, Next>): Candidate[] {
  return matchInk(model, ink, MOST_CANDIDATES * 2)
    .map((match) => ({ ...match, unlike: match.unlike - (next.has(match.character) ? GOES_ON : 0) }))
    .sort((one, other) => one.unlike - other.unlike)
    .slice(0, MOST_CANDIDATES)
    .map(({ character }) => ({ character, word: next.get(character)?.word ?? null }))
}

/** What the pressed kinds of strokes may be; what goes on comes first, then what is complete. */
export function keyCandidates(
  model: HandModel,
  pressed: readonly StrokeKind[],
  next: ReadonlyMap<string, Next>,
): Candidate[] {
  const goesOn = ({ character }: { character: string }): number => (next.has(character) ? 0 : 1)
  return matchKeys(model, pressed)
    .sort((one, other) => one.wrong - other.wrong || goesOn(one) - goesOn(other) || one.toCome - other.toCome)
    .slice(0, MOST_CANDIDATES)
    .map(({ character }) => ({ character, word: next.get(character)?.word ?? null }))
}
