import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { JSX } from 'preact'
import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { language } from '../../../display/shared/page-words.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { OwnName } from '../../shared/own-name.tsx'
import { queueNow } from '../queue-now.ts'
import { say as sayMode } from '../modes/words.ts'
import { say } from '../words.ts'

interface Props {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
  /** What was said that led here, when the name does not show it. */
  why?: string | null
  queue: QueueView | null
  /** The likeliest answer for a visitor with large letters: it says so. */
  best?: boolean
  onPress: () => void
}

/** The whole row is the target. Names wrap; they never shrink and never lose characters. */
export function MatterRow({ entry, marks, why = null, queue, best = false, onPress }: Props): JSX.Element {
  const told = queueNow(queue)
  const counters = queue?.where.flatMap(({ counters }) => counters) ?? []
  const where = say('counters', { range: counterRanges(counters) })
  return (
    <button type="button" class={`row ${best ? 'best' : ''}`} onClick={onPress}>
      <span class="row-words">
        <b class={entry.name.length > 60 ? 'long' : ''}>
          <OwnName of={entry}>{marked(entry.name, marks)}</OwnName>
        </b>
        <span class="row-where">
          {why !== null && !best && (
            <i class="tag said" lang="zh-Hans">
              {say('youSaid', { said: why })}
            </i>
          )}
          {best ? (counters.length === 0 ? sayMode('thisOne') : sayMode('thisOneAt', { counters: where })) : null}
          {!best && <span lang="zh-Hans">{entry.department}</span>}
          {!best && counters.length > 0 && ` · ${where}`}
          {entry.when !== undefined && language.value !== 'en' && !best && (
            <i class="tag when">{say('whenThis', { when: entry.when })}</i>
          )}
          {entry.onTheSpot && !best && <i class="tag spot">{say('spotTag')}</i>}
        </span>
      </span>
      {told !== null && (
        <span class="row-wait">
          <b class={told.unit === '' ? 'words' : 'num'}>{told.value}</b>
          {told.unit}
        </span>
      )}
      <Icon name="chevron" size={46} />
    </button>
  )
}

/** The name with the matched characters marked. */
function marked(name: string, marks: Props['marks']): (JSX.Element | string)[] {
  const pieces: (JSX.Element | string)[] = []
  let at = 0
  for (const [from, to] of [...marks].sort(([one], [other]) => one - other)) {
    if (from < at) continue
    pieces.push(name.slice(at, from), <mark key={from}>{name.slice(from, to)}</mark>)
    at = to
  }
  return [...pieces, name.slice(at)]
}
