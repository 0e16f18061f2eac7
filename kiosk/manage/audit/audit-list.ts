import type { AuditAnswer, AuditRow } from '../../../gateway/contract/audit.ts'

/** The rows that are shown, those that wait to be shown, and which one somebody reads. */
export interface AuditList {
  answer: AuditAnswer
  rows: readonly AuditRow[]
  /** Newer ones, while somebody reads. */
  fresh: readonly AuditRow[]
  chosen: number | null
}

export const newList = (answer: AuditAnswer): AuditList => ({ answer, rows: answer.rows, fresh: [], chosen: null })
/** The newest record that this list knows of. */
export const newestOf = ({ rows, fresh }: AuditList): number => fresh[0]?.seq ?? rows[0]?.seq ?? 0

/** Records that have just come: at the top of the list, but while somebody reads one or has scrolled nothing moves. */
export function withFresh(list: AuditList, come: readonly AuditRow[], isReading: boolean): AuditList {
  const fresh = [...come.filter(({ seq }) => seq > newestOf(list)), ...list.fresh]
  return isReading || list.chosen !== null ? { ...list, fresh } : taken({ ...list, fresh })
}
/** Shows what waited. The chosen one stays chosen. */
export const taken = (list: AuditList): AuditList => ({
  ...list,
  rows: [...list.fresh, ...list.rows],
  fresh: [],
  answer: { ...list.answer, total: list.answer.total + list.fresh.length },
})
export const withOlder = (list: AuditList, { rows, hasMore }: AuditAnswer): AuditList => ({
  ...list,
  rows: [...list.rows, ...rows],
  answer: { ...list.answer, hasMore },
})
