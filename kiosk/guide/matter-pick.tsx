import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { Tag } from '../shared/staff/marks.tsx'
import { queueNote } from '../shared/staff/queue-note.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

const SHOWN = 7

/** What the number is for: a matter, or a queue alone when nobody knows the matter yet. */
export interface Wanted {
  matterId: string | null
  queueId: string
  name: string
}
interface MatterPickProps {
  index: SearchIndex
  queues: QueueView[]
  onPick: (wanted: Wanted) => void
  /** A code of an appointment was typed. */
  onCode: (code: string) => void
  onClose: () => void
}

/** A few letters find the matter; without letters the most wanted stand there, and the queues for those who cannot say. */
export function MatterPick({ index, queues, onPick, onCode, onClose }: MatterPickProps): JSX.Element {
  const [query, setQuery] = useState('')
  const typed = query.trim() !== ''
  // The index holds the most wanted first.
  const popular = index.matters.map(({ entry }) => entry).filter((entry) => entry.popular > 0 && entry.queueId !== null)
  const found = typed ? searchMatters(index, query, SHOWN).found.map(({ entry }) => entry) : popular.slice(0, 5)
  const code = /^\d{4}\s?\d{4}$/.test(query.trim()) ? query.replace(/\s/g, '') : null
  const pickable = found.filter((entry) => entry.queueId !== null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [entry] = pickable
        if (code !== null) return onCode(code)
        if (entry?.queueId != null && typed) onPick({ matterId: entry.id, queueId: entry.queueId, name: entry.name })
      }}
    >
      <label class="palette-field">
        <Icon name="search" size={28} stroke={2} />
        <input
          aria-label={say('take.hint')}
          placeholder={say('take.hint')}
          value={query}
          autofocus
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </label>
      <div class="take-list">
        {code !== null && (
          <button type="button" class="choice" onClick={() => onCode(code)}>
            <span class="choice-label">{say('take.checkin', { code })}</span>
            <span class="choice-note">{say('take.checkinNote')}</span>
          </button>
        )}
        {found.map((entry) => {
          const { queueId } = entry
          return (
            <button
              type="button"
              key={entry.id}
              class="choice"
              aria-disabled={queueId === null}
              onClick={() => queueId !== null && onPick({ matterId: entry.id, queueId, name: entry.name })}
            >
              <span class="choice-label">{entry.name}</span>
              {entry.onTheSpot && <Tag tone="green">{say('take.onTheSpot')}</Tag>}
              <span class="choice-note">{queueId === null ? say('take.notHere') : entry.department}</span>
            </button>
          )
        })}
        {typed && code === null && found.length === 0 && (
          <p class="card-empty">{say('take.notFound', { query: query.trim() })}</p>
        )}
      </div>
      {(!typed || pickable.length === 0) && (
        <>
          <p class="take-legend">{say('take.byQueue')}</p>
          <div class="take-queues">
            {queues.map((queue) => (
              <button
                type="button"
                key={queue.id}
                class="choice"
                onClick={() => onPick({ matterId: null, queueId: queue.id, name: queue.name })}
              >
                <span class="choice-label cut">
                  <b class="num">{queue.series}</b>
                  {queue.name}
                </span>
                <span class={queue.openCounters === 0 ? 'choice-note choice-warning' : 'choice-note'}>
                  {queueNote(queue)}
                </span>
              </button>
            ))}
          </div>
        </>
      )}
      <div class="dialog-foot">
        <span class="grow" />
        <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
      </div>
    </form>
  )
}
