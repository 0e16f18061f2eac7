import { type Request, type Response, Router, json } from 'express'
import { approvalOrder } from '../contract/approvals.ts'
import { caseReport } from '../contract/cases.ts'
import type { CaseStore } from '../cases/case-store.ts'
import type { Moment } from '../domain/decision.ts'
import type { Office } from '../office/office.ts'
import { approvalOf } from '../views/approval-view.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'
import { type Actor, thePublic } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { faultsOf } from './error-body.ts'
import { isLate } from './order-age.ts'
import { refuse } from './refuse.ts'
import { requireRight } from './require-right.ts'

interface ApprovalDeps {
  office: Office
  giveOrder: GiveOrder
  cases: CaseStore
  moment(): Moment
  actorOf: (request: Request) => Actor | null
}
const TRIES = 5

/** Joint approvals: the list, one with what is kept beside the log, and the acceptance at the general counter. */
export function approvalRoutes({ office, giveOrder, cases, moment, actorOf }: ApprovalDeps): Router {
  const router = Router()
  const staff = requireRight(actorOf, 'see-approvals')
  const viewOf = (receipt: string) =>
    approvalOf(
      plainReading({ hallModel: office.hallModel, state: office.state, now: moment().now, live: nothingLive }),
      receipt,
    )
  router.get('/v1/approvals', staff, (_, response: Response) => {
    const items = [...office.state.approvals.byReceipt.keys()].flatMap((receipt) => viewOf(receipt) ?? []).reverse()
    response.json({ items, total: items.length })
  })
  router.get('/v1/approvals/:receipt', staff, (request: Request, response: Response) => {
    const receipt = String(request.params.receipt)
    const approval = viewOf(receipt)
    if (!approval) return refuse(response, 'unknown-approval')
    const kept = cases.byReceipt(receipt)
    response.json({ approval, applicant: kept?.applicant ?? null, about: kept?.about ?? null })
  })
  router.post(
    '/v1/approvals',
    requireRight(actorOf, 'accept-approvals'),
    json({ limit: '8kb', type: () => true }),
    async (request: Request, response: Response) => {
      const asked = approvalOrder.safeParse(request.body)
      if (!asked.success) return refuse(response, 'not-understood', faultsOf(asked.error.issues))
      const { flowId, ticketId, applicant, last4, about, materials } = asked.data
      const actor = actorOf(request) ?? thePublic
      for (let nth = 0; nth < TRIES; nth += 1) {
        const { day, now } = moment()
        const tried = nextReceipt(day)
        const answer = await giveOrder(
          actor,
          { type: 'accept-approval', flowId, receipt: tried, ticketId, materials },
          nth === 0 ? (request.get('idempotency-key')?.slice(0, 120) ?? null) : null,
          isLate(request),
        )
        if (!answer.ok && answer.code === 'receipt-taken') continue
        if (!answer.ok) return refuse(response, answer.code, answer.details)
        // An order that came again is answered with the receipt that the first one made.
        const { receipt } = answer.body as { receipt: string }
        const approval = viewOf(receipt)
        if (!approval) return refuse(response, 'unknown-approval')
        cases.take(
          caseReport.parse({
            receipt,
            last4,
            applicant,
            matterName: approval.name,
            departmentName: office.hallModel.hall.name,
            status: 'under-review',
            about,
            acceptedOn: day,
            steps: [{ name: '受理', startedAt: now, endedAt: now }, { name: '办理', startedAt: now }, { name: '出证' }],
            reportedAt: now,
          }),
        )
        return void response.status(201).json({ receipt, approval })
      }
      refuse(response, 'receipt-taken')
    },
  )
  /** BL202603100017: the day and the number of that day's acceptances. */
  function nextReceipt(day: string): string {
    const head = `BL${day.replaceAll('-', '')}`
    const today = [...office.state.approvals.byReceipt.keys()].filter((receipt) => receipt.startsWith(head)).length
    return `${head}${String(today + 1).padStart(4, '0')}`
  }
  return router
}
