import type { JSX } from 'preact'
import type { QueueView, ScreenView } from '../../gateway/contract/views.ts'
import { Icon } from '../../kiosk/shared/icons.tsx'
import { words } from './words.ts'

/** A name that does not fit on a line goes on in the next: no name loses a character. */
const nameOf = ({ series, name }: QueueView): JSX.Element => (
  <span>
    <i>{series}</i>
    <span>{name}</span>
  </span>
)

/** `turn` counts pages; a list that is longer than its box shows one page after the other. */
export function pageOf<T>(list: readonly T[], each: number, turn: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(list.length / Math.max(1, each)))
  return list.slice((turn % pages) * each, (turn % pages) * each + each)
}

/** The longest lines first; only lines with people are paged through, and the last page is filled up. */
export function busiest(queues: readonly QueueView[], each: number): QueueView[] {
  const sorted = [...queues].sort((one, other) => other.waiting - one.waiting)
  const filled = sorted.filter(({ waiting }) => waiting > 0).length
  return sorted.slice(0, Math.max(each, Math.ceil(filled / each) * each))
}

/** Signs of a name that stand on one line of the list, by its width in drawing pixels, beside its figures. */
const signsOf = (width: number): number => Math.max(3, Math.floor((width - 234) / 36) - 1.5)
/** The rows of one page after another: as many as fit when long names take more lines than one. */
export function pageByLines(queues: readonly QueueView[], lines: number, width: number, turn: number): QueueView[] {
  const pages: QueueView[][] = [[]]
  let taken = 0
  for (const queue of queues) {
    const own = Math.ceil([...queue.name].length / signsOf(width))
    if (taken + own > lines && taken > 0) {
      pages.push([])
      taken = 0
    }
    pages.at(-1)?.push(queue)
    taken += own
  }
  // The last page may be short, and an empty hall has none to turn.
  return pages[turn % pages.length] ?? []
}

interface QueueProps {
  /** Of the list, in drawing pixels. */
  width: number
  queues: readonly QueueView[]
  /** How many lines fit. */
  each: number
  turn: number
}

export function WaitingZone({ queues, each, turn, width, waitsKnown }: QueueProps & { waitsKnown: boolean }): JSX.Element {
  return (
    <>
      <div class="head">
        <span>{words.waiting}</span>
        <span>{words.people}</span>
        <span>{words.minutes}</span>
      </div>
      {pageByLines(busiest(queues, each), each, width, turn).map((queue) => (
        <div class="queue" key={queue.id}>
          {nameOf(queue)}
          <b class="num">{queue.waiting}</b>
          <span class="num">{queue.wait === null || !waitsKnown ? '—' : `${queue.wait.lowMinutes}–${queue.wait.highMinutes}`}</span>
        </div>
      ))}
    </>
  )
}

/** How full the lines are: people for each open counter, as a bar beside the number of people. */
export function LoadZone({ queues, each, turn, width }: QueueProps): JSX.Element {
  const shown = pageByLines(busiest(queues, each), each, width / 1.7, turn)
  const most = Math.max(1, ...queues.map(({ waiting }) => waiting))
  return (
    <>
      <div class="head">
        <span>{words.waiting}</span>
        <span />
        <span>{words.people}</span>
      </div>
      {shown.map((queue) => (
        <div class="queue" key={queue.id}>
          {nameOf(queue)}
          <i class="bar" style={{ '--full': `${(queue.waiting / most) * 100}%` }} />
          <b class="num">{queue.waiting}</b>
        </div>
      ))}
    </>
  )
}

export function MissedZone({ view, turn }: { view: Pick<ScreenView, 'missed' | 'requeueWithinMinutes'>; turn: number }): JSX.Element | null {
  if (view.missed.length === 0) return null
  return (
    <div class="missed-card">
      <h2>
        <Icon name="missed" size={44} stroke={1.9} /> {words.missed}
      </h2>
      <div class="num">
        {pageOf(view.missed, 3, turn).map((number) => (
          <span key={number}>{number}</span>
        ))}
      </div>
      <p>{words.requeue(view.requeueWithinMinutes)}</p>
    </div>
  )
}
