import type { ComponentChildren, JSX } from 'preact'
import type { ApprovalCase, ApprovalList } from '../../../gateway/contract/approvals.ts'
import { say, shortDay } from '../../shared/approval/words.ts'
import { Tag } from '../../shared/staff/marks.tsx'

interface Props {
  open: ApprovalCase
  list: ApprovalList
  onChoose: (receipt: string) => void
  accept: ComponentChildren
}

/** What it is, whose, and the four facts: accepted, promised, as it stands, how many are done. */
export function ApprovalHead({ open: { approval, applicant, about }, list, onChoose, accept }: Props): JSX.Element {
  const { legs, promisedOn, expectedOn } = approval
  const done = legs.filter(({ stage }) => stage === 'approved' || stage === 'refused')
  const standing = legs.find(({ stage, asked }) => stage === 'asked' && asked !== null)
  const isShifted = expectedOn > promisedOn
  const shifted =
    standing?.asked?.until == null
      ? say('shifted', { department: standing?.departmentName ?? '' })
      : say('shiftedUntil', { department: standing.departmentName, day: shortDay(standing.asked.until) })
  return (
    <header class="approval-head">
      <div class="approval-title">
        <h2 class="serif">{approval.name}</h2>
        <Tag tone="qing">{say('tag')}</Tag>
        {approval.number !== null && <Tag tone="plain">{say('oneWindow', { number: approval.number })}</Tag>}
        <p>{[applicant, about, approval.receipt].filter((part) => part !== null).join(' · ')}</p>
        <div class="approval-pick">
          <select
            class="entry"
            aria-label={say('list')}
            value={approval.receipt}
            onChange={(event) => onChoose(event.currentTarget.value)}
          >
            {list.items.map(({ receipt, name, acceptedOn }) => (
              <option key={receipt} value={receipt}>
                {`${name} · ${shortDay(acceptedOn)} · ${receipt}`}
              </option>
            ))}
          </select>
          {accept}
        </div>
      </div>
      <dl class="card approval-facts">
        <Fact
          label={say('accepted')}
          value={shortDay(approval.acceptedOn)}
          note={say('materials', { count: approval.materials })}
        />
        <Fact
          label={say('promised')}
          value={shortDay(promisedOn)}
          note={say('workingDays', { days: approval.promisedDays })}
        />
        <Fact
          label={say('expected')}
          value={shortDay(approval.deliveredOn ?? expectedOn)}
          note={
            approval.deliveredOn !== null
              ? say('delivered', { day: shortDay(approval.deliveredOn) })
              : isShifted
                ? shifted
                : say('asPromised')
          }
          isOff={isShifted && approval.deliveredOn === null}
        />
        <Fact
          label={say('done')}
          value={`${done.length} / ${legs.length}`}
          note={done.length === 0 ? say('nobodyYet') : done.map(({ departmentName }) => departmentName).join('、')}
        />
      </dl>
    </header>
  )
}

const Fact = (fact: { label: string; value: string; note: string; isOff?: boolean }): JSX.Element => (
  <div>
    <dt>{fact.label}</dt>
    <dd class="num">{fact.value}</dd>
    <dd class={fact.isOff ? 'approval-off' : 'approval-note'} title={fact.note}>
      {fact.note}
    </dd>
  </div>
)
