import { Router } from 'express'
import type { AnnouncementTemplate } from '../contract/announcement.ts'
import { language } from '../contract/wall-settings.ts'
import { type Recordings, readRecordings, soundFile } from '../hall/read-recordings.ts'

/** The hall's prepared announcements and its own recordings: the list that screens ask for, and the files. `folder`: `sounds` in the hall folder. */
export function soundRoutes(folder: string, announcements: readonly AnnouncementTemplate[]): Router {
  const router = Router()
  router.get('/api/v1/sounds', (_, response) => {
    const recordings: Recordings = readRecordings(folder)
    response.set('cache-control', 'no-store').json({ recordings })
  })
  router.get(
    '/api/v1/announcements',
    (_, response) => void response.set('cache-control', 'no-store').json({ announcements }),
  )
  router.get('/sounds/:language/:file', (request, response, next) => {
    const { language: name, file } = request.params
    if (!language.safeParse(name).success || !soundFile(file)) return next()
    response.sendFile(
      `${name}/${file}`,
      { root: folder, maxAge: '30d', immutable: true },
      (missing) => missing && next(),
    )
  })
  return router
}
