import { z } from 'zod'
import { consultationsShown } from './consultations.ts'
import { errandView } from './errand-views.ts'
import { deviceView } from './device-view.ts'
import { escalationView } from './escalations.ts'
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
      /** The hour of an appointment, epoch ms. */
      appointmentAt: epochMs.nullable(),
    }),
  ),
  /** Whether somebody who is not next may be called with a reason. */
  callByChoice: z.boolean(),
  waiting: z.number(),
  wait,
  held: z.array(ticketRow),
  /** Missed here and still to be called back, the last first. */
  missed: z.array(ticketRow),
  /** How long visits of this matter usually take, minutes; null = too few were seen, or no number is here. */
  usual: z.object({ lowMinutes: z.number(), highMinutes: z.number() }).nullable(),
  /** Strip, pads and printer of this counter; what is not connected is not here. */
  devices: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['strip', 'pad', 'printer']),
      state: deviceView.shape.state,
      word: z.string(),
    }),
  ),
  /** A guide who was asked to come here; null = none. */
  help: helpView.nullable(),
  /**
   * The counter's last steps that are taken back as one, oldest first; `number` and `step` are those of the last. `stuck`: the number with
   * which somebody has gone on since, so that they cannot be; `until` when they may.
   */
  undo: z
    .object({
      seq: z.number(),
      number: z.string(),
      step: z.string(),
      steps: z.array(z.object({ number: z.string(), step: z.string() })),
      stuck: z.string().nullable(),
      until: epochMs,
    })
    .nullable(),
  today: z.object({ finished: z.number(), averageMinutes: z.number().nullable() }),
  /** Grades of today, moved on only by whole fives: no single visitor's can be told. */
  grades: gradeCounts,
  emergency,
})

/** The guides' desk; queues, lines, tickets, devices and figures come by their own topics. */
export const deskView = z.object({
  hall: hallHead,
  help: z.array(helpView),
  /** How quickly calls of today were taken. */
  helpToday: z.object({
    asked: z.number(),
    answered: z.number(),
    left: z.number(),
    meanSeconds: z.number().nullable(),
    longestSeconds: z.number().nullable(),
  }),
  consultations: consultationsShown,
  /** What guides take care of for one visitor each (帮办代办). */
  errands: z.array(errandView),
  /** Who works here, by work number: a question or an errand may be handed on to them. */
  colleagues: z.array(z.object({ number: z.string(), name: z.string() })),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** What was told to the guides and still stands. */
  escalations: z.array(escalationView),
  notices: z.array(shownNotice),
  requeueWithinMinutes: z.number(),
  /** So long a step of the desk can be taken back. */
  undoSeconds: z.number(),
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

/** Row of `counters`: what staff of other places ask about one counter. */
export const counterRow = z.object({
  id: z.string(),
  floor: z.string(),
  zone: z.string(),
  state: z.enum(['closed', 'open', 'paused']),
  pauseReason: z.string().nullable(),
  /** The queues that it serves now. */
  queues: z.array(z.string()),
  /** The number that is there; null = none. */
  number: z.string().nullable(),
  /** Who works there: work number and masked name; null = nobody who signed in. */
  staff: z.object({ number: z.string(), name: z.string() }).nullable(),
  /** How many were sent to this very counter and wait. */
  sent: z.number(),
})

export type CounterRow = z.infer<typeof counterRow>
export type CounterView = z.infer<typeof counterView>
export type DeskView = z.infer<typeof deskView>
