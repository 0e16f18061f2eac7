import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const classes = ['life', 'questions', 'long', 'dialect', 'colloquial', 'traditional', 'english', 'spelling'] as const
/** How people ask: the first seven are a matter of meaning, the last one of spelling. */
export type QueryClass = (typeof classes)[number]

const asked = z.record(z.string(), z.array(z.string().min(1)).min(1))
const sheet = z.strictObject({
  ...(Object.fromEntries(classes.map((name) => [name, asked])) as Record<QueryClass, typeof asked>),
  /** What no hall has: the right answer is no matter at all. */
  lacking: z.array(z.string().min(1)),
  /** What this hall lacks though a department of it is in charge: the right answer is that department, and no matter. */
  department: z.record(z.string(), z.string().min(1)).default({}),
})

export interface HeldBackQuery {
  class: QueryClass
  typed: string
  /** Pieces of names: a matter whose name has one of them is wanted. */
  want: string[]
}

/** A set of queries that nobody tunes the words to: tests/eval/held-back/NAME.yaml. */
export function heldBackQueries(name: string): {
  queries: HeldBackQuery[]
  lacking: string[]
  departments: { typed: string; department: string }[]
} {
  const file = resolve(import.meta.dirname, `held-back/${name}.yaml`)
  const read = sheet.parse(parse(readFileSync(file, 'utf8')))
  const queries = classes.flatMap((one) =>
    Object.entries(read[one]).map(([typed, want]): HeldBackQuery => ({ class: one, typed, want })),
  )
  const departments = Object.entries(read.department).map(([typed, department]) => ({ typed, department }))
  return { queries, lacking: read.lacking, departments }
}
