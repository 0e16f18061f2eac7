import type { JSX } from 'preact'
import { type DayBar, barParts, barSpan, clockOf, dayBarOf } from './day-bar.ts'
import { valueAt } from './draft.ts'
import type { OwnFieldProps } from './own-field-props.ts'
import { say } from './words.ts'

/** The hall's day: open, at lunch, shut, and until when numbers are given. */
export const HallHours = ({ parts }: OwnFieldProps): JSX.Element => (
  <HoursBar day={dayBarOf(parts, null)} counters={null} />
)
/** The day of one queue, also where it follows the hall's. */
export function QueueHours({ parts, path }: OwnFieldProps): JSX.Element {
  const queue = path.slice(0, -1)
  const id = valueAt(parts, [...queue, 'id'])
  const counters = Array.isArray(parts.counters) ? (parts.counters as { queues?: unknown }[]) : []
  const many = counters.filter(({ queues }) => Array.isArray(queues) && queues.includes(id)).length
  return <HoursBar day={dayBarOf(parts, queue)} counters={many} />
}

function HoursBar({ day, counters }: { day: DayBar; counters: number | null }): JSX.Element {
  const { from, to } = barSpan(day)
  const share = (minute: number): string => `${((minute - from) / (to - from)) * 100}%`
  const { close, lastTicket, lunch } = day
  const isLate = lastTicket !== null && close !== null && lastTicket > close
  const words = { shut: '', open: counters === null ? say('bar.open') : say('bar.counters', { count: counters }) }
  const ticks = Array.from({ length: (to - from) / 120 + 1 }, (_, nth) => from + nth * 120)
  return (
    <div class="hours-bar" role="img" aria-label={say('bar.says', spoken(day))}>
      <div class="hours-track">
        {barParts(day).map((part) => (
          <span
            key={part.from}
            class={`hours-${part.kind}`}
            style={{ left: share(part.from), width: `calc(${share(part.to)} - ${share(part.from)})` }}
          >
            {part.kind === 'lunch' ? say(lunch?.takes ? 'bar.lunchTakes' : 'bar.lunch') : words[part.kind]}
          </span>
        ))}
        {lastTicket !== null && (
          <i class={isLate ? 'hours-last hours-late' : 'hours-last'} style={{ left: share(lastTicket) }}>
            <b class="num">{clockOf(lastTicket)}</b>
          </i>
        )}
      </div>
      <div class="hours-ticks" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick} class="num" style={{ left: share(tick) }}>
            {clockOf(tick)}
          </span>
        ))}
      </div>
    </div>
  )
}

function spoken({ open, close, lastTicket, lunch }: DayBar): Record<string, string> {
  const clock = (minute: number | null): string => (minute === null ? '—' : clockOf(minute))
  return {
    open: clock(open),
    close: clock(close),
    last: clock(lastTicket),
    lunch: lunch === null ? '—' : `${clock(lunch.from)}–${clock(lunch.to)}`,
  }
}
