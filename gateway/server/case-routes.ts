import { type Request, type Response, Router, json } from 'express'
import type { CaseStore } from '../cases/case-store.ts'
import { caseView } from '../cases/case-view.ts'
import type { ApprovalView, CaseAnswer } from '../contract/approvals.ts'
import type { HolidayCalendar } from '../contract/calendar.ts'
import { type CaseView, caseBatch, caseQuestion, caseReport } from '../contract/cases.ts'
import type { Moment } from '../domain/decision.ts'
import type { Actor } from '../rights/actor.ts'
import { mayAsk } from '../rights/calls.ts'
import { refuse } from './refuse.ts'
import { faultsOf } from './error-body.ts'
import type { GuessGuard, Guesser } from './guess-guard.ts'

interface CaseDeps {
  /** The joint approval behind a receipt; null = it is an ordinary case. */
  jointOf(receipt: string): ApprovalView | null
  store: CaseStore
  calendar: HolidayCalendar
  moment: () => Moment
  dayOf: (at: number) => string
  actorOf: (request: Request) => Actor | null
  guesserOf: (request: Request, response: Response) => Guesser
  guesses: GuessGuard
}

/** `POST /v1/cases` for other systems (role integration), `POST /v1/cases/find` for anybody. Stands before the api's own body reader. */
export function caseRoutes({ store, jointOf, calendar, moment, dayOf, actorOf, guesserOf, guesses }: CaseDeps): Router {
  const router = Router()
  const withJoint = (view: CaseView): CaseAnswer => ({ ...view, joint: jointOf(view.receipt) })
  const small = json({ limit: '4kb', type: () => true })
  router.post('/v1/cases/find', small, (request, response) => {
    response.set('cache-control', 'no-store')
    const asked = caseQuestion.safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood')
    const guesser = guesserOf(request, response)
    const receipt = 'receipt' in asked.data ? asked.data.receipt.replace(/\s/g, '').toUpperCase() : null
    if (guesses.isSpent(guesser, receipt)) return refuse(response, 'too-many-guesses')
    const found = store.find(asked.data)
    if (found) return void response.json(withJoint(caseView(found, moment().day, calendar, dayOf)))
    guesses.note(guesser, receipt)
    refuse(response, 'unknown-case')
  })
  router.post(
    '/v1/cases',
    (request, response, next) => {
      const actor = actorOf(request)
      if (!actor) refuse(response, 'not-signed-in')
      else if (!mayAsk(actor, 'send-cases')) refuse(response, 'not-allowed')
      else next()
    },
    json({ limit: '2mb', type: () => true }),
    (request, response) => {
      const batch = caseBatch.safeParse(request.body)
      if (!batch.success) return refuse(response, 'not-understood', faultsOf(batch.error.issues))
      const answer = {
        taken: 0,
        unchanged: 0,
        refused: [] as { nth: number; receipt: string | null; message: string }[],
      }
      for (const [index, raw] of batch.data.cases.entries()) {
        const one = caseReport.safeParse(raw)
        if (one.success) answer[store.take(one.data) === 'taken' ? 'taken' : 'unchanged'] += 1
        else {
          const said =
            typeof raw === 'object' && raw !== null && 'receipt' in raw && typeof raw.receipt === 'string'
              ? raw.receipt.slice(0, 64)
              : null
          const [issue] = one.error.issues
          answer.refused.push({
            nth: index + 1,
            receipt: said,
            message: `${issue?.path.map(String).join('.') ?? ''}：${issue?.message ?? '格式不对'}`,
          })
        }
      }
      response.json(answer)
    },
  )
  return router
}
