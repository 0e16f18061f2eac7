import { z } from 'zod'
import { panelColour } from './led-panel.ts'
import { shownMedia, shownNotice } from './notice.ts'
import { onDutyView } from './roster.ts'
import { epochMs, ticketStatus, hallHead, emergency, notNow } from './view-parts.ts'
import { scriptSettings } from './wall-settings.ts'
import { wallView } from './wall-view.ts'

export const callView = z.object({
  callId: z.string(),
  number: z.string(),
  counterId: z.string(),
  counterName: z.string(),
  floor: z.string(),
  zone: z.string(),
  calledAt: epochMs,
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
  /** Leader and guides on duty now; null = the hall shows none here, or the roster names none. */
  duty: onDutyView.pick({ leader: true, guides: true }).nullable(),
  /** Of the whole hall. */
  notNow,
  wall: wallView,
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  emergency,
})

export const stripView = z.object({
  hall: hallHead,
  counterId: z.string(),
  /** Ids of what is handled here. */
  queues: z.array(z.string()),
  queueName: z.string(),
  /** null = the hall has not named all of them in English. */
  queueNameEn: z.string().nullable(),
  /** What the hall's displays are written in. */
  scripts: scriptSettings,
  accessible: z.boolean(),
  state: z.enum(['closed', 'open', 'paused']),
  pauseReason: z.string().nullable(),
  ticket: z.object({ number: z.string(), state: ticketStatus, calledAt: epochMs.nullable() }).nullable(),
  next: z.string().nullable(),
  waiting: z.number(),
  /** The chief representative of the counter's department today; null = the hall shows none here, or the roster names none. */
  chief: z.string().nullable(),
  /** Of the whole hall. */
  notNow,
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
    /** What the hall's displays are written in. */
    order: scriptSettings.shape.order,
  }),
  calls: z.array(callView),
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  waiting: z.number(),
  /** Of the whole hall. */
  notNow,
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

export type CallView = z.infer<typeof callView>
export type ScreenView = z.infer<typeof screenView>
export type StripView = z.infer<typeof stripView>
export type PanelView = z.infer<typeof panelView>
