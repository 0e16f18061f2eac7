import type { JSX } from 'preact'
import type { ErrandItemView } from '../../../gateway/contract/errand-views.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { stateTones } from '../ticket-row.tsx'
import { say } from '../words.ts'

interface ErrandItemsProps {
  items: readonly ErrandItemView[]
  blocked: string | null
  underWay: string | null
  onNumber: (item: ErrandItemView) => void
  onTick: (item: ErrandItemView) => void
}

/** One matter a row: its number and where it stands, or a button that takes one; what needs none is ticked by hand. */
export const ErrandItems = ({ items, blocked, underWay, onNumber, onTick }: ErrandItemsProps): JSX.Element => (
  <ol class="errand-items">
    {items.map((item) => {
      const { number, state, counterId } = item
      const canTake = number === null && item.queueId !== null && !item.isDone
      return (
        <li key={item.id} class={item.isDone ? 'errand-done' : ''}>
          <b class="num">{number ?? '—'}</b>
          <span>{item.matterName}</span>
          {state === null ? (
            <Tag tone={item.isDone ? 'green' : 'plain'}>
              {item.isDone ? say('errand.tick') : canTake ? '' : say('errand.noQueue')}
            </Tag>
          ) : (
            <Tag tone={stateTones[state]}>
              {say(`states.${state}`)}
              {counterId !== null && ` · ${say('errand.at', { counterId })}`}
            </Tag>
          )}
          {canTake ? (
            <Button
              icon="ticket"
              label={say('errand.number')}
              blocked={blocked}
              busy={underWay === item.id}
              onPress={() => onNumber(item)}
            />
          ) : (
            state !== 'done' && (
              <Button
                label={item.isDone ? say('errand.untick') : say('errand.tick')}
                blocked={blocked}
                busy={underWay === item.id}
                onPress={() => onTick(item)}
              />
            )
          )}
        </li>
      )
    })}
  </ol>
)
