import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readBackup } from '../store/backup.ts'

/** Throws the oldest away until `keep` are left, of those that the gateway itself made. Returns their names. */
export function forgetOldBackups(into: string, keep: number): string[] {
  const own = readdirSync(existsSync(into) ? into : '.')
    .filter((name) => /^tingshi-\d{4}-\d{2}-\d{2}T\d{6}Z$/.test(name))
    .filter((name) => {
      const read = readBackup(join(into, name))
      return read.ok && read.backup.by === 'gateway'
    })
    .toSorted()
  const old = own.slice(0, Math.max(0, own.length - keep))
  for (const name of old) rmSync(join(into, name), { recursive: true, force: true })
  return old
}
