import type { DatabaseSync } from 'node:sqlite'

/** Words that were searched in vain, with how often and when last (epoch ms). */
export interface MissedSearch {
  words: string
  count: number
  lastAt: number
}
export interface MissedSearches {
  /** One visitor searched for these in vain. */
  add(words: readonly string[], now: number): void
  /** What was asked at least so often, the most asked first. */
  list(least: number, limit: number): MissedSearch[]
  countOf(words: string): number
  /** They were decided on, or nobody asked since `before` (epoch ms). */
  forget(words: string): void
  forgetOlder(before: number): void
}

/** What people type may be a name: it stands beside the log, where it can be forgotten, and the log has only what somebody looked at. */
export function missedSearches(database: DatabaseSync): MissedSearches {
  database.exec(
    'CREATE TABLE IF NOT EXISTS missed_searches (words TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  )
  const put = database.prepare(
    'INSERT INTO missed_searches (words, count, last_at) VALUES (?, 1, ?) ON CONFLICT (words) DO UPDATE SET count = count + 1, last_at = excluded.last_at',
  )
  const read = database.prepare(
    'SELECT words, count, last_at AS lastAt FROM missed_searches WHERE count >= ? ORDER BY count DESC, last_at DESC LIMIT ?',
  )
  const one = database.prepare('SELECT count FROM missed_searches WHERE words = ?')
  const forget = database.prepare('DELETE FROM missed_searches WHERE words = ?')
  const forgetOlder = database.prepare('DELETE FROM missed_searches WHERE last_at < ?')
  return {
    add(words, now) {
      for (const word of new Set(words)) put.run(word, now)
    },
    list: (least, limit) => read.all(least, limit) as unknown as MissedSearch[],
    countOf: (words) => Number(one.get(words)?.count ?? 0),
    forget: (words) => void forget.run(words),
    forgetOlder: (before) => void forgetOlder.run(before),
  }
}
