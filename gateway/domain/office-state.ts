import type { SwitchedOff } from './devices/events.ts'
import type { TaughtPad } from './pads/events.ts'
import type { Why } from '../contract/line.ts'
import type { SlipView, TicketStatus } from '../contract/views.ts'
import type { Alert } from './alerts/events.ts'
import type { LastStep } from './line/undo-step.ts'
import type { Turns } from './line/lane.ts'
import { type AppointmentBook, emptyBook } from './appointments/appointment.ts'
import type { Leg } from './flows/legs.ts'
import type { Emergency } from './emergency/events.ts'
import type { Notice } from './notices/events.ts'
import type { CatalogueImport } from './catalogue-events.ts'
import type { PaperRoll } from './paper-roll.ts'
import { type WallState, emptyWall } from './wall/wall-state.ts'
import { type HoursAtWork, noHours } from './waits/hours-at-work.ts'
import { type LeaverMemory, noLeavers } from './waits/leavers.ts'
import { type LearntWait, nothingLearnt } from './waits/learnt-wait.ts'
import type { Forecast, WaitMemory } from './waits/wait-memory.ts'

export interface Ticket {
  readonly id: string
  readonly day: string
  readonly series: string
  readonly number: string
  readonly token: string
  /** Of the present step, when there are several. */
  matterId: string | null
  /** As it was called when the number was taken; null = as it is called now. */
  matterName: string | null
  readonly takenAt: number
  readonly terminalId: string | null
  readonly missing: string[]
  /** Needs an accessible counter. */
  readonly accessible: boolean
  /** The booked hour, epoch ms; null = came without a booking. */
  queueId: string
  /** Only this counter may call it (transferred to a person); null = any counter of the queue. */
  forCounter: string | null
  status: TicketStatus
  priority: string | null
  /** How many stood before it when it came. */
  aheadAtStart: number
  /** What was reckoned for it when it came. */
  readonly forecast: Forecast | null
  counterId: string | null
  calledAt: number | null
  /** Minutes waited at its first call, until it is known whether somebody came; null = not called so, or known. */
  firstWait: number | null
  servingAt: number | null
  endedAt: number | null
  missedAt: number | null
  /** Put back in line at a stated place after it was missed. */
  returned: boolean
  /** The last event of its life: an undo sees by it whether anybody came between. */
  touchedSeq: number
  /** Why it was called before the others; null = not called, or unknown. */
  why: Why | null
  /** Calls to the present counter, 1 = first. */
  times: number
  holdReason: string | null
  /** Redeemed and in time; `due` from its hour on. `at` epoch ms. */
  appointment: { readonly id: string; readonly at: number; readonly due: boolean } | null
  readonly flowId: string | null
  /** Steps of a flow in order; empty = a plain number. */
  legs: Leg[]
  slip: SlipView
}

export interface CounterState {
  state: 'closed' | 'open' | 'paused'
  pauseReason: string | null
  ticketId: string | null
  finished: number
  servedMs: number
  /** When its last visitor left, epoch ms; null = it has paused since, or had none. */
  freedAt: number | null
}

export interface Call {
  callId: string
  ticketId: string
  number: string
  counterId: string
  calledAt: number
  times: number
}

export interface Help {
  id: string
  terminalId: string
  where: string | null
  at: number
  answeredBy: string | null
}

/**
 * What the office needs now; the past stays in the log. One day at a time. It belongs to one owner that evolves it in place,
 * because copying three thousand tickets for each event would make the replay of a year slow.
 */
export interface OfficeState {
  seq: number
  day: string | null
  /** Last number given, by series. */
  numbers: Map<string, number>
  tickets: Map<string, Ticket>
  byToken: Map<string, string>
  /** Ticket ids in the order of calling, by queue; `@ID` holds those that wait for one counter. */
  lines: Map<string, string[]>
  counters: Map<string, CounterState>
  /** Newest first: the last 20, all of the last minute and the last of each counter; now and then a few more. */
  calls: Call[]
  /** Calls that were taken back today, oldest first; the last 50. */
  takenBack: string[]
  help: Help[]
  /** What the estimates have learnt, by queue; it outlives the day. */
  waits: WaitMemory
  /** How long people wait before they go home; it outlives the day. */
  leavers: LeaverMemory
  /** At which hours counters are open; it outlives the day. */
  hoursAtWork: HoursAtWork
  /** What the past days taught about the wait; it outlives the day. */
  lessons: LearntWait
  /** By queue: calls while priorities and others both wait. */
  turns: Map<string, Turns>
  /** By counter: its last step, to be taken back within seconds. */
  lastSteps: Map<string, LastStep>
  /** Queues of a counter that serves others today than the hall folder says. */
  assigned: Map<string, string[]>
  /** Numbers given today, by queue, and by queue and part of the day (`A 09:00`); without appointments. */
  given: Map<string, number>
  /** Numbers given on a usual day, by queue: what-if asks how many are still to come. */
  usualDay: Map<string, number>
  /** Tides of today: counters that one still moves; [] = it is over. */
  tides: Map<string, string[]>
  /** By printer; a roll lasts longer than a day. */
  rolls: Map<string, PaperRoll>
  wall: WallState
  /** Outlives the day. */
  appointments: AppointmentBook
  /** Tickets whose hour is still to come. */
  notYetDue: Set<string>
  /** Open tickets by keyed hash of the person; only where identity is read, only for the day. */
  identities: Map<string, Set<string>>
  /** Outlives the day; whether it is still in force, `emergencyNow` says. */
  emergency: Emergency | null
  /** By id, oldest first; they outlive the day. */
  notices: Map<string, Notice>
  /** By CAP reference, oldest first; the last 200. */
  alerts: Map<string, Alert>
  /** Imports that count, the last one last: its hash is the catalogue. */
  imports: CatalogueImport[]
  /** What pads were taught, by id; it outlives the day. */
  pads: Map<string, TaughtPad>
  /** Devices that somebody set aside, by id; it outlives the day. */
  devicesOff: Map<string, SwitchedOff>
  /** Stars that visitors gave today, by ticket. */
  ratings: Map<string, number>
}

export const emptyOffice = (): OfficeState => ({
  seq: 0,
  day: null,
  numbers: new Map(),
  tickets: new Map(),
  byToken: new Map(),
  lines: new Map(),
  counters: new Map(),
  calls: [],
  takenBack: [],
  help: [],
  waits: new Map(),
  leavers: noLeavers(),
  hoursAtWork: noHours(),
  lessons: nothingLearnt(),
  turns: new Map(),
  lastSteps: new Map(),
  assigned: new Map(),
  given: new Map(),
  usualDay: new Map(),
  tides: new Map(),
  rolls: new Map(),
  wall: emptyWall(),
  appointments: emptyBook(),
  notYetDue: new Set(),
  identities: new Map(),
  emergency: null,
  notices: new Map(),
  alerts: new Map(),
  imports: [],
  pads: new Map(),
  devicesOff: new Map(),
  ratings: new Map(),
})

const closed: CounterState = {
  state: 'closed',
  pauseReason: null,
  ticketId: null,
  finished: 0,
  servedMs: 0,
  freedAt: null,
}
export const counterState = (state: OfficeState, counterId: string): Readonly<CounterState> =>
  state.counters.get(counterId) ?? closed
export const lineKey = (ticket: Ticket): string =>
  ticket.forCounter === null ? ticket.queueId : `@${ticket.forCounter}`
export const lineOf = (state: OfficeState, key: string): readonly string[] => state.lines.get(key) ?? []

/** The ticket that an event is about; throws when this day does not know it. */
export function ticketOf(state: OfficeState, ticketId: string): Ticket {
  const ticket = state.tickets.get(ticketId)
  if (!ticket) throw new Error(`event about ticket ${ticketId}, which this day does not know`)
  return ticket
}

export function setCounter(state: OfficeState, counterId: string, change: Partial<CounterState>): void {
  state.counters.set(counterId, { ...counterState(state, counterId), ...change })
}
