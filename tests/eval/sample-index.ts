import { resolve } from 'node:path'
import { catalogueEntry } from '../../gateway/catalogue/catalogue-entry.ts'
import { lexiconFor } from '../../gateway/catalogue/lexicon-for.ts'
import { readingsFor } from '../../gateway/catalogue/readings.ts'
import { readSaidWords, readTraditional } from '../../gateway/catalogue/said-words-files.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { readHall } from '../../gateway/config.ts'

/** The sample hall's matters as a terminal gets them, and its index of them. */
export function sampleIndex() {
  const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
  if (!hall.ok) throw new Error('the sample hall has faults')
  const names = new Map(hall.hall.departments.map(({ id, name }) => [id, name]))
  const entries = hall.matters.map((matter) => catalogueEntry(matter, names.get(matter.department) ?? ''))
  const readings = readingsFor(entries)
  const lexicon = lexiconFor(entries, readSaidWords(), readTraditional())
  return { entries, readings, lexicon, index: searchIndex(entries, readings, lexicon) }
}
