import { gaugesIn } from '../server/gauges-in.ts'
import { Router } from 'express'
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { isThisMachine } from '../server/visitor-address.ts'
import type { CityHalls } from './city-halls.ts'
import { type CityRoutesDeps, letIn } from './city-routes.ts'
import { cityBoardView } from './city-views.ts'
import type { CityPlaces } from './read-city-file.ts'

export interface CityMetrics {
  /** A row was folded so long after its hall wrote it, milliseconds. */
  onLag(ms: number): void
  router(who: Pick<CityRoutesDeps, 'isLetIn' | 'actorOf'>): Router
}

/** Prometheus text, for this machine itself or for who may see the board. An example dashboard is in assets/deploy/city. */
export function cityMetrics(halls: CityHalls, city: CityPlaces, now: () => number): CityMetrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const gauge = gaugesIn(register)
  const lag = new Histogram({
    name: 'tingshi_city_lag_seconds',
    help: 'from a row in the log of a hall to its place in the fold of the city',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 60],
    registers: [register],
  })
  gauge('tingshi_city_place', 'last message of the stream that is folded', () => halls.place)
  gauge('tingshi_city_rows', 'rows folded since the start', () => halls.rows)
  new Gauge({
    name: 'tingshi_city_halls',
    help: 'halls by how they are heard',
    labelNames: ['state'],
    registers: [register],
    collect() {
      const rows = cityBoardView(halls.all(), city, now()).halls
      for (const state of ['live', 'cut', 'unfit'])
        this.set({ state }, rows.filter((hall) => hall.state === state).length)
    },
  })
  for (const [name, help, key] of [
    ['tingshi_city_waiting', 'visitors waiting in a hall', 'waiting'],
    ['tingshi_city_tickets_today', 'numbers given today in a hall', 'takenToday'],
  ] as const)
    new Gauge({
      name,
      help,
      labelNames: ['hall'],
      registers: [register],
      collect() {
        for (const hall of cityBoardView(halls.all(), city, now()).halls) this.set({ hall: hall.id }, hall[key])
      },
    })
  return {
    onLag: (ms) => lag.observe(Math.max(0, ms) / 1_000),
    router(who) {
      const router = Router()
      const mayRead = letIn(who, 'see-city')
      router.get('/', async (request, response) => {
        const tell = async (): Promise<void> => {
          response.type(register.contentType).send(await register.metrics())
        }
        if (isThisMachine(request)) return tell()
        mayRead(request, response, () => void tell())
      })
      return router
    },
  }
}
