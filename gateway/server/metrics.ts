import { type Request, Router } from 'express'
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import type { Office } from '../office.ts'
import type { Actor } from './actor.ts'
import { refuse } from './api.ts'

/** Prometheus text, for this machine itself or for who has a token. */
export function metricsRoutes(office: Office, sockets: () => number, actorOf: (request: Request) => Actor): Router {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(read())
      },
    })
  }
  gauge('tingshi_log_seq', 'last event in the log', () => office.state.seq)
  gauge('tingshi_tickets_today', 'numbers given today', () => office.state.tickets.size)
  gauge('tingshi_waiting', 'visitors waiting now', () => [...office.state.lines.values()].reduce((sum, ids) => sum + ids.length, 0))
  gauge('tingshi_sockets', 'open pages', sockets)
  const router = Router()
  router.get('/', async (request, response) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
    if (!local && actorOf(request).roles.length === 0) return refuse(response, 'not-signed-in')
    response.type(register.contentType).send(await register.metrics())
  })
  return router
}
