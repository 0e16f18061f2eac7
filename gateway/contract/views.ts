import { z } from 'zod'
import { deviceView } from './device-view.ts'
import { emergencyView } from './emergency.ts'
import { slipFault } from './commands.ts'
import { shownMedia, shownNotice } from './notice.ts'
import { wallView } from './wall-view.ts'
import { legView } from './flow-legs.ts'
import { panelColour } from './led-panel.ts'

/** Times are epoch milliseconds; waits are minutes in multiples of 5; `null` = cannot be known now. */
export const wait = z.object({ lowMinutes: z.number(), highMinutes: z.number() }).nullable()
const at = z.number()

export const ticketStatus = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'transferred',
  'done',
  'cancelled',
  'expired',
])
export const slip = z.object({
  state: z.enum(['none', 'queued', 'printing', 'printed', 'failed', 'unknown']),
  printerId: z.string().nullable(),
  /** 1 = the first paper, 2 = the first reprint, … */
  copy: z.number(),
  fault: slipFault.nullable(),
})
const hallHead = z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() })
const emergency = emergencyView.nullable()
const where = z.object({ floor: z.string(), zone: z.string(), counters: z.array(z.string()) })

/** Why no number is given now, as the refusal of take-ticket says it; null = one is given. */
const notNow = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable()

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
  takenAt: at,
  calledAt: at.nullable(),
  servingAt: at.nullable(),
  times: z.number(),
  counterId: z.string().nullable(),
  /** The line in which it stands: its queue, or `@ID` of the counter that alone may call it. */
  line: z.string(),
  priority: z.string().nullable(),
  holdReason: z.string().nullable(),
  missing: z.array(z.string()),
  /** Until when a missed ticket may be requeued. */
  requeueUntil: at.nullable(),
  slip,
  /** Why it was called before the others, kept with the call. */
  whyCalled: z.string().nullable(),
  /** The hour of an appointment that counts, epoch ms. */
  appointmentAt: at.nullable(),
  /** The hour of one that came too late, epoch ms: an ordinary number now. */
  lateFor: at.nullable(),
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

export const callView = z.object({
  callId: z.string(),
  number: z.string(),
  counterId: z.string(),
  counterName: z.string(),
  floor: z.string(),
  zone: z.string(),
  calledAt: at,
  /** How often this ticket has been called to this counter: 1 = first call. A recall makes a new callId. */
  times: z.number(),
  /** What has become of it: the visitor is awaited, has come, did not come, or it no longer counts (called anew, sent on, cancelled). */
  standing: z.enum(['called', 'come', 'missed', 'over']),
})

/** `calls` newest first: the last 20, all of the last minute, and whoever is still awaited. */
export const screenView = z.object({
  hall: hallHead,
  screen: z.object({ id: z.string(), name: z.string(), rows: z.number(), voice: z.boolean() }),
  calls: z.array(callView),
  /** Ids of calls that were taken back: whoever has still to speak one does not. */
  takenBack: z.array(z.string()),
  /** Ids of the queues that are called around here, in the hall's order; their rows come by `queues`. */
  queues: z.array(z.string()),
  missed: z.array(z.string()),
  requeueWithinMinutes: z.number(),
  wall: wallView,
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  emergency,
})

export const stripView = z.object({
  hall: hallHead,
  counterId: z.string(),
  queueName: z.string(),
  accessible: z.boolean(),
  state: z.enum(['closed', 'open', 'paused']),
  pauseReason: z.string().nullable(),
  ticket: z.object({ number: z.string(), state: ticketStatus, calledAt: at.nullable() }).nullable(),
  next: z.string().nullable(),
  waiting: z.number(),
  emergency,
})

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
      takenAt: at,
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
  undo: z.object({ seq: z.number(), number: z.string(), step: z.string(), until: at }).nullable(),
  today: z.object({ finished: z.number(), averageMinutes: z.number().nullable() }),
  emergency,
})

/** Topic `figures`: of the whole hall. */
export const figuresView = z.object({ waiting: z.number(), takenToday: z.number() })

export const helpView = z.object({
  id: z.string(),
  from: z.string(),
  where: z.string().nullable(),
  at,
  answeredBy: z.string().nullable(),
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

export const terminalView = z.object({
  hall: hallHead,
  terminal: z.object({
    id: z.string(),
    name: z.string(),
    floor: z.string(),
    zone: z.string(),
    heightMm: z.number(),
    topEdgeMm: z.number(),
  }),
  /** Numbers of at least one queue are given now. */
  open: z.boolean(),
  /** When they are given again, as a refusal says it; null = now. */
  notNow,
  lastTicket: z.string(),
  departments: z.array(z.object({ id: z.string(), name: z.string(), matters: z.number() })),
  /** Matter ids, most wanted first. */
  popular: z.array(z.string()),
  /** `paused`: no paper comes out now, here or at the printer that stands in; numbers are given all the same. */
  printer: z
    .object({ id: z.string(), state: deviceView.shape.state, word: z.string(), paused: z.boolean() })
    .nullable(),
  /** Its ID-card reader, where one is switched on and works. */
  reader: z.object({ id: z.string() }).nullable(),
  otherPrinters: z.array(z.object({ terminalId: z.string(), printerId: z.string() })),
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  help: helpView.nullable(),
  /** Changes when matters were imported; null = the hall's own. */
  catalogue: z.string().nullable(),
  emergency,
})

/** What a visitor's phone, and the terminal that gave the number, may see. Nothing personal. */
export const trackView = z.object({
  hall: hallHead,
  number: z.string(),
  state: ticketStatus,
  queueName: z.string(),
  matterName: z.string().nullable(),
  takenAt: at,
  calledAt: at.nullable(),
  ahead: z.number(),
  wait,
  counterId: z.string().nullable(),
  where: z.array(where),
  /** The last numbers called in this queue and those still before this one, at most 4, oldest first. */
  before: z.array(z.object({ number: z.string(), state: ticketStatus, counterId: z.string().nullable() })),
  missing: z.array(z.string()),
  requeueUntil: at.nullable(),
  slip,
  appointmentAt: at.nullable(),
  lateFor: at.nullable(),
  /** Why no new number of this queue is given now; null = one is given: whoever needs one is told where it leads. */
  notNow,
  legs: z.array(legView),
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  emergency,
})

export const panelView = z.object({
  hall: hallHead,
  panel: z.object({
    id: z.string(),
    width: z.number(),
    height: z.number(),
    colour: panelColour,
    welcome: z.string(),
    /** Smallest height of emergency words in dots, by the distance rule (ACCESSIBILITY A10); 0 = as large as fits. */
    leastDots: z.number(),
  }),
  calls: z.array(callView),
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  waiting: z.number(),
  /** Only for a strip over one counter. */
  counter: z
    .object({
      id: z.string(),
      state: z.enum(['closed', 'open', 'paused']),
      ticket: z.string().nullable(),
      called: z.boolean(),
      waiting: z.number(),
    })
    .nullable(),
  /** Takes the whole panel; null in ordinary times. */
  emergency,
})

/** The start page: is it alive, what can be opened. */
export const startView = z.object({
  hall: hallHead,
  version: z.string(),
  demo: z.boolean(),
  seq: z.number(),
  devices: z.array(deviceView),
  lastToken: z.string().nullable(),
  lastCall: callView.nullable(),
  papers: z.array(z.object({ printerId: z.string(), slips: z.number(), faults: z.array(z.string()) })),
  emergency,
})

export type Wait = z.infer<typeof wait>
export type SlipView = z.infer<typeof slip>
export type TicketStatus = z.infer<typeof ticketStatus>
export type QueueView = z.infer<typeof queueView>
export type TicketRow = z.infer<typeof ticketRow>
export type TicketView = z.infer<typeof ticketView>
export type LineRow = z.infer<typeof lineRow>
export type FiguresView = z.infer<typeof figuresView>
export type CallView = z.infer<typeof callView>
export type ScreenView = z.infer<typeof screenView>
export type StripView = z.infer<typeof stripView>
export type CounterView = z.infer<typeof counterView>
export type HelpView = z.infer<typeof helpView>
export type DeskView = z.infer<typeof deskView>
export type TerminalView = z.infer<typeof terminalView>
export type TrackView = z.infer<typeof trackView>
export type PanelView = z.infer<typeof panelView>
export type StartView = z.infer<typeof startView>
