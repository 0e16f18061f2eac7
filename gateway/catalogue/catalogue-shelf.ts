import { setImmediate } from 'node:timers/promises'
import { type Matter, isOffered } from '../contract/matter.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { catalogueEntry } from './catalogue-entry.ts'
import type { CatalogueEntry } from './search/entry.ts'
import { readingsFor } from './readings.ts'
import { searchIndex } from './search/indexed-matters.ts'
import { searchMatters } from './search/search-matters.ts'

export interface Catalogue {
  readonly entries: CatalogueEntry[]
  /** How characters are read, for a terminal that forgives a wrong one. */
  readonly readings: Record<string, string>
  /** Matters by words, most fitting first; all of a department when `query` is empty. */
  find(query: string, department: string): Matter[]
}

const offered = (hallModel: HallModel): Matter[] => [...hallModel.matters.values()].filter(isOffered)

/** So many names are read aloud before others get their turn. */
const AT_ONCE = 250

/** The catalogue with its index, made once for each import. */
export async function buildCatalogueIndex(hallModel: HallModel): Promise<Catalogue> {
  const entries: CatalogueEntry[] = []
  for (const [nth, matter] of offered(hallModel).entries()) {
    if (nth % AT_ONCE === AT_ONCE - 1) await setImmediate()
    entries.push(catalogueEntry(matter, hallModel.departmentNames.get(matter.department) ?? matter.department))
  }
  const readings = readingsFor(entries)
  const index = searchIndex(entries, readings)
  return {
    entries,
    readings,
    find(query, department) {
      const ids =
        query.trim() === ''
          ? offered(hallModel).map(({ id }) => id)
          : searchMatters(index, query, entries.length).found.map(({ entry }) => entry.id)
      const found = ids.flatMap((id) => hallModel.matters.get(id) ?? [])
      return department === ''
        ? found
        : found.filter(
            (matter) =>
              matter.department === department || hallModel.departmentNames.get(matter.department) === department,
          )
    },
  }
}
