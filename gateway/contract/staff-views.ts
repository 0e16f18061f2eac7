import { z } from 'zod'
import { ticketRow, ticketView } from './line-views.ts'
import { gradeCounts } from './ratings.ts'
import { shownNotice } from './notice.ts'
import { wait, epochMs, ticketStatus, hallHead, emergency, helpView } from './view-parts.ts'

export const counterView = z.object({
  hall: hallHead,
  counterId: z.string(),
  /** The queues that it serves now, those of the first level first. */
  queues: z.array(z.object({ id: z.string(), name: z.string() })),
  state: z.enum(['closed', 'open', 'paused']),
  pauseReason: z.string().nullable(),
  pauseReasons: z.array(z.string()),
  ticket: ticketView.nullable(),
  /** Materials of the ticket's matter by name; empty when unknown. */
  materials: z.array(z.string()),
  matterNote: z.string().nullable(),
  /** The first in the order in which they will be called here. */
  line: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      state: ticketStatus,
      takenAt: epochMs,
      matterName: z.string().nullable(),
      queueName: z.string(),
      priority: z.string().nullable(),
      whyNext: z.string().nullable(),
    }),
  ),
  waiting: z.number(),
  wait,
  held: z.array(ticketRow),
  /** The counter's last step, while nobody has done anything with the number since; `until` when it may be taken back. */
  undo: z.object({ seq: z.number(), number: z.string(), step: z.string(), until: epochMs }).nullable(),
  today: z.object({ finished: z.number(), averageMinutes: z.number().nullable() }),
  /** Grades of today, moved on only by whole fives: no single visitor's can be told. */
  grades: gradeCounts,
  emergency,
})

/** The guides' desk; queues, lines, tickets, devices and figures come by their own topics. */
export const deskView = z.object({
  hall: hallHead,
  help: z.array(helpView),
  notices: z.array(shownNotice),
  requeueWithinMinutes: z.number(),
  /** Which queues each counter serves now; `changed` = other ones than `usual` today. */
  counters: z.array(
    z.object({
      id: z.string(),
      zone: z.string(),
      queues: z.array(z.string()),
      usual: z.array(z.string()),
      changed: z.boolean(),
    }),
  ),
  /** The help desks, with the printer beside each. */
  desks: z.array(z.object({ id: z.string(), name: z.string(), printerId: z.string().nullable() })),
  emergency,
})

export type CounterView = z.infer<typeof counterView>
export type DeskView = z.infer<typeof deskView>
