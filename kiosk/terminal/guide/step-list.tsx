import type { JSX } from 'preact'
import type { LegView } from '../../../gateway/contract/flow-legs.ts'
import { placesOf } from '../hall-facts.ts'
import { say } from '../words.ts'

/** The same steps in guide and ticket: where one goes, in order, and what is done there. `isLong`: with the matters of each. */
export function StepList({
  steps,
  isLong,
}: {
  steps: readonly Omit<LegView, 'state'>[]
  isLong: boolean
}): JSX.Element {
  return (
    <ol class={`step-list ${isLong ? '' : 'short'}`}>
      {steps.map(({ queueId, queueName, matters, where }, nth) => (
        <li key={`${nth} ${queueId}`}>
          <i class="num">{nth + 1}</i>
          <div>
            <b>{queueName}</b>
            {isLong && <span>{matters.join('、')}</span>}
          </div>
          <em>{placesOf(where) ?? say('notHere')}</em>
        </li>
      ))}
    </ol>
  )
}
