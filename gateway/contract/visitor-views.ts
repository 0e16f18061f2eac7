import { z } from 'zod'
import { deviceView } from './device-view.ts'
import { legView } from './flow-legs.ts'
import { shownMedia, shownNotice } from './notice.ts'
import { notCalling } from './not-calling.ts'
import { visitorLanguages } from './translation.ts'
import {
  arrival,
  wait,
  epochMs,
  ticketStatus,
  slip,
  hallHead,
  emergency,
  where,
  notNow,
  helpView,
} from './view-parts.ts'

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
  /** `chief`: its chief representative today; null = the hall shows none, or the roster names none. */
  departments: z.array(
    z.object({ id: z.string(), name: z.string(), matters: z.number(), chief: z.string().nullable() }),
  ),
  /** Matter ids, most wanted first. */
  popular: z.array(z.string()),
  /** `paused`: no paper comes out now, here or at the printer that stands in; numbers are given all the same. */
  printer: z
    .object({
      id: z.string(),
      state: deviceView.shape.state,
      word: z.string(),
      /** What keeps it from printing, as the desk sees it too; null = nothing, or it is switched off on purpose. */
      fault: deviceView.shape.fault,
      paused: z.boolean(),
    })
    .nullable(),
  /** Its ID-card reader, where one is switched on and works. */
  reader: z.object({ id: z.string() }).nullable(),
  otherPrinters: z.array(z.object({ terminalId: z.string(), printerId: z.string() })),
  /** Where paper comes out: all terminals that have a printer. One that is not here is at the desk. */
  slipPlaces: z.array(
    z.object({ printerId: z.string(), terminalId: z.string(), name: z.string(), floor: z.string(), zone: z.string() }),
  ),
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
  /** In which it was taken; null = nobody said, and the phone speaks as its browser does. */
  language: z.enum(visitorLanguages).nullable(),
  state: ticketStatus,
  queueName: z.string(),
  matterName: z.string().nullable(),
  /** Of a number with several steps (一件事); null = a plain one. */
  flowName: z.string().nullable(),
  /** The same names in English; null = the hall has none, and they are shown in Chinese. */
  queueNameEn: z.string().nullable(),
  matterNameEn: z.string().nullable(),
  flowNameEn: z.string().nullable(),
  takenAt: epochMs,
  calledAt: epochMs.nullable(),
  ahead: z.number(),
  wait,
  counterId: z.string().nullable(),
  where: z.array(where),
  /** The last numbers called in this queue and those still before this one, at most 4, oldest first. */
  before: z.array(z.object({ number: z.string(), state: ticketStatus, counterId: z.string().nullable() })),
  missing: z.array(z.string()),
  requeueUntil: epochMs.nullable(),
  /** How long a missed number may come back, as the hall rules. */
  requeueWithinMinutes: z.number(),
  /** How many others one may let go first, and how often still; null = not now. */
  later: z.object({ places: z.number(), left: z.number() }).nullable(),
  /** Comes with a wheelchair: led by the lift. */
  stepFree: z.boolean(),
  /** The visitor says to be on the way. */
  coming: z.boolean(),
  /** Taken from outside: whether its holder has come to the hall; null = taken in the hall. */
  arrival,
  /** Where a number whose turn has passed stands again when its holder comes. */
  placeAfterMiss: z.number(),
  /** A guide asked for by this phone. */
  help: z.enum(['none', 'asked', 'coming']),
  /** The counter to go to is on this floor and in this zone; null = called to none. */
  counterAt: z.object({ floor: z.string(), zone: z.string() }).nullable(),
  slip,
  appointmentAt: epochMs.nullable(),
  lateFor: epochMs.nullable(),
  /** Why no new number of this queue is given now; null = one is given: whoever needs one is told where it leads. */
  notNow,
  notCalling,
  legs: z.array(legView),
  /** The grade of a visit that has ended; null = it has not. */
  rating: z.object({ stars: z.number().nullable(), isExplained: z.boolean() }).nullable(),
  notices: z.array(shownNotice),
  media: z.array(shownMedia),
  emergency,
})

export type TerminalView = z.infer<typeof terminalView>
export type TrackView = z.infer<typeof trackView>
