import type { EscalationView } from '../contract/escalations.ts'
import type { Reading } from './reading.ts'

/** What was told to somebody above and still stands, oldest first. */
export const escalationsOpen = (reading: Reading): EscalationView[] =>
  reading.state('escalations').escalations.open.map(({ ruleId: _, ...one }) => one)
