import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { ApprovalCase, ApprovalList } from '../../../gateway/contract/approvals.ts'
import type { LightsView } from '../../../gateway/contract/lights.ts'
import { ApprovalLanes } from '../../shared/approval/approval-lanes.tsx'
import { say } from '../../shared/approval/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import { ApprovalHead } from './approval-head.tsx'
import { ApprovalSide } from './approval-side.tsx'
import { type LegAsk, LegDialog } from './leg-dialog.tsx'
import '../../shared/approval/approval-lanes.css'
import './approvals.css'

const approvalCase = withFields<ApprovalCase>('approval', 'applicant', 'about')
const approvalList = withFields<ApprovalList>('items', 'total')

/** 并联审批: one case with its legs side by side; what is waited for, what happened, and what can be done about each leg. */
export function ApprovalsSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  const told = hall.view<LightsView>('lights').value
  const [list, setList] = useState<ApprovalList | null>(null)
  const [receipt, choose] = useState<string | null>(new URLSearchParams(location.search).get('receipt'))
  const [open, setOpen] = useState<ApprovalCase | null>(null)
  const [asks, ask] = useState<LegAsk | 'accept' | null>(null)
  const [looked, look] = useState(0)
  const openId = receipt ?? list?.items[0]?.receipt ?? null
  useEffect(() => {
    void manageCall('/approvals', approvalList).then((answer) => {
      if (answer.ok) setList(answer.body)
    })
  }, [told, looked])
  useEffect(() => {
    if (openId === null) return
    void manageCall(`/approvals/${openId}`, approvalCase).then((answer) => {
      if (answer.ok) setOpen(answer.body)
    })
  }, [openId, told, looked])

  const press = async (
    commands: Parameters<typeof orders.press>[0]['commands'],
    done = say('saved'),
  ): Promise<void> => {
    ask(null)
    if (await orders.press({ id: 'approval', commands, done })) look((before) => before + 1)
  }
  if (list === null) return <p class="manage-still">{say('reading')}</p>
  const accept = <Button label={say('acceptNew')} look="main" onPress={() => ask('accept')} />
  return (
    <div class="approvals">
      {open === null || openId === null ? (
        <section class="card approvals-none">
          <p class="card-empty">{say('none')}</p>
          {accept}
        </section>
      ) : (
        <>
          <ApprovalHead open={open} list={list} onChoose={choose} accept={accept} />
          <section class="card approvals-lanes">
            <div class="card-head">
              <h2>{say('together', { count: open.approval.legs.length })}</h2>
              <small>{say('workdaysOnly')}</small>
            </div>
            <ApprovalLanes
              approval={open.approval}
              actionsOf={(leg) =>
                leg.finishedOn === null && (
                  <>
                    {leg.asked === null && <Button label={say('ask')} onPress={() => ask({ what: 'ask', leg })} />}
                    <Button label={say('note')} onPress={() => ask({ what: 'note', leg })} />
                    <Button label={say('finish')} onPress={() => ask({ what: 'finish', leg })} />
                  </>
                )
              }
            />
          </section>
          <ApprovalSide
            open={open}
            timeZone={view.hall.timeZone}
            busy={orders.underWay.value !== null}
            onSupply={() => void press([{ type: 'supply-more', receipt: open.approval.receipt, legIds: null }])}
            onDeliver={() => void press([{ type: 'deliver-approval', receipt: open.approval.receipt }])}
          />
        </>
      )}
      {asks === 'accept' && (
        <AcceptDialog
          onClose={() => ask(null)}
          onRefused={(words) => toasts.say('refused', words)}
          onAccepted={(made) => {
            ask(null)
            toasts.say('done', say('acceptedToast', { receipt: made }))
            choose(made)
            look((before) => before + 1)
          }}
        />
      )}
      {asks !== null && asks !== 'accept' && open && (
        <LegDialog
          ask={asks}
          today={open.approval.today}
          onClose={() => ask(null)}
          onSave={(command) => void press([{ ...command, receipt: open.approval.receipt, legId: asks.leg.legId }])}
        />
      )}
    </div>
  )
}
