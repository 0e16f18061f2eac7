import { readBackup } from '../store/backup.ts'

/**
 * Whether a copy has all that the log server had when it was begun. null = it has, else what to do, in words: a gateway that stands by may be
 * behind, and half a log is no backup.
 */
export function shortOfStream(folder: string, atLeast: number | null): string[] | null {
  if (atLeast === null) return null
  const read = readBackup(folder)
  if (!read.ok) return read.words
  const missing = atLeast - read.backup.end.seq
  if (missing <= 0) return null
  return [
    `日志服务器上还有 ${missing} 条这台网关没有，这份备份不全，不算数。`,
    '请在正在用的那台网关上备份；这台是候补的话，等它跟上再做。',
  ]
}
