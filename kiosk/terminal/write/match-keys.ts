import type { HandModel } from './hand-model.ts'
import type { StrokeKind } from './stroke-kind.ts'

/** So many kinds of strokes that were told wrongly are forgiven: people count 点 and 撇 differently. */
const mostWrong = (told: number): number => (told < 3 ? 0 : told < 6 ? 1 : 2)

export interface KeyMatch {
  character: string
  /** Strokes told wrongly. */
  wrong: number
  /** Strokes that are still to come. */
  toCome: number
}

/** The characters whose first strokes are of these kinds, the right ones before those with a mistake. */
export function matchKeys(model: HandModel, pressed: readonly StrokeKind[]): KeyMatch[] {
  if (pressed.length === 0) return []
  return model
    .flatMap(({ character, kinds }) => {
      const toCome = kinds.length - pressed.length
      if (toCome < 0) return []
      let wrong = 0
      for (let nth = 0; nth < pressed.length; nth += 1) if (pressed[nth] !== kinds[nth]) wrong += 1
      return wrong > mostWrong(pressed.length) ? [] : [{ character, wrong, toCome }]
    })
    .sort((one, other) => one.wrong - other.wrong || one.toCome - other.toCome)
}
