import { gaugesIn } from './gauges-in.ts'
import { type Request, Router } from 'express'
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Office } from '../office/office.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import type { Actor } from '../rights/actor.ts'
import type { Unexpected } from '../work/unexpected.ts'
import { refuse } from './refuse.ts'
import { isThisMachine } from './visitor-address.ts'

/** Prometheus text, for this machine itself or for who has a token. */
export function metricsRoutes(
  office: Office,
  board: Pick<DeviceBoard, 'health'>,
  sockets: () => number,
  sweep: { readonly compared: number; readonly different: number },
  unexpected: Pick<Unexpected, 'count'>,
  actorOf: (request: Request) => Actor,
): Router {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const gauge = gaugesIn(register)
  gauge('tingshi_log_seq', 'last event in the log', () => office.state.seq)
  gauge('tingshi_tickets_today', 'numbers given today', () => office.state.line.tickets.size)
  gauge('tingshi_waiting', 'visitors waiting now', () =>
    [...office.state.line.lines.values()].reduce((sum, ids) => sum + ids.length, 0),
  )
  gauge('tingshi_sockets', 'open pages', sockets)
  gauge('tingshi_show_compared', 'views compared with the same made afresh', () => sweep.compared)
  gauge('tingshi_show_differences', 'of these, views that were not as made afresh (must be 0)', () => sweep.different)
  gauge('tingshi_unexpected', 'errors that nobody foresaw, since the start', () => unexpected.count)
  const states = ['ok', 'warning', 'fault', 'unknown', 'off'] as const
  new Gauge({
    name: 'tingshi_device_state',
    help: '1 for the state in which a device is',
    labelNames: ['id', 'kind', 'state'],
    registers: [register],
    collect() {
      for (const { id, kind, state } of board.health())
        for (const one of states) this.set({ id, kind, state: one }, one === state ? 1 : 0)
    },
  })
  new Gauge({
    name: 'tingshi_device_since_seconds',
    help: 'since when a device is in its state, epoch seconds',
    labelNames: ['id', 'kind'],
    registers: [register],
    collect() {
      for (const { id, kind, since } of board.health()) this.set({ id, kind }, Math.round(since / 1000))
    },
  })
  new Gauge({
    name: 'tingshi_device_faults',
    help: 'times that a device failed',
    labelNames: ['id', 'kind'],
    registers: [register],
    collect() {
      for (const { id, kind, faults } of board.health()) this.set({ id, kind }, faults)
    },
  })
  new Gauge({
    name: 'tingshi_device_work',
    help: 'what a device did',
    labelNames: ['id', 'kind', 'what'],
    registers: [register],
    collect() {
      for (const { id, kind, counts } of board.health())
        for (const { what, count } of counts) this.set({ id, kind, what }, count)
    },
  })
  const router = Router()
  router.get('/', async (request, response) => {
    if (!isThisMachine(request) && actorOf(request).roles.length === 0) return refuse(response, 'not-signed-in')
    response.type(register.contentType).send(await register.metrics())
  })
  return router
}
