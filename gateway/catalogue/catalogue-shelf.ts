import { createHash } from 'node:crypto'
import { type Matter, isOffered } from '../contract/matter.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { catalogueEntry } from './catalogue-entry.ts'
import type { CatalogueEntry } from './search/entry.ts'
import { readingsFor } from './readings.ts'
import { searchIndex } from './search/indexed-matters.ts'
import { searchMatters } from './search/search-matters.ts'
import { breathe } from '../time.ts'

export interface Catalogue {
  readonly entries: CatalogueEntry[]
  /** How characters are read, for a terminal that forgives a wrong one. */
  readonly readings: Record<string, string>
  /** Entries and readings as the terminals take them, written out once. `tag`: an ETag. */
  readonly file: { readonly body: Buffer; readonly tag: string }
  /** Matters by words, most fitting first; all of a department when `query` is empty. `total`: how many there are without the limit. */
  find(query: string, department: string, limit: number): { found: Matter[]; total: number }
}

const offered = (hallModel: HallModel): Matter[] => [...hallModel.matters.values()].filter(isOffered)

/** So many names are read aloud before others get their turn. */
const AT_ONCE = 250

/** The catalogue with its index, made once for each import. */
export async function buildCatalogueIndex(hallModel: HallModel): Promise<Catalogue> {
  const entries: CatalogueEntry[] = []
  const all = offered(hallModel)
  for (const [nth, matter] of all.entries()) {
    if (nth % AT_ONCE === AT_ONCE - 1) await breathe()
    entries.push(catalogueEntry(matter, hallModel.departmentNames.get(matter.department) ?? matter.department))
  }
  const readings = readingsFor(entries)
  const index = searchIndex(entries, readings)
  const body = Buffer.from(JSON.stringify({ items: entries, total: entries.length, readings }))
  return {
    entries,
    readings,
    file: { body, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` },
    find(query, department, limit) {
      const isOf = ({ department: of }: Matter): boolean =>
        of === department || hallModel.departmentNames.get(of) === department
      const whole = department === '' ? all : all.filter(isOf)
      if (query.trim() === '') return { found: whole.slice(0, limit), total: whole.length }
      const { found, total } = searchMatters(index, query, department === '' ? limit : entries.length)
      const matters = found.flatMap(({ entry }) => hallModel.matters.get(entry.id) ?? [])
      if (department === '') return { found: matters, total }
      const there = matters.filter(isOf)
      return { found: there.slice(0, limit), total: there.length }
    },
  }
}
