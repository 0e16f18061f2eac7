import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'

const MOST = 60

/** Milliseconds of each key press, and of the floor beside it. */
export function measure(
  entries: CatalogueEntry[],
  readings: Record<string, string>,
  queries: string[],
): { keys: number[]; floor: number[] } {
  const index = searchIndex(entries, readings)
  const times = { keys: [] as number[], floor: [] as number[] }
  for (const query of queries)
    for (let length = 1; length <= query.length; length += 1) {
      const part = query.slice(0, length)
      const begun = performance.now()
      searchMatters(index, part, MOST)
      const between = performance.now()
      entries.filter(({ name }) => name.includes(part[0] ?? '')).slice(0, MOST)
      times.keys.push(between - begun)
      times.floor.push(performance.now() - between)
    }
  return times
}
