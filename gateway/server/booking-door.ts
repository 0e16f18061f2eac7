import { Router } from 'express'
import { wordsOf } from '../contract/refusals.ts'
import type { Office } from '../office/office.ts'

/** The page /book is there only where the hall takes bookings by phone; elsewhere the address says so in words. */
export function bookingDoor(office: Office): Router {
  const router = Router()
  router.get('/', (_, response, next) => {
    if (office.hallModel.hall.booking?.online) return next()
    response.status(404).type('text/plain').send(wordsOf('booking-off'))
  })
  return router
}
