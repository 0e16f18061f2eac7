import type { Why } from '../../contract/line.ts'
import type { VisitorLanguage } from '../../contract/translation.ts'
import type { PlannedLeg } from '../flows/leg.ts'
import type { Forecast } from '../waits/wait-memory.ts'

/** The life of a number. */
export type TicketEvent =
  | {
      type: 'ticket-taken'
      ticketId: string
      day: string
      series: string
      number: string
      queueId: string
      matterId: string | null
      /** As it was called when the number was given; older logs lack it. */
      matterName?: string | null
      token: string
      terminalId: string | null
      priority: string | null
      missing: string[]
      /** What was reckoned and shown; null = the wait could not be known. Older logs have none. */
      forecast?: Forecast | null
      /** Absent in days logged before these were known. */
      accessible?: boolean
      /** Steps of a flow; not there = a plain number. */
      flowId?: string | null
      legs?: PlannedLeg[]
      /** A hash under a key that is thrown away at the end of the day. */
      identity?: string
      /** The part of the day whose quota it is of, by its beginning. */
      slot?: string | undefined
      /** By appointment: of no quota. */
      booked?: true
      /** From outside; its holder has not come yet. */
      remote?: true
      /** In which its holder took it; not there = nobody said. */
      language?: VisitorLanguage
    }
  /** The holder of a number from outside has come; `place` among its own class where its turn had passed, null = where it stands. */
  | { type: 'ticket-arrived'; ticketId: string; place: number | null }
  /** Its turn came at this counter while its holder was not here: somebody else was called. It may come until the day ends. */
  | { type: 'ticket-passed-over'; ticketId: string; counterId: string }
  | { type: 'ticket-called'; ticketId: string; counterId: string; callId: string; why?: Why }
  | { type: 'ticket-recalled'; ticketId: string; counterId: string; callId: string }
  | { type: 'ticket-served'; ticketId: string }
  | { type: 'ticket-finished'; ticketId: string }
  | { type: 'ticket-missed'; ticketId: string }
  | { type: 'ticket-held'; ticketId: string; reason: string | null }
  | { type: 'ticket-resumed'; ticketId: string; counterId: string; callId: string }
  | {
      type: 'ticket-transferred'
      ticketId: string
      toQueueId: string
      toCounterId: string | null
      note?: string
      fromCounterId?: string
      /** Sent to this person, by work number, who sits at that counter now. */
      toStaff?: string
    }
  /** The person to whom it was sent opened this counter. */
  | { type: 'ticket-followed'; ticketId: string; counterId: string }
  | { type: 'ticket-requeued'; ticketId: string; place: number }
  /** The visitor comes later: behind so many others, at this place among its own class. */
  | { type: 'ticket-deferred'; ticketId: string; place: number }
  /** The visitor was called and says to be on the way. */
  | { type: 'ticket-coming'; ticketId: string }
  | {
      type: 'ticket-cancelled'
      ticketId: string
      /** Taken by mistake and given back at once at its terminal, with the part of the day whose quota it counted in; absent else. */
      givenBack?: { slot: string | null }
    }
  /** `from`: the counter where it was written; null = at a desk. */
  | { type: 'ticket-noted'; ticketId: string; from: string | null; text: string }
  /** A clerk looked at the materials: these are missing, the others are there. */
  | { type: 'materials-checked'; ticketId: string; missing: string[] }
  | { type: 'ticket-prioritised'; ticketId: string; reason: string }
  | { type: 'ticket-expired'; ticketId: string }

/** A step was taken back: number, line and counter are as before it. Of a desk it was the last step of whoever took it back. */
export type UndoEvent =
  | { type: 'step-undone'; counterId: string; ticketId: string }
  | { type: 'desk-step-undone'; ticketId: string }
