export interface TakenTicket {
  ticketId: string
  number: string
  token: string
  queueId: string
}
export type ScreenName =
  | 'home'
  | 'search'
  | 'queues'
  | 'checkin'
  | 'departments'
  | 'themes'
  | 'matters'
  | 'flows'
  | 'flow'
  | 'matter'
  | 'details'
  | 'take-away'
  | 'plan'
  | 'progress'
  | 'notices'
  | 'ticket'
/** Which matters a list shows; `kinds`: those that differ from this matter in the bracket alone. */
export interface MatterList {
  by: 'department' | 'theme' | 'kinds'
  id: string
}
/** What the plan leads to when it opens: one counter, or a place by its name. */
export type PlanGoal = { kind: 'counter'; counter: string } | { kind: 'facility'; floor: string; name: string }
/** Everything that one visitor has told the terminal. A new visitor starts from `nobody`. */
export interface Visit {
  query: string
  list: MatterList | null
  flowId: string | null
  matterId: string | null
  ticket: TakenTicket | null
  /** Materials ticked as brought, by name. */
  brought: readonly string[]
  /** The visitor's own case: question id → answer id. */
  answers: Readonly<Record<string, string>>
  /** The number was not taken now: its slip was held before the scanner. */
  scanned: boolean
  /** A case's receipt that was scanned; '' = none. */
  receipt: string
  /** With a wheelchair: the way is drawn without steps, and an accessible counter calls. */
  stepFree: boolean
  planGoal: PlanGoal | null
  /** Screens behind this one, for the way back. */
  trail: readonly ScreenName[]
}
export type Press =
  | {
      type:
        | 'search'
        | 'queues'
        | 'checkin'
        | 'departments'
        | 'themes'
        | 'flows'
        | 'progress'
        | 'notices'
        | 'details'
        | 'take-away'
        | 'step-free'
        | 'back'
        | 'leave'
    }
  | { type: 'plan'; goal?: PlanGoal }
  | { type: 'typed'; query: string }
  | { type: 'list'; list: MatterList }
  | { type: 'flow'; id: string }
  | { type: 'matter'; id: string }
  | { type: 'tick'; name: string }
  | { type: 'answer'; question: string; answer: string | null }
  | { type: 'taken'; ticket: TakenTicket }
  | { type: 'scan-ticket'; ticket: TakenTicket; isNew: boolean }
  | { type: 'scan-receipt'; receipt: string }
  | { type: 'scan-matter'; id: string }

export const nobody: Visit = {
  query: '',
  list: null,
  flowId: null,
  matterId: null,
  ticket: null,
  brought: [],
  answers: {},
  scanned: false,
  receipt: '',
  stepFree: false,
  planGoal: null,
  trail: [],
}
