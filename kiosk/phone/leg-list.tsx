import type { JSX } from 'preact'
import type { LegView } from '../../gateway/contract/flow-legs.ts'
import { say } from './words.ts'

/** How far along a visitor of several matters is. */
export const LegList = ({ legs }: { legs: LegView[] }): JSX.Element => (
  <section class="card legs">
    <b>{say('legs.total', { legs: legs.length })}</b>
    <ol>
      {legs.map((leg, nth) => (
        <li key={`${nth} ${leg.queueId}`} class={leg.state} aria-current={leg.state === 'now' ? 'step' : undefined}>
          <i class="num">{nth + 1}</i>
          <div>
            <b>{leg.queueName}</b>
            <span>{leg.matters.join('、')}</span>
          </div>
          <em>{say(`legs.${leg.state}`)}</em>
        </li>
      ))}
    </ol>
  </section>
)
