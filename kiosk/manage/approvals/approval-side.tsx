import type { JSX } from 'preact'
import type { ApprovalCase } from '../../../gateway/contract/approvals.ts'
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { say, shortDay } from '../../shared/approval/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'

interface Props {
  open: ApprovalCase
  timeZone: string
  busy: boolean
  onSupply: () => void
  onDeliver: () => void
}
/** What is waited for, with the button that ends it; and what happened, newest first. */
export function ApprovalSide({
  open: { approval, applicant },
  timeZone,
  busy,
  onSupply,
  onDeliver,
}: Props): JSX.Element {
  const { legs, toSupply, deliveredOn, course } = approval
  const slow = legs.filter(({ stage, light }) => stage === 'running' && (light === 'yellow' || light === 'red'))
  const isDone = legs.every(({ finishedOn }) => finishedOn !== null)
  const isQuiet = toSupply.length === 0 && slow.length === 0 && !(isDone && deliveredOn === null)
  return (
    <aside class="approval-side">
      <section class="card">
        <div class="card-head">
          <h2>{say('waiting')}</h2>
        </div>
        {isQuiet && <p class="card-empty">{say('nothingWaited')}</p>}
        {toSupply.length > 0 && (
          <div class="approval-wait">
            <Light light="paused" size={18} />
            <b>{say('waitApplicant', { who: applicant ?? '', count: toSupply.length })}</b>
            <ul>
              {toSupply.map(({ departmentName, material, until }) => (
                <li key={`${departmentName} ${material}`}>
                  {material}
                  <small>
                    {[departmentName, until === null ? null : say('waitBy', { day: shortDay(until) })]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </small>
                </li>
              ))}
            </ul>
            <Button label={say('supply')} look="main" busy={busy} onPress={onSupply} />
          </div>
        )}
        {slow.map(({ legId, departmentName, light, dueOn }) => (
          <div class="approval-wait" key={legId}>
            <Light light={light === 'red' ? 'fault' : 'warning'} size={18} />
            <b>{say('waitDepartment', { department: departmentName })}</b>
            <p>{say('waitDue', { day: shortDay(dueOn) })}</p>
          </div>
        ))}
        {isDone && deliveredOn === null && (
          <div class="approval-wait">
            <Light light="ok" size={18} />
            <b>{say('waitDelivery')}</b>
            <Button label={say('deliver')} look="main" busy={busy} onPress={onDeliver} />
          </div>
        )}
      </section>
      <section class="card approval-course">
        <div class="card-head">
          <h2>{say('course')}</h2>
        </div>
        <ol>
          {course.map(({ at, what, words }) => (
            <li key={`${at} ${what} ${words}`}>
              <b>{words === '' ? say(`what.${what as 'accepted'}`) : words}</b>
              <span>{words === '' ? '' : say(`what.${what as 'accepted'}`)}</span>
              <small class="num">
                {shortDay(dayAt(at, timeZone))} {clockAt(at, timeZone)}
              </small>
            </li>
          ))}
        </ol>
      </section>
    </aside>
  )
}
