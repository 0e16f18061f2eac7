import { timingSafeEqual } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { type CaseQuestion, type CaseReport, caseReport } from '../contract/cases.ts'
import type { caseHash } from './case-key.ts'

const KEPT_MS = 180 * 24 * 3_600_000

export interface CaseStore {
  /** `older`: a newer or the same report is there already. */
  take(report: CaseReport): 'taken' | 'older'
  find(question: CaseQuestion): CaseReport | null
  /** All that are kept, with the id by which the log names them: opaque, and nothing leads back from it without the key. */
  all(): { caseId: string; report: CaseReport }[]
  byId(caseId: string): CaseReport | null
  byReceipt(receipt: string): CaseReport | null
  /** It is over, epoch ms: from then on it is forgotten like any other. */
  finish(receipt: string, at: number): void
  /** Calls back after each report that was taken. */
  onTaken(listener: () => void): () => void
  /** Forgets cases that ended 180 days before `now` (epoch ms); says how many. */
  forget(now: number): number
}

/** As printed and as typed: spaces and small letters do not matter. */
const plain = (text: string): string => text.replace(/\s/g, '').toUpperCase()

/**
 * Cases are other systems' facts and must be forgotten one day, so they are rows that can go and no events of the hall's log, which cannot.
 * The last four and the code are kept as keyed hashes only. `now`: epoch ms; what is dated later is dated so.
 */
export function caseStore(database: DatabaseSync, hash: ReturnType<typeof caseHash>, now: () => number): CaseStore {
  database.exec(`CREATE TABLE IF NOT EXISTS cases (receipt TEXT PRIMARY KEY, body TEXT NOT NULL, last4 BLOB, code BLOB, reported_at INTEGER NOT NULL,
    finished_at INTEGER) STRICT; CREATE INDEX IF NOT EXISTS cases_code ON cases (code)`)
  const put =
    database.prepare(`INSERT INTO cases (receipt, body, last4, code, reported_at, finished_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (receipt) DO UPDATE SET body = excluded.body, last4 = excluded.last4, code = excluded.code,
    reported_at = excluded.reported_at, finished_at = excluded.finished_at WHERE excluded.reported_at > cases.reported_at OR cases.reported_at > ?`)
  const byReceipt = database.prepare('SELECT body, last4 FROM cases WHERE receipt = ?')
  const byCode = database.prepare('SELECT body FROM cases WHERE code = ?')
  const everything = database.prepare('SELECT receipt, body FROM cases ORDER BY receipt')
  const end = database.prepare('UPDATE cases SET body = ?, finished_at = ?, reported_at = ? WHERE receipt = ?')
  const ids = new Map<string, string>()
  const idOf = (receipt: string): string => {
    const known = ids.get(receipt) ?? hash('case', receipt).toString('hex').slice(0, 20)
    ids.set(receipt, known)
    return known
  }
  const remove = database.prepare('DELETE FROM cases WHERE finished_at IS NOT NULL AND finished_at < ?')
  const listeners = new Set<() => void>()
  const nobody = Buffer.alloc(32)
  const read = (body: unknown): CaseReport => caseReport.parse(JSON.parse(String(body)))
  return {
    take(told) {
      // No report is newer than now, or one with a wrong date would shut out all that come later.
      const latest = now()
      const report = {
        ...told,
        reportedAt: Math.min(told.reportedAt, latest),
        finishedAt: told.finishedAt === null ? null : Math.min(told.finishedAt, latest),
      }
      const receipt = plain(report.receipt)
      const last4 = report.last4 === null ? null : hash('last4', receipt, report.last4.toUpperCase())
      const code = report.code === null ? null : hash('code', plain(report.code))
      const body = JSON.stringify({ ...report, last4: null, code: null })
      const { changes } = put.run(receipt, body, last4, code, report.reportedAt, report.finishedAt, latest)
      if (changes === 0) return 'older'
      for (const listener of listeners) listener()
      return 'taken'
    },
    find(question) {
      if ('code' in question) {
        const row = byCode.get(hash('code', plain(question.code)))
        return row ? read(row.body) : null
      }
      const receipt = plain(question.receipt)
      const asked = hash('last4', receipt, question.last4.toUpperCase())
      const row = byReceipt.get(receipt)
      // The same work is done whether or not the receipt exists, so that neither words nor time tell which half was wrong.
      const fits = timingSafeEqual(asked, row?.last4 instanceof Uint8Array ? row.last4 : nobody)
      return row && fits ? read(row.body) : null
    },
    onTaken(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    all: () => everything.all().map((row) => ({ caseId: idOf(String(row.receipt)), report: read(row.body) })),
    byId(caseId) {
      const row = everything.all().find(({ receipt }) => idOf(String(receipt)) === caseId)
      return row ? read(row.body) : null
    },
    byReceipt(receipt) {
      const row = byReceipt.get(plain(receipt))
      return row ? read(row.body) : null
    },
    finish(receipt, at) {
      const row = byReceipt.get(plain(receipt))
      if (!row) return
      const body = JSON.stringify({ ...read(row.body), status: 'delivered', finishedAt: at, reportedAt: at })
      end.run(body, at, at, plain(receipt))
    },
    forget: (now) => Number(remove.run(now - KEPT_MS).changes),
  }
}
