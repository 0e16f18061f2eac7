import { z } from 'zod'
import { noteView } from './counter-work.ts'
import { legView } from './flow-legs.ts'
import { notCalling } from './not-calling.ts'
import { arrival, wait, epochMs, ticketStatus, slip, where, notNow } from './view-parts.ts'

export const queueView = z.object({
  id: z.string(),
  series: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  waiting: z.number(),
  calledLast: z.string().nullable(),
  openCounters: z.number(),
  counters: z.number(),
  wait,
  /** Minutes that the visitor at the head has waited; 0 when nobody waits. */
  longestMinutes: z.number(),
  /** Why the queue stands or is slow, in words; null when nobody waits or all its counters are open. */
  whyStands: z.string().nullable(),
  /** Beyond the warning threshold of the queue, in words; null = not, or there is none. */
  warning: z.string().nullable(),
  where: z.array(where),
  notNow,
  notCalling,
})

/** A ticket as it is whatever happens to the others in its line; row of `tickets`. No token: only the answer to take-ticket and the slip carry it. */
export const ticketRow = z.object({
  ticketId: z.string(),
  number: z.string(),
  queueId: z.string(),
  queueName: z.string(),
  matterId: z.string().nullable(),
  matterName: z.string().nullable(),
  state: ticketStatus,
  takenAt: epochMs,
  calledAt: epochMs.nullable(),
  servingAt: epochMs.nullable(),
  times: z.number(),
  counterId: z.string().nullable(),
  /** The line in which it stands: its queue, or `@ID` of the counter that alone may call it. */
  line: z.string(),
  priority: z.string().nullable(),
  holdReason: z.string().nullable(),
  missing: z.array(z.string()),
  /** A clerk has looked: what is not missing is there. */
  checked: z.boolean(),
  /** What clerks wrote for the next one, oldest first. */
  notes: z.array(noteView),
  /** Called, and the visitor's phone says to be on the way. */
  coming: z.boolean(),
  /** How often the visitor let others go first. */
  deferred: z.number(),
  /** Taken from outside: whether its holder has come; null = taken in the hall. */
  arrival,
  /** Until when a missed ticket may be requeued. */
  requeueUntil: epochMs.nullable(),
  slip,
  /** Why it was called before the others, kept with the call. */
  whyCalled: z.string().nullable(),
  /** The hour of an appointment that counts, epoch ms. */
  appointmentAt: epochMs.nullable(),
  /** The hour of one that came too late, epoch ms: an ordinary number now. */
  lateFor: epochMs.nullable(),
  /** Steps of a flow in order; empty = a plain number. */
  legs: z.array(legView),
})

const place = {
  ahead: z.number(),
  wait,
  /** Why this one is next, in words: 等候最久 / 优先：带婴儿 / 转来的. null when it is not first. */
  whyNext: z.string().nullable(),
}

/** Staff's full view of a ticket. */
export const ticketView = ticketRow.extend(place)

/** Row of `lines`: a queue, or the line of one counter (`@ID`), in the order of calling. `waits` by place; a line nobody waits in is empty. */
export const lineRow = z.object({
  id: z.string(),
  tickets: z.array(z.string()),
  waits: z.array(wait),
  whyFirst: z.string().nullable(),
})

/** Topic `figures`: of the whole hall. */
export const figuresView = z.object({ waiting: z.number(), takenToday: z.number() })

export type QueueView = z.infer<typeof queueView>
export type TicketRow = z.infer<typeof ticketRow>
export type TicketView = z.infer<typeof ticketView>
export type LineRow = z.infer<typeof lineRow>
export type FiguresView = z.infer<typeof figuresView>
