import { resolve } from 'node:path'
import { catalogueEntry } from '../../gateway/catalogue/catalogue-entry.ts'
import { readingsFor } from '../../gateway/catalogue/readings.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import { readHall } from '../../gateway/config.ts'
import { typedQueries } from './typed-queries.ts'

export const FIRST = 5

/** How many of the typed queries (assets/words/queries.yaml) have a wanted matter among the first five of the sample hall. */
export function scoreSearch(): {
  asked: number
  inFirst: number
  first: number
  missed: { typed: string; want: string[]; got: string[] }[]
} {
  const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
  if (!hall.ok) throw new Error('the sample hall has faults')
  const entries = hall.matters.map((matter) => catalogueEntry(matter, ''))
  const index = searchIndex(entries, readingsFor(entries))
  const known = new Set(entries.map(({ name }) => name))
  const score = { asked: 0, inFirst: 0, first: 0, missed: [] as { typed: string; want: string[]; got: string[] }[] }
  for (const { want, typed: all } of typedQueries()) {
    for (const name of want) if (!known.has(name)) throw new Error(`queries.yaml: no matter is called ${name}`)
    for (const typed of all) {
      const got = searchMatters(index, typed, FIRST).found.map(({ entry }) => entry.name)
      score.asked += 1
      if (want.includes(got[0] ?? '')) score.first += 1
      if (got.some((name) => want.includes(name))) score.inFirst += 1
      else score.missed.push({ typed, want, got })
    }
  }
  return score
}

if (import.meta.main) {
  const { asked, inFirst, first, missed } = scoreSearch()
  for (const { typed, want, got } of missed)
    console.log(`${typed}: wanted ${want.join(' / ')}, got ${got.join(' / ') || 'nothing'}`)
  const percent = (count: number): string => `${((100 * count) / asked).toFixed(1)} %`
  console.log(
    `${asked} queries: ${percent(inFirst)} in the first ${FIRST} (${inFirst}), ${percent(first)} at once (${first})`,
  )
}
