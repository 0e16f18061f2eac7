import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const table = z.array(z.strictObject({ formal: z.string().min(2), said: z.array(z.string().min(2)).min(1) }))
const read = (): z.infer<typeof table> =>
  table.parse(parse(readFileSync(join(import.meta.dirname, '../../assets/words/colloquial.yaml'), 'utf8')))
let known: z.infer<typeof table> | null = null

/** What people call a matter of this name: 驾照 for 机动车驾驶证…. From assets/words/colloquial.yaml. */
export function colloquialNames(name: string): string[] {
  known ??= read()
  return known.flatMap(({ formal, said }) => (name.includes(formal) ? said.filter((word) => !name.includes(word)) : []))
}
