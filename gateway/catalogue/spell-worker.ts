import { createHash } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import type { SaidWords } from '../contract/said-words.ts'
import { lexiconFor } from './lexicon-for.ts'
import { bothSaid, readSaidWords, readTraditional } from './said-words-files.ts'
import { type SpeltMatter, catalogueEntry } from './catalogue-entry.ts'
import { readingsFor } from './readings.ts'

/** What the worker is given: matters, and what their departments are called. */
export interface SpellJob {
  matters: readonly SpeltMatter[]
  departmentNames: ReadonlyMap<string, string>
  /** What people of this hall's place say, beside what comes with the program. */
  words: SaidWords
}
/** Entries, readings and what people say as the terminals take them, gzipped, and an ETag. */
export interface SpeltCatalogue {
  packed: Uint8Array
  tag: string
  /** The entries that most people come for, gzipped: enough for a terminal's first screen. */
  wanted: Uint8Array
}

/** So many are named at once, of any hall. */
const MOST_WANTED = 40

// The dictionary takes ten megabytes and a large catalogue seconds: both end with this thread.
const { matters, departmentNames, words } = workerData as SpellJob
const items = matters.map((one) => catalogueEntry(one, departmentNames.get(one.department) ?? one.department))
const said = lexiconFor(items, bothSaid(readSaidWords(), words), readTraditional())
const body = Buffer.from(JSON.stringify({ items, total: items.length, readings: readingsFor(items), said }))
const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
const most = [...items].sort((one, other) => other.popular - one.popular).slice(0, MOST_WANTED)
const wanted = gzipSync(JSON.stringify({ items: most, total: items.length }), { level: 9 })
parentPort?.postMessage({ packed: gzipSync(body, { level: 9 }), tag, wanted } satisfies SpeltCatalogue)
