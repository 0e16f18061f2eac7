import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import { mostWanted } from '../hall-facts.ts'
import type { Press } from '../visit.ts'

/** 提取住房公积金（租房） without what stands in the bracket at its end. */
export const plainName = (name: string): string => name.replace(/[（(].*$/, '').trim() || name

/** Matters of one department whose names differ in the bracket alone, the most wanted first; itself among them. */
export const kindsOf = (entry: Pick<CatalogueEntry, 'name' | 'departmentId'>): CatalogueEntry[] =>
  mostWanted.value.filter(
    (one) => one.departmentId === entry.departmentId && plainName(one.name) === plainName(entry.name),
  )

/** What a button does that shows a matter by its plain name: it opens it, or where there are several kinds asks which. */
export const openPlain = (entry: CatalogueEntry): Press =>
  kindsOf(entry).length > 1 ? { type: 'list', list: { by: 'kinds', id: entry.id } } : { type: 'matter', id: entry.id }

/** The most wanted by plain name, each name once. */
export function plainWanted(most: number): CatalogueEntry[] {
  const seen = new Set<string>()
  const chosen: CatalogueEntry[] = []
  for (const entry of mostWanted.value) {
    if (chosen.length === most) break
    const key = `${entry.departmentId} ${plainName(entry.name)}`
    if (!seen.has(key)) chosen.push(entry)
    seen.add(key)
  }
  return chosen
}
