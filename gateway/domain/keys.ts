/** What facts change and views read, each by a name. */
export type Key =
  /** Everything of a day, or the hall model: whatever is shown is made again. */
  | 'all'
  /** Any fact at all. */
  | 'log'
  /** Which numbers there are today. */
  | 'tickets'
  /** One number; the line, the memory and the counts of one queue (or `@COUNTER`); one counter. */
  | `ticket:${string}`
  | `queue:${string}`
  | `counter:${string}`
  /** Which counters are open, and which queues they serve. */
  | 'counters'
  | 'serving'
  | 'calls'
  | 'slips'
  | 'help'
  | 'wall'
  | 'appointments'
  | 'emergency'
  | 'notices'
  | 'alerts'
  | 'catalogue'
  | 'pads'
  | 'ratings'
  /** What visitors said of one counter today. */
  | `rating:${string}`
  | 'grievances'
  | 'devices-off'
  /** Lights of cases, joint approvals, who is on duty, what was escalated. */
  | 'lights'
  | 'approvals'
  | 'roster'
  | 'escalations'
  /** Questions at the desk, errands that guides take care of, words that were not found. */
  | 'consultations'
  | 'errands'
  | 'asked'
