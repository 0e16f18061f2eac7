import type { AuditTopic } from '../contract/audit.ts'
import type { Names } from './names.ts'

/** What happened in a sentence without its subject, the parts that matter in ‹›; `topic`: what it is about. */
export type Said = readonly [topic: AuditTopic, words: string]
/** How each kind of event is said; the type holds that each says its own. */
export type Says<Event extends { type: string }> = {
  readonly [Type in Event['type']]?: (event: Extract<Event, { type: Type }>, names: Names) => Said
}
