import type { Help } from '../domain/help/state.ts'
import { counterState } from '../domain/counters/state.ts'
import { lineOf } from '../domain/line/state.ts'
import type { DeviceView } from '../contract/device-view.ts'
import type { CounterView, DeskView, HelpView, StartView, TerminalView } from '../contract/views.ts'
import { isOffered } from '../contract/matter.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { queuesOf } from '../domain/counters/serving.ts'
import { lineOrders } from '../domain/line/line-orders.ts'
import { callOrder } from '../domain/line/next-ticket.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { isOver } from '../domain/line/ticket-life.ts'
import { hallClosed } from '../domain/line/open-hours.ts'
import type { Moment } from '../domain/decision.ts'
import { callView } from './public-views.ts'
import { hallHead, queueView } from './queue-view.ts'
import { ticketView } from './ticket-view.ts'

const LINE_SHOWN = 30
const TICKETS_SHOWN = 300

export function counterView(
  hallModel: HallModel,
  state: OfficeState,
  counterId: string,
  now: number,
): CounterView | null {
  const counter = hallModel.counters.get(counterId)
  if (!counter) return null
  const own = counterState(state, counterId)
  const ticket = own.ticketId === null ? undefined : state.line.tickets.get(own.ticketId)
  const guide = hallModel.matters.get(ticket?.matterId ?? '')?.guide ?? null
  const line = callOrder(hallModel, state, counter, now, LINE_SHOWN).map((one) => one.ticket)
  const queues = queuesOf(hallModel, state, counterId).map((id) => queueView(hallModel, state, id, now))
  const orders = lineOrders(hallModel, state, now)
  const held = [...state.line.tickets.values()].filter((one) => one.status === 'held' && one.counterId === counterId)
  return {
    hall: hallHead(hallModel),
    counterId,
    queues,
    state: own.state,
    pauseReason: own.pauseReason,
    pauseReasons: hallModel.hall.pauseReasons,
    ticket: ticket ? ticketView(hallModel, state, ticket, now) : null,
    materials: guide?.materials.map((material) => material.name) ?? [],
    matterNote:
      guide?.promisedDays == null ? null : guide.promisedDays === 0 ? '即办件' : `承诺 ${guide.promisedDays} 个工作日`,
    line: line.map((one) => ticketView(hallModel, state, one, now, orders)),
    waiting: [`@${counterId}`, ...queuesOf(hallModel, state, counterId)].reduce(
      (sum, key) => sum + lineOf(state, key).length,
      0,
    ),
    wait: queues[0]?.wait ?? null,
    held: held.map((one) => ticketView(hallModel, state, one, now, orders)),
    undo: undoOf(hallModel, state, counterId),
    today: {
      finished: own.finished,
      averageMinutes: own.finished === 0 ? null : Math.max(1, Math.round(own.servedMs / own.finished / 60_000)),
      hallWaiting: [...state.line.lines.values()].reduce((sum, ids) => sum + ids.length, 0),
    },
    transferTo: hallModel.hall.queues.map(({ id, series, name }) => ({
      id,
      series,
      name,
      waiting: lineOf(state, id).length,
    })),
  }
}

/** The last step that may still be taken back; null = none. */
function undoOf(hallModel: HallModel, state: OfficeState, counterId: string): CounterView['undo'] {
  const last = state.line.lastSteps.get(counterId)
  if (!last || state.line.tickets.get(last.ticketId)?.touchedSeq !== last.seq) return null
  return {
    seq: last.seq,
    number: last.ticket.number,
    step: last.step,
    until: last.at + hallModel.hall.undoSeconds * 1000,
  }
}

const helpView = ({ id, terminalId, where, at, answeredBy }: Help): HelpView => ({
  id,
  from: terminalId,
  where,
  at,
  answeredBy,
})

export function deskView(hallModel: HallModel, state: OfficeState, devices: DeviceView[], now: number): DeskView {
  const all = [...state.line.tickets.values()].reverse()
  const orders = lineOrders(hallModel, state, now)
  const open = all.filter((one) => !isOver(one.status))
  const shown = [...open, ...all.filter((one) => isOver(one.status)).slice(0, TICKETS_SHOWN)].slice(
    0,
    Math.max(TICKETS_SHOWN, open.length),
  )
  return {
    hall: hallHead(hallModel),
    queues: hallModel.hall.queues.map((queue) => queueView(hallModel, state, queue.id, now)),
    tickets: shown
      .sort((one, other) => other.takenAt - one.takenAt)
      .map((one) => ticketView(hallModel, state, one, now, orders)),
    takenToday: all.length,
    help: state.help.open.map(helpView),
    // A hall has hundreds of counters; theirs stand here only when somebody must go there.
    devices: devices.filter(
      ({ kind, state }) => (kind !== 'counter' && kind !== 'strip') || state === 'fault' || state === 'warning',
    ),
    notices: hallModel.hall.notices,
    requeueWithinMinutes: hallModel.hall.missed.withinMinutes,
    slips: open
      .filter((one) => one.slip.state === 'failed' || one.slip.state === 'unknown')
      .map((one) => ticketView(hallModel, state, one, now, orders)),
    counters: hallModel.hall.counters.map(({ id, zone, queues }) => ({
      id,
      zone,
      queues: [...queuesOf(hallModel, state, id)],
      changed: state.counters.assigned.has(id),
      usual: queues,
    })),
    desks: hallModel.hall.guideDesks.map(({ id, name, printer }) => ({ id, name, printerId: printer })),
  }
}

export function terminalView(
  hallModel: HallModel,
  state: OfficeState,
  terminalId: string,
  devices: DeviceView[],
  moment: Moment,
): TerminalView | null {
  const terminal = hallModel.hall.terminals.find((one) => one.id === terminalId)
  if (!terminal) return null
  const printer = devices.find((device) => device.id === terminal.printer)
  const standIn = hallModel.hall.printers.find((one) => one.id === terminal.printer)?.fallback ?? null
  const isStopped = (id: string | null): boolean =>
    devices.some((device) => device.id === id && (device.fault !== null || device.off !== null))
  const paused = isStopped(terminal.printer) && (standIn === null || isStopped(standIn))
  const help = state.help.open.find((one) => one.terminalId === terminalId)
  const matters = [...hallModel.matters.values()].filter(isOffered)
  const others = hallModel.hall.terminals.filter((one) => one.printer !== null && one.printer !== terminal.printer)
  const closed = hallClosed(hallModel, moment)
  return {
    hall: hallHead(hallModel),
    terminal: { id: terminal.id, name: terminal.name, floor: terminal.floor, zone: terminal.zone, ...terminal.panel },
    open: closed === null,
    notNow: closed && { code: closed.code, details: closed.details },
    lastTicket: hallModel.hall.hours.lastTicket,
    queues: hallModel.hall.queues.map((queue) => queueView(hallModel, state, queue.id, moment.now)),
    departments: hallModel.hall.departments.map(({ id, name }) => ({
      id,
      name,
      matters: matters.filter((matter) => matter.department === id).length,
    })),
    popular: matters
      .filter((matter) => matter.popular > 0 && matter.queueId !== null)
      .sort((one, other) => other.popular - one.popular)
      .slice(0, 12)
      .map((matter) => matter.id),
    printer:
      terminal.printer === null
        ? null
        : { id: terminal.printer, state: printer?.state ?? 'unknown', word: printer?.word ?? '', paused },
    reader: workingReader(hallModel, devices, terminal.id),
    otherPrinters: others
      .filter((one) => devices.some((device) => device.id === one.printer && device.state === 'ok'))
      .map((one) => ({ terminalId: one.id, printerId: one.printer ?? '' })),
    // What is meant for this terminal now is joined to every surface alike (shown-everywhere.ts).
    notices: [],
    media: [],
    help: help ? helpView(help) : null,
    catalogue: hallModel.catalogue,
  }
}

/** Only a demo hall tells the newest token: nobody's visit is there. */
export function startView(
  hallModel: HallModel,
  state: OfficeState,
  devices: DeviceView[],
  papers: StartView['papers'],
  version: string,
): StartView {
  const call = state.calls.recent[0]
  const demo = hallModel.alwaysOpen
  return {
    hall: hallHead(hallModel),
    version,
    demo,
    seq: state.seq,
    devices: devices.filter(({ kind }) => kind !== 'counter' && kind !== 'strip'),
    lastToken: demo ? ([...state.line.tickets.values()].at(-1)?.token ?? null) : null,
    lastCall: call ? callView(hallModel, state, call) : null,
    papers,
  }
}

function workingReader(
  hallModel: HallModel,
  devices: readonly DeviceView[],
  terminalId: string,
): TerminalView['reader'] {
  const reader = hallModel.hall.readers.find((one) => one.terminal === terminalId && one.enabled)
  return reader && devices.some(({ id, state }) => id === reader.id && state === 'ok') ? { id: reader.id } : null
}
