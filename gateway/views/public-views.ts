import type { Call } from '../domain/calls/state.ts'
import { counterState } from '../domain/counters/state.ts'
import { lineOf } from '../domain/line/state.ts'
import { lineKey } from '../domain/line/ticket.ts'
import type { CallView, PanelView, ScreenView, StripView, TrackView } from '../contract/views.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { countersOf, queuesOf } from '../domain/counters/serving.ts'
import { nextTicket } from '../domain/line/next-ticket.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { requeueUntil } from '../domain/line/rescue-ticket.ts'
import { legViews } from './leg-views.ts'
import { hallHead, notNow, queueView, whereOf } from './queue-view.ts'
import { matterName, placeOf, slipView } from './ticket-view.ts'
import { wallView } from './wall-view.ts'

const CALLS_SHOWN = 20
/** Younger ones are all shown, so that no wall misses one that must be spoken. */
const YOUNG_MS = 60_000

/** What anybody in the lobby may see. `now` is epoch ms; null when the screen, counter, panel or token is unknown. */
export function screenView(hallModel: HallModel, state: OfficeState, screenId: string, now: number): ScreenView | null {
  const screen = hallModel.hall.screens.find((one) => one.id === screenId)
  if (!screen) return null
  const here = (counterId: string): boolean =>
    screen.zones.length === 0 || screen.zones.includes(hallModel.counters.get(counterId)?.zone ?? '')
  const queues = queuesWhere(hallModel, state, here)
  const shown = new Set(queues.map((queue) => queue.id))
  const missed = [...state.line.tickets.values()].filter(
    (one) => one.status === 'missed' && shown.has(one.queueId) && now <= requeueUntil(hallModel, one),
  )
  const { wall, rows } = wallView(hallModel.hall, state.wall, screen, now)
  return {
    hall: hallHead(hallModel),
    screen: { id: screen.id, name: screen.name, rows: rows.rows, voice: screen.voice },
    calls: state.calls.recent
      .filter((call) => here(call.counterId))
      .map((call) => callView(hallModel, state, call))
      .filter(
        ({ calledAt, standing }, place) => place < CALLS_SHOWN || now - calledAt <= YOUNG_MS || standing === 'called',
      ),
    takenBack: state.calls.takenBack,
    waiting: queues.map((queue) => queueView(hallModel, state, queue.id, now)),
    missed: missed
      .sort((one, other) => (other.missedAt ?? 0) - (one.missedAt ?? 0))
      .slice(0, 12)
      .map((one) => one.number),
    requeueWithinMinutes: hallModel.hall.missed.withinMinutes,
    // What is meant for this screen now is joined to every surface alike (shown-everywhere.ts).
    notices: [],
    media: [],
    wall,
  }
}

/** The queues that a counter around here calls. */
const queuesWhere = (
  hallModel: HallModel,
  state: OfficeState,
  here: (counterId: string) => boolean,
): HallModel['hall']['queues'] =>
  hallModel.hall.queues.filter((queue) => countersOf(hallModel, state, queue.id).some((counter) => here(counter.id)))

export function callView(hallModel: HallModel, state: OfficeState, call: Call): CallView {
  const counter = hallModel.counters.get(call.counterId)
  const { callId, number, counterId, calledAt, times } = call
  return {
    callId,
    number,
    counterId,
    counterName: `${counterId} 号窗口`,
    floor: counter?.floor ?? '',
    zone: counter?.zone ?? '',
    calledAt,
    times,
    standing: standingOf(state, call),
  }
}

/** Whether the visitor is still awaited there: asked again at the moment at which a wall speaks. */
function standingOf({ line, calls }: OfficeState, call: Call): CallView['standing'] {
  const ticket = line.tickets.get(call.ticketId)
  const newest = calls.recent.find(({ ticketId }) => ticketId === call.ticketId)
  if (!ticket || newest?.callId !== call.callId) return 'over'
  switch (ticket.status) {
    case 'called':
      return ticket.counterId === call.counterId ? 'called' : 'over'
    case 'serving':
    case 'held':
    case 'done':
      return 'come'
    case 'missed':
      return 'missed'
    case 'waiting':
    case 'transferred':
    case 'cancelled':
    case 'expired':
      return 'over'
  }
}

export function stripView(hallModel: HallModel, state: OfficeState, counterId: string, at: number): StripView | null {
  const counter = hallModel.counters.get(counterId)
  if (!counter) return null
  const now = counterState(state, counterId)
  const ticket = now.ticketId === null ? undefined : state.line.tickets.get(now.ticketId)
  return {
    hall: hallHead(hallModel),
    counterId,
    queueName: queuesOf(hallModel, state, counterId)
      .map((id) => hallModel.queues.get(id)?.name ?? id)
      .join(' · '),
    accessible: counter.accessible,
    state: now.state,
    pauseReason: now.pauseReason,
    ticket: ticket ? { number: ticket.number, state: ticket.status, calledAt: ticket.calledAt } : null,
    next: nextTicket(hallModel, state, counter, at)?.ticket.number ?? null,
    waiting: [`@${counterId}`, ...queuesOf(hallModel, state, counterId)].reduce(
      (sum, key) => sum + lineOf(state, key).length,
      0,
    ),
  }
}

/** ADA 703.5.5: 51 mm up to 15 feet, 3.2 mm more for each further foot; a Chinese character is 1.4 times as high as that letter. */
function leastDots(pitchMm: number | null, distanceM: number | null): number {
  if (pitchMm === null || distanceM === null) return 0
  return Math.ceil(((51 + 3.2 * Math.max(0, distanceM / 0.3048 - 15)) * 1.4) / pitchMm)
}

function counterOnPanel(
  state: OfficeState,
  hallModel: HallModel,
  counterId: string | null,
  at: number,
): PanelView['counter'] {
  const strip = counterId === null ? null : stripView(hallModel, state, counterId, at)
  return (
    strip && {
      id: strip.counterId,
      state: strip.state,
      ticket: strip.ticket?.number ?? null,
      called: strip.ticket?.state === 'called',
      waiting: strip.waiting,
    }
  )
}

export function panelView(hallModel: HallModel, state: OfficeState, panelId: string, at: number): PanelView | null {
  const panel = hallModel.hall.panels.find((one) => one.id === panelId)
  if (!panel) return null
  const here = (counterId: string): boolean =>
    panel.zones.length === 0 || panel.zones.includes(hallModel.counters.get(counterId)?.zone ?? '')
  return {
    hall: hallHead(hallModel),
    panel: {
      id: panel.id,
      width: panel.width,
      height: panel.height,
      welcome: panel.welcome,
      colour: panel.card?.colour ?? 'single',
      leastDots: leastDots(panel.pitchMm, panel.distanceM),
    },
    counter: counterOnPanel(state, hallModel, panel.counter, at),
    emergency: null,
    calls: state.calls.recent
      .filter((call) => (panel.counter === null ? here(call.counterId) : call.counterId === panel.counter))
      .map((call) => callView(hallModel, state, call))
      // Nobody is to follow a missed number any more.
      .filter(({ standing }) => standing !== 'missed')
      .slice(0, 5),
    notices: hallModel.hall.notices,
    media: [],
    waiting: queuesWhere(hallModel, state, here).reduce((sum, queue) => sum + lineOf(state, queue.id).length, 0),
  }
}

/** The phone behind the slip's code. Nothing personal, no ids of anybody else's visit. */
export function trackView(hallModel: HallModel, state: OfficeState, token: string, now: number): TrackView | null {
  const ticket = state.line.tickets.get(state.line.byToken.get(token) ?? '')
  if (!ticket) return null
  const queue = hallModel.queues.get(ticket.queueId)
  const line = lineOf(state, lineKey(ticket))
  const place = line.indexOf(ticket.id)
  const called = state.calls.recent
    .map((call) => state.line.tickets.get(call.ticketId))
    .filter((one) => one?.queueId === ticket.queueId && one.id !== ticket.id)
  const lately = [...new Set(called)].slice(0, 2).reverse()
  const before = place <= 0 ? [] : line.slice(Math.max(0, place - 2), place).map((id) => state.line.tickets.get(id))
  return {
    hall: hallHead(hallModel),
    number: ticket.number,
    state: ticket.status,
    queueName: queue?.name ?? ticket.queueId,
    matterName: matterName(hallModel, ticket),
    takenAt: ticket.takenAt,
    calledAt: ticket.calledAt,
    ...placeOf(hallModel, state, ticket, now),
    waitAt: now,
    counterId: ticket.counterId,
    where: whereOf(hallModel, state, ticket.queueId),
    before: [...lately, ...before]
      .flatMap((one) => (one ? [{ number: one.number, state: one.status, counterId: one.counterId }] : []))
      .slice(-4),
    missing: ticket.missing,
    requeueUntil: ticket.status === 'missed' ? requeueUntil(hallModel, ticket) : null,
    slip: slipView(ticket),
    appointmentAt: ticket.appointment?.at ?? null,
    lateFor: ticket.lateFor,
    notNow: queue ? notNow(hallModel, state, queue, now) : null,
    legs: legViews(hallModel, state, ticket),
  }
}
