import type { Command } from '../contract/commands.ts'
import { caseReport } from '../contract/cases.ts'
import type { Moment } from '../domain/decision.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { ApprovalsState } from '../domain/approvals/state.ts'
import type { CaseStore } from './case-store.ts'

interface DemoApprovalDeps {
  hallModel: HallModel
  approvals(): ApprovalsState
  cases: Pick<CaseStore, 'take'>
  moment(): Moment
  handle(command: Command): Promise<{ ok: boolean }>
}

/**
 * A joint approval under way for whoever looks at the sample hall, said to be a demonstration: one department is done, one works, one asks for
 * more. Only where there is none yet. The flow with most departments is taken.
 */
export async function addDemoApproval({
  hallModel,
  approvals,
  cases,
  moment,
  handle,
}: DemoApprovalDeps): Promise<void> {
  if (approvals().byReceipt.size > 0) return
  const { day, now } = moment()
  const [flow] = hallModel.hall.flows.toSorted((one, other) => other.matters.length - one.matters.length)
  if (!flow) return
  const receipt = `BL${day.replaceAll('-', '')}0001`
  const accepted = await handle({ type: 'accept-approval', flowId: flow.id, receipt, ticketId: null, materials: 17 })
  if (!accepted.ok) return
  cases.take(
    caseReport.parse({
      receipt,
      last4: '123X',
      applicant: '吴*',
      matterName: flow.name,
      departmentName: hallModel.hall.name,
      status: 'under-review',
      about: '演示：“巷口便利店”，86 平方米',
      acceptedOn: day,
      steps: [{ name: '受理', startedAt: now, endedAt: now }, { name: '办理', startedAt: now }, { name: '出证' }],
      reportedAt: now,
    }),
  )
  const [first, second, third] = approvals().byReceipt.get(receipt)?.legs ?? []
  if (first) await handle({ type: 'finish-leg', receipt, legId: first.legId, result: 'approved', document: null })
  if (second) await handle({ type: 'note-leg', receipt, legId: second.legId, words: '演示：约好下午看现场' })
  if (third)
    await handle({
      type: 'ask-more',
      receipt,
      legId: third.legId,
      materials: ['检测报告', '平面图'],
      advice: '演示：一次告知，一次补齐',
      until: null,
    })
}
