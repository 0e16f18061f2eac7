import { join } from 'node:path'
import { type Express, Router } from 'express'
import { app } from '../server/app.ts'
import { sendPage } from '../server/packed-files.ts'
import { ageOrders } from '../server/order-age.ts'
import { pageRoutes } from '../server/pages.ts'
import { monotonic } from '../time.ts'

export interface CityAppDeps {
  /** What the city answers, by path. */
  doors: { path: string; router: Router }[]
  publicUrl: string | null
  dist: string
  /** Somebody asked under a name that is not the city's. */
  onForeignHost(host: string | undefined): void
  onBroken(error: unknown): void
}

/** The city's addresses under the same rules as a hall's: own host, no foreign forms, no scripts but ours. Of the pages only the board and the sign-in are here. */
export function cityApp({ doors, publicUrl, dist, onForeignHost, onBroken }: CityAppDeps): Express {
  const pages = Router()
  pages.get('/api/v1/health', (_, response) => void response.json({ status: 'ok' }))
  pages.get('/', (request, response) => sendPage(request, response, dist, 'kiosk/city/city.html'))
  const ofHalls = pageRoutes(dist)
  const isOurs = /^\/(?:assets\/|sign-in$|favicon\.ico$)/
  pages.use((request, response, next) => (isOurs.test(request.path) ? ofHalls(request, response, next) : next()))
  return app(
    [...doors, { path: '/', router: pages }],
    { publicUrl, agentPagePort: 1, cameras: { servers: [], tiles: [] } },
    { gate: (_, __, next) => next(), ages: ageOrders(monotonic), onForeignHost, onBroken },
  )
}
export const DIST = join(import.meta.dirname, '../../dist')
