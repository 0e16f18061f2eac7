import { chmodSync, renameSync, writeFileSync } from 'node:fs'

/** All of it or nothing, on the disk, for its owner only. */
export function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}
