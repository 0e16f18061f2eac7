import { Router } from 'express'
import { wordsOf } from '../contract/refusals.ts'
import type { Office } from '../office/office.ts'

/** The pages /take and /poster are there only where the hall gives numbers by phone; elsewhere the address says so in words. */
export function takeDoor(office: Office): Router {
  const router = Router()
  router.get('/', (_, response, next) => {
    const { inHall = false, remote = null } = office.hallModel.hall.phoneNumbers ?? {}
    if (inHall || remote !== null) return next()
    response.status(404).type('text/plain').send(wordsOf('phone-off'))
  })
  return router
}
