import type { Matter } from '../contract/matter.ts'
import type { House } from '../domain/house.ts'
import { catalogueEntry } from '../catalogue/catalogue-entry.ts'
import type { CatalogueEntry } from '../catalogue/search/entry.ts'
import { searchIndex, searchMatters } from '../catalogue/search/search-matters.ts'

export interface Catalogue {
  readonly entries: CatalogueEntry[]
  /** Matters by words, most fitting first; all of a department when `query` is empty. */
  find(query: string, department: string): Matter[]
}

/** The catalogue with its index, made once for each import. */
export function shelve(house: House): Catalogue {
  const entries = [...house.matters.values()].map((matter) => catalogueEntry(matter, house.departmentNames.get(matter.department) ?? matter.department))
  const index = searchIndex(entries)
  return {
    entries,
    find(query, department) {
      const ids = query.trim() === '' ? [...house.matters.keys()] : searchMatters(index, query, entries.length).map(({ entry }) => entry.id)
      const found = ids.flatMap((id) => house.matters.get(id) ?? [])
      return department === ''
        ? found
        : found.filter((matter) => matter.department === department || house.departmentNames.get(matter.department) === department)
    },
  }
}
