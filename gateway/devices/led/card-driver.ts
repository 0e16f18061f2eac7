import type { Film } from '../../../display/led/film.ts'
import type { LocalTime } from './local-time.ts'
import type { StripValues } from './template/template-codec.ts'

/** What a panel is to show, for cards that take pictures and for those that take words. */
export interface ShowOrder {
  film(): Film
  /** Plain words, most important first, for font cards. */
  lines: readonly string[]
  strip: Omit<StripValues, 'address'>
}

/**
 * What went wrong with a card. gone = no answer or no link; stranger = what is there speaks, but never as a card does; refused = it
 * answered no; wrong = it is another card than was set up: `found` and `wanted` as the card counts them, '' where it has no numbers.
 */
export type CardTrouble =
  | { kind: 'gone' }
  | { kind: 'stranger' }
  | { kind: 'refused'; error: string }
  | { kind: 'wrong'; what: 'not-set-up' | 'size' | 'colour'; found: string; wanted: string }
export type CardResult = CardTrouble | null

/** One question and its answer over an open link; null when none came in time. */
export interface CardLine {
  /** Empty bytes: only listens on. */
  ask(bytes: Uint8Array): Promise<Uint8Array | null>
  /** For cards that never answer; false when the link is gone. */
  tell(bytes: Uint8Array): Promise<boolean>
}

/** What every card can be asked; null = done. A card that cannot do a thing answers null and does nothing. */
export interface CardDriver {
  /** Cuts what the card sends into answers. */
  reader(onAnswer: (answer: Uint8Array) => void): (bytes: Uint8Array) => void
  greet(line: CardLine): Promise<CardResult>
  show(line: CardLine, order: ShowOrder): Promise<CardResult>
  /** How long this order takes until it begins anew, in ms; 0 = it stands still. Nothing is sent again in the middle of it. */
  loopMs(order: ShowOrder): number
  power(line: CardLine, on: boolean): Promise<CardResult>
  brightness(line: CardLine, percent: number): Promise<CardResult>
  clock(line: CardLine, at: LocalTime): Promise<CardResult>
}

/** A film's own length; one that stands still on its last picture has no loop. */
export function filmLoopMs({ film }: ShowOrder): number {
  const { frames, loop } = film()
  return loop && frames.length > 1 ? frames.reduce((sum, { ms }) => sum + ms, 0) : 0
}
