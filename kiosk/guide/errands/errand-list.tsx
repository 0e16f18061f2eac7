import type { JSX } from 'preact'
import type { ErrandView } from '../../../gateway/contract/errand-views.ts'
import { Tag } from '../../shared/staff/marks.tsx'
import { sinceWords } from '../../shared/staff/time-words.ts'
import { say } from '../words.ts'

/** Who has it, or that it waits for somebody. */
export const holderWords = ({ holderName, forName }: Pick<ErrandView, 'holderName' | 'forName'>): string =>
  holderName !== null
    ? say('errand.held', { who: holderName })
    : forName !== null
      ? say('errand.for', { who: forName })
      : say('errand.free')

interface ErrandListProps {
  errands: readonly ErrandView[]
  now: number
  onOpen: (errand: ErrandView) => void
}

/** Errands of today, those that wait for somebody first. */
export const ErrandList = ({ errands, now, onOpen }: ErrandListProps): JSX.Element =>
  errands.length === 0 ? (
    <p class="card-empty">{say('errand.none')}</p>
  ) : (
    <div class="errand-list">
      {errands
        .toSorted((one, other) => Number(one.holder !== null) - Number(other.holder !== null))
        .map((errand) => (
          <button type="button" key={errand.id} class="choice errand-row" onClick={() => onOpen(errand)}>
            <b class="num">{errand.code}</b>
            <span class="choice-label">
              {errand.items.map(({ matterName }) => matterName).join('、')}
              {errand.note !== null && <small>{errand.note}</small>}
            </span>
            <span class="choice-note">
              {say('errand.progress', {
                done: errand.items.filter(({ isDone }) => isDone).length,
                all: errand.items.length,
              })}
            </span>
            <Tag tone={errand.holder === null ? 'amber' : 'qing'}>{holderWords(errand)}</Tag>
            <span class="num errand-since">{sinceWords(errand.since, now)}</span>
          </button>
        ))}
    </div>
  )
