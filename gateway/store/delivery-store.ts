import type { DatabaseSync } from 'node:sqlite'
import type { Delivery } from '../contract/webhooks.ts'

export interface FreshDelivery extends Pick<Delivery, 'id' | 'hookId' | 'topic' | 'type' | 'about' | 'at'> {
  body: string
}
export interface DueDelivery {
  id: string
  hookId: string
  body: string
  tries: number
  at: number
  /** Somebody asked for it once more at this time; null = nobody did. */
  resentAt: number | null
}

/** So many are kept for each address, and so long. */
const KEPT = 2_000
const KEPT_MS = 30 * 86_400_000

/** Messages to other systems, beside the log: what is still to go out outlives a restart, and what went out can be looked up. */
export function deliveryStore(database: DatabaseSync) {
  database.exec(`CREATE TABLE IF NOT EXISTS hook_deliveries (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, hook_id TEXT NOT NULL,
    topic TEXT NOT NULL, type TEXT NOT NULL, about TEXT, at INTEGER NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
    answer TEXT, tried_at INTEGER, next_at INTEGER, resent_at INTEGER) STRICT;
    CREATE INDEX IF NOT EXISTS hook_deliveries_due ON hook_deliveries (hook_id, state, place);
    CREATE TABLE IF NOT EXISTS hook_cursors (hook_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT`)
  const put =
    database.prepare(`INSERT OR IGNORE INTO hook_deliveries (id, hook_id, topic, type, about, at, body, state, next_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`)
  const setCursor = database.prepare(`INSERT INTO hook_cursors (hook_id, seq) VALUES (?, ?)
    ON CONFLICT (hook_id) DO UPDATE SET seq = excluded.seq`)
  const readCursor = database.prepare('SELECT seq FROM hook_cursors WHERE hook_id = ?')
  const first =
    database.prepare(`SELECT id, hook_id AS hookId, body, tries, at, next_at AS nextAt, resent_at AS resentAt FROM hook_deliveries
    WHERE hook_id = ? AND state = 'waiting' ORDER BY place LIMIT 1`)
  const firstDue =
    database.prepare(`SELECT id, hook_id AS hookId, body, tries, at, next_at AS nextAt, resent_at AS resentAt FROM hook_deliveries
    WHERE hook_id = ? AND state = 'waiting' ORDER BY next_at, place LIMIT 1`)
  const failed =
    database.prepare(`SELECT about, answer FROM hook_deliveries WHERE hook_id = ? AND ((state = 'waiting' AND tries > 0)
    OR (state IN ('refused', 'given-up') AND tried_at > ?)) ORDER BY tried_at DESC LIMIT 1`)
  const note = database.prepare(
    `UPDATE hook_deliveries SET state = ?, tries = tries + 1, answer = ?, tried_at = ?, next_at = ? WHERE id = ?`,
  )
  const again = database.prepare(`UPDATE hook_deliveries SET state = 'waiting', next_at = ?1, resent_at = ?1,
    place = (SELECT max(place) + 1 FROM hook_deliveries) WHERE id = ?2 AND state <> 'waiting'`)
  const list =
    database.prepare(`SELECT id, hook_id AS hookId, topic, type, about, at, state, tries, answer, tried_at AS triedAt, next_at AS nextAt
    FROM hook_deliveries ORDER BY place DESC LIMIT ?`)
  const sums =
    database.prepare(`SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, max(tried_at) FILTER (WHERE state = 'done') AS doneAt
    FROM hook_deliveries WHERE hook_id = ?`)
  const sumsAbout =
    database.prepare(`SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, max(tried_at) FILTER (WHERE state = 'done') AS doneAt
    FROM hook_deliveries WHERE hook_id = ? AND about = ?`)
  const forget =
    database.prepare(`DELETE FROM hook_deliveries WHERE state <> 'waiting' AND (at < ?1 OR (hook_id = ?2 AND place <
    (SELECT place FROM hook_deliveries WHERE hook_id = ?2 ORDER BY place DESC LIMIT 1 OFFSET ${KEPT})))`)
  return {
    /** How far in the log this address has been told of; null = it is new. */
    cursor: (hookId: string): number | null => {
      const row = readCursor.get(hookId)
      return row ? Number(row.seq) : null
    },
    /** One that follows from no row of the log. */
    push({ id, hookId, topic, type, about, at, body }: FreshDelivery): void {
      put.run(id, hookId, topic, type, about, at, body, at)
      forget.run(at - KEPT_MS, hookId)
    },
    /** New messages and how far the log was read for them, in one commit. */
    add(hookId: string, fresh: readonly FreshDelivery[], seq: number): void {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const { id, topic, type, about, at, body } of fresh) put.run(id, hookId, topic, type, about, at, body, at)
        setCursor.run(hookId, seq)
        if (fresh.length > 0) forget.run((fresh[0]?.at ?? 0) - KEPT_MS, hookId)
        database.exec('COMMIT')
      } catch (broken) {
        database.exec('ROLLBACK')
        throw broken
      }
    },
    /** The oldest that waits; `nextAt`: not before. null = none does. */
    first: (hookId: string): (DueDelivery & { nextAt: number }) | null =>
      (first.get(hookId) as unknown as (DueDelivery & { nextAt: number }) | undefined) ?? null,
    /** The one that waits and may go out soonest, whatever its place; null = none does. */
    firstDue: (hookId: string): (DueDelivery & { nextAt: number }) | null =>
      (firstDue.get(hookId) as unknown as (DueDelivery & { nextAt: number }) | undefined) ?? null,
    /** The last that did not go out: it waits for another try, or was refused or given up since then (epoch ms). null = none. */
    failed: (hookId: string, since: number): Pick<Delivery, 'about' | 'answer'> | null =>
      (failed.get(hookId, Math.round(since)) as unknown as Pick<Delivery, 'about' | 'answer'> | undefined) ?? null,
    /** What a try came to; `nextAt` null = it does not go out again. */
    tried(id: string, state: Delivery['state'], answer: string, at: number, nextAt: number | null): void {
      note.run(state, answer, Math.round(at), nextAt === null ? null : Math.round(nextAt), id)
    },
    /** Once more, behind those that wait. false = there is none, or it waits already. */
    resend: (id: string, now: number): boolean => Number(again.run(Math.round(now), id).changes) > 0,
    list: (limit: number): Delivery[] => list.all(limit) as unknown as Delivery[],
    sums: (hookId: string): { waiting: number; doneAt: number | null } =>
      sums.get(hookId) as unknown as { waiting: number; doneAt: number | null },
    /** The same of one address that a channel tells of. */
    sumsAbout: (hookId: string, about: string): { waiting: number; doneAt: number | null } =>
      sumsAbout.get(hookId, about) as unknown as { waiting: number; doneAt: number | null },
  }
}
export type DeliveryStore = ReturnType<typeof deliveryStore>
