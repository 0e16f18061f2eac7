import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'gateway.json'
const note = z.object({ url: z.url(), key: z.string().min(20) })

/** Where the running gateway of a data folder is reached, and the key of this start. */
export type GatewayNote = z.infer<typeof note>

/** Readable by the gateway's own user only; a note of an earlier start is replaced. */
export function leaveNote(dataDir: string, { url, key }: GatewayNote): void {
  removeNote(dataDir)
  writeFileSync(join(dataDir, FILE), JSON.stringify({ url, key }), { mode: 0o600, flag: 'wx' })
}
export const removeNote = (dataDir: string): void => rmSync(join(dataDir, FILE), { force: true })

/** null = no gateway left a note here. */
export function findGateway(dataDir: string): GatewayNote | null {
  try {
    return note.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')))
  } catch {
    return null
  }
}
