import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const query = z.strictObject({ want: z.array(z.string()).min(1), typed: z.array(z.string()).min(1) })

/** What people really type, and the matters that any of it should lead to: assets/words/queries.yaml. */
export const typedQueries = (): z.infer<typeof query>[] =>
  z.array(query).parse(parse(readFileSync(resolve(import.meta.dirname, '../../assets/words/queries.yaml'), 'utf8')))
