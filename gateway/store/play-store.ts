import type { DatabaseSync } from 'node:sqlite'
import type { NoticePlay } from '../contract/display-pulse.ts'

/** So long it can be proved that a notice was shown. */
const KEPT_DAYS = 400

export interface PlayStore {
  /** Adds seconds and times to what a day already holds: all rows in one commit. */
  add(plays: readonly NoticePlay[]): void
  /** The newest day first; `noticeId` or `day` null = all. */
  list(asked: { noticeId: string | null; day: string | null; limit: number }): NoticePlay[]
}

/** Proof of play: how long and how often each notice stood on each screen, by day. Sums of what pages tell, so no events of the hall's log. */
export function playStore(database: DatabaseSync): PlayStore {
  database.exec(`CREATE TABLE IF NOT EXISTS notice_plays (day TEXT NOT NULL, notice_id TEXT NOT NULL, screen_id TEXT NOT NULL, seconds INTEGER NOT NULL,
    times INTEGER NOT NULL, PRIMARY KEY (day, notice_id, screen_id)) STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS notice_plays_notice ON notice_plays (notice_id)`)
  const put =
    database.prepare(`INSERT INTO notice_plays (day, notice_id, screen_id, seconds, times) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (day, notice_id, screen_id) DO UPDATE SET seconds = seconds + excluded.seconds, times = times + excluded.times`)
  const read =
    database.prepare(`SELECT day, notice_id AS noticeId, screen_id AS screenId, seconds, times FROM notice_plays
    WHERE (?1 IS NULL OR notice_id = ?1) AND (?2 IS NULL OR day = ?2) ORDER BY day DESC, notice_id, screen_id LIMIT ?3`)
  const forget = database.prepare(`DELETE FROM notice_plays WHERE day < date(?, '-${KEPT_DAYS} days')`)
  return {
    add(plays) {
      const [first] = plays
      if (!first) return
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { day, noticeId, screenId, seconds, times } of plays)
          put.run(day, noticeId, screenId, seconds, times)
        forget.run(first.day)
        database.exec('COMMIT')
      } catch (broken) {
        database.exec('ROLLBACK')
        throw broken
      }
    },
    list: ({ noticeId, day, limit }) => read.all(noticeId, day, limit) as unknown as NoticePlay[],
  }
}
