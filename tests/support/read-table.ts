import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readMatterRows } from '../../gateway/catalogue/read-matter-rows.ts'
import type { ReadRows } from '../../gateway/catalogue/source-row.ts'

const folder = resolve(import.meta.dirname, '../fixtures/faults/imports')
/** A file as some office sent it. */
export const importFile = (name: string): Uint8Array => readFileSync(resolve(folder, name))
const answerOf = (bytes: Uint8Array | string) => readMatterRows(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
/** The rows of a file that is read; throws the words of a refusal. */
export async function readTable(bytes: Uint8Array | string): Promise<ReadRows> {
  const answer = await answerOf(bytes)
  if (!answer.ok) throw new Error(answer.message)
  return answer
}
/** Why a file is not read; empty when it is. */
export const refusedBecause = async (bytes: Uint8Array | string): Promise<string> => {
  const answer = await answerOf(bytes)
  return answer.ok ? '' : answer.message
}
export const codesOf = ({ rows }: ReadRows): string[] => rows.map(({ code }) => code)
