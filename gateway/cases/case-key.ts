import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key under which last fours and codes are hashed: there are only eleven thousand last fours, so a hash without a key hides nothing.
 * It lies beside the database and not in it, for its owner's eyes only.
 */
export function caseHash(dataDir: string): (kind: 'last4' | 'code' | 'case', ...text: string[]) => Buffer {
  const path = join(dataDir, 'cases.key')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { flag: 'wx', mode: 0o600, flush: true })
  const key = readFileSync(path)
  if (key.length !== 32) throw new Error(`${path} 坏了。请从备份恢复这个文件。`)
  return (kind, ...text) =>
    createHmac('sha256', key)
      .update([kind, ...text].join('\n'))
      .digest()
}
