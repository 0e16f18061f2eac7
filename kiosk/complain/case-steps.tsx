import type { JSX } from 'preact'
import type { ContactWay, GrievanceStep, GrievanceView } from '../../gateway/contract/grievances.ts'
import { isOpenStage } from '../../gateway/contract/grievance-clocks.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { dayName, momentName, say } from './words.ts'

/** What has been done, the present step, and the answer that is still to come. */
export function CaseSteps({ view }: { view: GrievanceView }): JSX.Element {
  const isWaiting = isOpenStage(view.stage) && view.answer === null
  return (
    <section class="card">
      <ol class="complain-steps">
        {view.steps.map((step, nth) => (
          <li key={`${step.at} ${step.what}`} class={isWaiting && nth === view.steps.length - 1 ? 'now' : 'done'}>
            <i>
              <Icon name="check" size={14} stroke={3} />
            </i>
            <div>
              <b>{nameOf(step)}</b>
              {step.what === 'contacted' && <span>{say(`way.${step.detail as ContactWay}`)}</span>}
            </div>
            <span class="num">{momentName(step.at, view.timeZone)}</span>
          </li>
        ))}
        {isWaiting && (
          <li class="next">
            <i />
            <div>
              <b>{say('waiting')}</b>
              <span>{say('again')}</span>
            </div>
            <span>{say('latest', { day: dayName(view.clock.settleBy) })}</span>
          </li>
        )}
      </ol>
    </section>
  )
}

const nameOf = ({ what, detail }: GrievanceStep): string =>
  what === 'assigned' ? say('step.assigned', { detail: detail ?? '' }) : say(`step.${what}`)
