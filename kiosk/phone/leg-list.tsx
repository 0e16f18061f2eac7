import type { JSX } from 'preact'
import type { LegView } from '../../gateway/contract/flow-legs.ts'

const states: Record<LegView['state'], string> = { done: '已办', now: '现在', 'to-come': '接下来', skipped: '不用办' }

/** How far along a visitor of several matters is. */
export const LegList = ({ legs }: { legs: LegView[] }): JSX.Element => (
  <section class="card legs">
    <b>{`共 ${legs.length} 步`}</b>
    <ol>
      {legs.map((leg, nth) => (
        <li key={`${nth} ${leg.queueId}`} class={leg.state} aria-current={leg.state === 'now' ? 'step' : undefined}>
          <i class="num">{nth + 1}</i>
          <div>
            <b>{leg.queueName}</b>
            <span>{leg.matters.join('、')}</span>
          </div>
          <em>{states[leg.state]}</em>
        </li>
      ))}
    </ol>
  </section>
)
