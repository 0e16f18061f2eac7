import type { AuditTopic } from '../../contract/audit.ts'

/** Somebody took records away in a file. The words that were looked for are not kept: they may be a person's name. */
export type RecordEvent = {
  type: 'records-exported'
  from: string
  to: string
  topic: AuditTopic | null
  number: string | null
  counterId: string | null
  rows: number
}
