import { type Request, type Response, Router, json } from 'express'
import { answerBody, assignBody, contactBody } from '../contract/grievances.ts'
import type { Moment } from '../domain/decision.ts'
import type { Grievance } from '../domain/grievances/state.ts'
import type { Office } from '../office/office.ts'
import type { GrievanceFiles } from '../store/grievance-files.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { Order } from '../rights/orders.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

export interface GrievanceDeskDeps {
  office: Office
  giveOrder: GiveOrder
  files: GrievanceFiles
  moment: () => Moment
  actorOf: (request: Request) => Actor | null
}

/** What supervisors do about complaints. What is written goes into the case's file first, then the log says that it was done. */
export function grievanceDesk({ office, giveOrder, files, moment, actorOf }: GrievanceDeskDeps): Router {
  const router = Router()
  const small = json({ limit: '8kb', type: () => true })
  const supervisor = requireRight(actorOf, 'see-grievances')
  const keyOf = (request: Request): string | null => request.get('idempotency-key')?.slice(0, 128) ?? null
  const nameOf = (request: Request): string => actorOf(request)?.name ?? ''
  function caseOf(request: Request, response: Response): Grievance | null {
    const one = office.state.grievances.byId.get(String(request.params.grievanceId)) ?? null
    if (!one) refuse(response, 'unknown-grievance')
    return one
  }
  const fileOf = ({ id, stage }: Grievance) => {
    const person = files.person(id)
    return {
      words: person?.words ?? null,
      additions: person?.additions ?? [],
      notes: person?.notes ?? [],
      answer: files.answer(id),
      isForgotten: person === null && (stage === 'closed' || stage === 'withdrawn'),
    }
  }
  async function order(asked: Order, request: Request, response: Response): Promise<boolean> {
    const actor = actorOf(request)
    if (!actor) {
      refuse(response, 'not-signed-in')
      return false
    }
    const answer = await giveOrder(actor, asked, keyOf(request), isLate(request))
    if (!answer.ok) refuse(response, answer.code, answer.details)
    return answer.ok
  }
  const at = '/v1/grievances/:grievanceId'

  router.get(at, supervisor, (request, response) => {
    const one = caseOf(request, response)
    if (one) response.json(fileOf(one))
  })
  /** Whoever looks at the telephone is written down first. */
  router.post(`${at}/telephone`, supervisor, small, async (request, response) => {
    const one = caseOf(request, response)
    if (!one || !(await order({ type: 'read-contact', grievanceId: one.id }, request, response))) return
    response.json({ telephone: files.person(one.id)?.telephone ?? null })
  })
  router.post(`${at}/assign`, supervisor, small, async (request, response) => {
    const body = assignBody.safeParse(request.body)
    if (!body.success) return refuse(response, 'not-understood', faultsOf(body.error.issues))
    const one = caseOf(request, response)
    if (one && (await order({ type: 'assign-grievance', grievanceId: one.id, ...body.data }, request, response)))
      response.json(fileOf(one))
  })
  router.post(`${at}/contact`, supervisor, small, async (request, response) => {
    const body = contactBody.safeParse(request.body)
    if (!body.success) return refuse(response, 'not-understood', faultsOf(body.error.issues))
    const one = caseOf(request, response)
    if (!one) return
    const { how, words } = body.data
    const hasNote = words !== ''
    if (!(await order({ type: 'contact-grievance', grievanceId: one.id, how, hasNote }, request, response))) return
    if (hasNote) {
      files.open(one.id, { words: null, telephone: null })
      const note = { at: moment().now, by: nameOf(request), words }
      files.change(one.id, (was) => ({ ...was, notes: [...was.notes, note] }))
    }
    response.json(fileOf(one))
  })
  router.post(`${at}/answer`, supervisor, small, async (request, response) => {
    const body = answerBody.safeParse(request.body)
    if (!body.success) return refuse(response, 'not-understood', faultsOf(body.error.issues))
    const one = caseOf(request, response)
    if (!one) return
    const { outcome, words, close } = body.data
    if (one.stage === 'closed' || one.stage === 'withdrawn') return refuse(response, 'grievance-ended')
    const before = files.answer(one.id)
    files.open(one.id, { words: null, telephone: null })
    files.keepAnswer(one.id, words)
    if (await order({ type: 'answer-grievance', grievanceId: one.id, outcome, close }, request, response))
      response.json(fileOf(one))
    else if (before !== null) files.keepAnswer(one.id, before)
  })
  router.post(`${at}/close`, supervisor, small, async (request, response) => {
    const one = caseOf(request, response)
    if (one && (await order({ type: 'close-grievance', grievanceId: one.id }, request, response)))
      response.json(fileOf(one))
  })
  return router
}
