import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { isOffered } from '../contract/is-offered.ts'
import type { Matter } from '../contract/matter.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { runApart } from '../work/run-apart.ts'
import { neededCharacters } from './hand/needed-characters.ts'
import { readHand } from './read-hand.ts'
import type { CatalogueFile } from './search/catalogue-file.ts'
import { type SearchIndex, searchIndex } from './search/indexed-matters.ts'
import { searchMatters } from './search/search-matters.ts'
import type { SpellJob, SpeltCatalogue } from './spell-worker.ts'

export interface Catalogue {
  /** Entries and readings as the terminals take them, written out and gzipped once. `tag`: an ETag. */
  readonly file: { readonly packed: Buffer; readonly tag: string }
  /** The same of the most wanted matters alone, gzipped. */
  readonly wanted: Buffer
  /** How the characters of these matters are written (hand/hand-file.ts), gzipped; made when the first terminal asks. */
  hand(): Promise<{ packed: Buffer; tag: string }>
  /** Matters by words, most fitting first; all of a department when `query` is empty. `total`: how many there are without the limit. */
  find(query: string, department: string, limit: number): { found: Matter[]; total: number }
}

const WORKER = new URL('./spell-worker.ts', import.meta.url)
/** 20,000 matters are read aloud in some seconds; a small computer may be ten times slower. */
const LIMITS = { within: 120_000, memoryMb: 512 }

/** The matters of a hall as they are searched, made once for each import. Rejects when there is no room for it. */
export async function buildCatalogue({ hall, matters, departmentNames }: HallModel): Promise<Catalogue> {
  const all = [...matters.values()].filter(isOffered)
  const job: SpellJob = {
    matters: all.map(({ id, name, nameEn, kind, queueId, popular, aliases, department, when, guide }) => {
      const promised = guide && { promisedDays: guide.promisedDays }
      return { id, name, nameEn, kind, queueId, popular, aliases, department, when, guide: promised }
    }),
    departmentNames,
    words: hall.words,
  }
  const spelt = await runApart<SpeltCatalogue>(WORKER, job, LIMITS)
  if (spelt === null) throw new Error('the catalogue could not be read aloud')
  const packed = Buffer.from(spelt.packed.buffer, spelt.packed.byteOffset, spelt.packed.byteLength)
  const wanted = Buffer.from(spelt.wanted.buffer, spelt.wanted.byteOffset, spelt.wanted.byteLength)
  const index = indexOnDemand(packed)
  return {
    file: { packed, tag: spelt.tag },
    wanted,
    hand: handOnDemand(all),
    find(query, department, limit) {
      const isOf = ({ department: of }: Matter): boolean => of === department || departmentNames.get(of) === department
      const whole = department === '' ? all : all.filter(isOf)
      if (query.trim() === '') return { found: whole.slice(0, limit), total: whole.length }
      const { found, total } = searchMatters(index(), query, department === '' ? limit : all.length)
      const hits = found.flatMap(({ entry }) => matters.get(entry.id) ?? [])
      if (department === '') return { found: hits, total }
      const there = hits.filter(isOf)
      return { found: there.slice(0, limit), total: there.length }
    },
  }
}

function handOnDemand(matters: readonly Matter[]): Catalogue['hand'] {
  let made: ReturnType<Catalogue['hand']> | null = null
  const make = async (): Promise<{ packed: Buffer; tag: string }> => {
    const packed = gzipSync(await readHand(neededCharacters(matters)), { level: 9 })
    return { packed, tag: `"${createHash('sha256').update(packed).digest('base64url').slice(0, 22)}"` }
  }
  return () => (made ??= make())
}

/** Terminals search in their own copy: the gateway makes its index when somebody asks it for the first time. */
function indexOnDemand(packed: Buffer): () => SearchIndex {
  let index: SearchIndex | null = null
  return () => {
    if (index) return index
    const { items, readings, said } = JSON.parse(gunzipSync(packed).toString()) as CatalogueFile
    return (index = searchIndex(items, readings, said))
  }
}
