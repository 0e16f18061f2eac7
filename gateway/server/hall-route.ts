import { Router } from 'express'
import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Office } from '../office/office.ts'
import { gzippedJson } from './send-gzipped.ts'

/** GET /hall: what every page must know of the hall before it shows anything; no page asks for more of the hall folder. */
export function hallRoute(office: Pick<Office, 'hallModel'>, calendar: HolidayCalendar): Router {
  const router = Router()
  const sendHall = gzippedJson()
  router.get('/hall', (request, response) => {
    const {
      name,
      nameEn,
      languages,
      timeZone,
      hours,
      floors,
      counters,
      terminals,
      screens,
      panels,
      themes,
      flows,
      plan,
      publicUrl,
      agentPagePort,
      receipts,
    } = office.hallModel.hall
    const places = counters.map(({ id, floor, zone, accessible }) => ({ id, floor, zone, accessible }))
    sendHall(request, response, {
      name,
      nameEn,
      languages,
      timeZone,
      hours,
      floors,
      counters: places,
      terminals: terminals.map(({ id, name, floor, zone }) => ({ id, name, floor, zone })),
      screens,
      panels: panels.map(({ id, name, width, height }) => ({ id, name, width, height })),
      themes,
      flows,
      plan,
      publicUrl,
      agentPagePort,
      receipts,
      calendar,
      booking: office.hallModel.hall.booking !== null,
      phoneNumbers: office.hallModel.hall.phoneNumbers?.inHall ?? false,
      remoteNumbers: (office.hallModel.hall.phoneNumbers?.remote ?? null) !== null,
    })
  })
  return router
}
