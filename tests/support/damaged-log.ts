import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { type KeptLog, openLog } from '../../gateway/opening/open-log.ts'

/** Noon of the third day of `threeDays`. */
export const NOON_OF_THIRD = Date.UTC(2026, 2, 18, 4)

/** Opens the log of a folder as the gateway does; throws its words when it refuses. */
export async function openedLog(dataDir: string): Promise<KeptLog> {
  const records = await openLog(dataDir, () => {})
  if (!records.ok) throw new Error(records.words.join('\n'))
  return records
}
export const logFile = (dataDir: string): string => join(dataDir, 'tingshi.db')
/** What somebody does to the file of the log beside the gateway. */
export function byHand(dataDir: string, sql: string): void {
  const database = new DatabaseSync(logFile(dataDir))
  database.exec(sql)
  database.close()
}
/** What the command line prints, and how it ends. */
export async function said(work: () => Promise<number>): Promise<{ code: number; words: string }> {
  const lines: string[] = []
  const { log, error } = console
  console.log = console.error = (line: string) => void lines.push(line)
  try {
    return { code: await work(), words: lines.join('\n') }
  } finally {
    Object.assign(console, { log, error })
  }
}
export const settings = (dataDir: string) => ({ dataDir, hallDir: '/nowhere', stream: null })
/** What the gateway prints when opening throws. */
export const inWords = (broken: Error) => ({ ok: false as const, words: [broken.message] })
/** What the gateway says to this folder; `opened` when it says nothing. */
export const refusal = async (dataDir: string): Promise<string> => {
  const records = await openLog(dataDir, () => {}).catch(inWords)
  if (records.ok) await records.log.close()
  return records.ok ? 'opened' : records.words.join('\n')
}
