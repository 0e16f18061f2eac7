import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key that signs what other systems are told, from `hooks.key` in the data folder; made there at the first use. */
export function hookKey(dataDir: string): string {
  const file = join(dataDir, 'hooks.key')
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  return readFileSync(file, 'utf8').trim()
}
