import type { Material, Matter } from '../../contract/matter.ts'
import { bareMaterial } from './bare-material.ts'
import type { Answers, Situations } from '../../contract/situations.ts'

export interface MaterialsFor {
  materials: Material[]
  /** What the fitting variants say beside the list, in their order. */
  notes: string[]
  /** Questions that still decide something under the answers given so far. */
  open: Situations['questions']
}

/**
 * The materials of a matter in this visitor's case. A material that some variant adds belongs to that variant alone, also when the
 * guide lists it; names that the guide does not list come as bare materials. Dropping wins over adding, whatever the order.
 */
export function materialsFor(
  { guide, situations }: Pick<Matter, 'guide' | 'situations'>,
  answers: Answers,
): MaterialsFor {
  const listed = guide?.materials ?? []
  if (situations === null) return { materials: listed, notes: [], open: [] }
  const { questions, variants } = situations
  const fitting = variants.filter(({ when }) =>
    Object.entries(when).every(([question, answer]) => answers[question] === answer),
  )
  const conditional = new Set(variants.flatMap(({ materials }) => materials))
  const added = new Set(fitting.flatMap(({ materials }) => materials))
  const dropped = new Set(fitting.flatMap(({ without }) => without))
  const base = listed.filter(({ name }) => !conditional.has(name) || added.has(name))
  const bare = [...added].filter((name) => !listed.some((one) => one.name === name)).map(bareMaterial)
  // A variant that another answer has ruled out asks for nothing any more.
  const possible = variants.filter(({ when }) =>
    Object.entries(when).every(([question, answer]) => (answers[question] ?? answer) === answer),
  )
  const deciding = new Set(possible.flatMap(({ when }) => Object.keys(when)))
  return {
    materials: [...base, ...bare].filter(({ name }) => !dropped.has(name)),
    notes: fitting.flatMap(({ note }) => note ?? []),
    open: questions.filter(({ id }) => answers[id] === undefined && deciding.has(id)),
  }
}
