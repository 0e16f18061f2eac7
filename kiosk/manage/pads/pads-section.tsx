import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { PadList } from '../../../gateway/contract/pads.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { PadCard } from './pad-card.tsx'
import { StrangerCard } from './stranger-card.tsx'
import { say } from './words.ts'
import './pads.css'
import { every } from '../../../gateway/client/page-clock.ts'

const padList = withFields<PadList>('items', 'strangers')
const LOOK_MS = 700

/** Call pads and rating buttons: which counter each serves, and what its keys mean. */
export function PadsSection({ hall, orders }: SectionProps): JSX.Element {
  const [list, setList] = useState<PadList | null>(null)
  const look = (): void => void manageCall('/pads', padList).then((answer) => answer.ok && setList(answer.body))
  useEffect(() => {
    look()
    return every(LOOK_MS, look)
  }, [])
  if (list === null) return <p class="manage-still" />
  return (
    <div class="pads-board">
      {list.items.length === 0 && <p class="card-empty">{say('empty')}</p>}
      <div class="pads-cards">
        {list.items.map((pad) => (
          <PadCard key={pad.id} pad={pad} online={hall.online.value} orders={orders} onChanged={look} />
        ))}
      </div>
      {list.strangers.length > 0 && (
        <section class="card strangers">
          <div class="card-head">
            <h2>{say('strangers')}</h2>
          </div>
          <p>{say('strangerHint')}</p>
          {list.strangers.map((stranger) => (
            <StrangerCard
              key={`${stranger.at ?? ''} ${stranger.path}`}
              stranger={stranger}
              place={stranger.at === null ? say('atGateway') : say('atTerminal', { terminal: stranger.at })}
              online={hall.online.value}
              onChanged={look}
            />
          ))}
        </section>
      )}
    </div>
  )
}
