import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { JSX } from 'preact'
import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { language } from '../../../display/shared/page-words.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { queueNow } from '../queue-now.ts'
import { say } from '../words.ts'

interface Props {
  entry: CatalogueEntry
  marks: [from: number, to: number][]
  /** What was said that led here, when the name does not show it. */
  why?: string | null
  queue: QueueView | null
  onPress: () => void
}

/** The whole row is the target. Names wrap; they never shrink and never lose characters. */
export function MatterRow({ entry, marks, why = null, queue, onPress }: Props): JSX.Element {
  const told = queueNow(queue)
  const counters = queue?.where.flatMap(({ counters }) => counters) ?? []
  return (
    <button type="button" class="row" onClick={onPress}>
      <span class="row-words">
        <b class={entry.name.length > 60 ? 'long' : ''}>{marked(entry.name, marks)}</b>
        <span class="row-where">
          {why !== null && <i class="tag said">{say('youSaid', { said: why })}</i>}
          {entry.department}
          {counters.length > 0 && ` · ${say('counters', { range: counterRanges(counters) })}`}
          {entry.when !== undefined && language.value !== 'en' && (
            <i class="tag when">{say('whenThis', { when: entry.when })}</i>
          )}
          {entry.onTheSpot && <i class="tag spot">{say('spotTag')}</i>}
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
