import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import { certificateHeaders } from './sealed-door.ts'
import { packedFiles, sendPage } from './packed-files.ts'

/** Public address → built page. */
const pages: [address: string, file: string][] = [
  ['/', 'kiosk/start/start.html'],
  ['/kiosk/', 'kiosk/terminal/terminal.html'],
  ['/counter/', 'kiosk/counter/counter.html'],
  ['/guide/', 'kiosk/guide/guide.html'],
  ['/manage/', 'kiosk/manage/manage.html'],
  ['/t/:token', 'kiosk/phone/phone.html'],
  ['/m/:list', 'kiosk/take-away/take-away.html'],
  ['/way', 'kiosk/way/way.html'],
  ['/book', 'kiosk/book/book.html'],
  ['/take', 'kiosk/take/take.html'],
  ['/poster', 'display/poster/poster.html'],
  ['/rating/', 'kiosk/rating/rating.html'],
  ['/enrol/', 'kiosk/enrol/enrol.html'],
  ['/sign-in', 'kiosk/sign-in/sign-in.html'],
  ['/complain', 'kiosk/complain/complain.html'],
  ['/display/', 'display/lobby/lobby.html'],
  ['/strip/', 'display/strip/strip.html'],
  ['/led/', 'display/led/led.html'],
]

const workers: [address: string, file: string][] = [
  ['/kiosk/worker.js', 'kiosk-worker.js'],
  ['/display/worker.js', 'display-worker.js'],
  ['/strip/worker.js', 'display-worker.js'],
  ['/counter/worker.js', 'display-worker.js'],
  ['/guide/worker.js', 'display-worker.js'],
]

/** Filled-in forms of the hall folder, to look at. Pictures only: nothing of it runs in a page. */
export function sampleRoutes(folder: string): Router {
  const router = Router()
  router.get('/:file', (request, response, next) => {
    if (/^[\p{L}\p{N}_-]+\.(png|jpg|webp)$/u.test(request.params.file))
      response.sendFile(request.params.file, { root: folder }, (missing) => missing && next())
    else next()
  })
  return router
}

/** Built pages and their files from `dist`. Files carry their content's hash in the name, so they never change. `authority`: what `/enrol/ca.crt` hands out. */
export function pageRoutes(dist: string, authority: () => string | null = () => null): Router {
  const router = Router()
  router.use(
    '/assets',
    packedFiles(join(dist, 'assets')),
    express.static(join(dist, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: false }),
  )
  router.get('/enrol/ca.crt', (_, response, next) => {
    const trusted = authority()
    if (trusted === null) next()
    else response.set(certificateHeaders).send(Buffer.from(trusted))
  })
  // Browsers ask for it by themselves; the pages have no icon.
  router.get('/favicon.ico', (_, response) => void response.status(204).end())
  // Beside the pages that it serves, and never older than they are.
  for (const [address, file] of workers)
    router.get(address, (request, response) => sendPage(request, response, dist, file))
  for (const [address, file] of pages) {
    router.get(address, (request, response) => {
      if (existsSync(join(dist, file))) sendPage(request, response, dist, file)
      else response.status(503).type('text/plain').send('页面还没有生成。请先运行 npm run build。')
    })
  }
  return router
}
