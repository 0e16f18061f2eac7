import type { CatalogueEvent } from './events.ts'
import type { CatalogueState } from './state.ts'

/** The log knows all. */
const CHANGES_KEPT = 500

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveCatalogue(
  { imports, edits }: CatalogueState,
  event: CatalogueEvent & { at: number; actor: string },
): void {
  const { at, actor: by } = event
  switch (event.type) {
    case 'catalogue-imported': {
      const { importId, hash, before, source, file = null, counts } = event
      imports.push({ importId, hash, before, source, file, counts, at, by })
      return
    }
    case 'catalogue-restored':
      imports.pop()
      return
    case 'matters-edited': {
      const { editId, what, count, hash, before, undoes, lines } = event
      edits.hash = hash
      edits.changes = [...edits.changes, { editId, what, count, hash, before, undoes, lines, at, by }].slice(
        -CHANGES_KEPT,
      )
      return
    }
  }
}
