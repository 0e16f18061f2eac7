import type { Meaning } from './by-meaning.ts'
import type { Fit } from './fit.ts'
import { CLOSE } from './fit.ts'
import type { Indexed, SearchIndex } from './indexed-matters.ts'
import { POPULAR } from './keep-best.ts'

const MEANT = 1.5
/** Half understood, and nothing is written so. */
const HALF_MEANT = 3.5
/** So much of a question is as good as all of it. */
const WHOLE = 0.9
/** Among what was meant the order of the concept counts before what is wanted most. */
const POPULAR_HERE = 0.8

/** What was meant, ranked among what is written: understood as a whole it is as good as the beginning of what people call a matter. */
export function meantFits(
  index: SearchIndex,
  { meant, understood }: Pick<Meaning, 'meant' | 'understood'>,
  written: boolean,
): { one: Indexed; fit: Fit }[] {
  const [first] = meant
  if (!first) return []
  const begin = understood >= WHOLE ? MEANT : written ? CLOSE : HALF_MEANT
  return meant.flatMap(({ nth, strength, why }) => {
    const one = index.matters[nth]
    if (!one) return []
    const fit = begin + (first.strength - strength) + (POPULAR_HERE * one.entry.popular) / POPULAR
    // What the name shows needs no reason.
    const plain = one.name.includes(why) ? {} : { why }
    return [{ one, fit: { fit, marks: marksOf(one.name, why), mask: 0, ...plain } }]
  })
}
function marksOf(name: string, why: string): Fit['marks'] {
  return why
    .split('…')
    .flatMap((piece): Fit['marks'] => {
      const at = piece.length < 2 ? -1 : name.indexOf(piece)
      return at < 0 ? [] : [[at, at + piece.length]]
    })
    .sort(([one], [other]) => one - other)
}
