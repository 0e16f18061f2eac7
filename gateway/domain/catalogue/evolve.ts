import type { CatalogueEvent } from './events.ts'
import type { CatalogueState } from './state.ts'

/** Works in place, like all of evolve. `at`: epoch ms of the event. */
export function evolveCatalogue({ imports }: CatalogueState, event: CatalogueEvent & { at: number }): void {
  switch (event.type) {
    case 'catalogue-imported': {
      const { importId, hash, before, source, at } = event
      imports.push({ importId, hash, before, source, at })
      return
    }
    case 'catalogue-restored':
      imports.pop()
      return
  }
}
