import type { JSX } from 'preact'
import type { DayPart } from '../../../gateway/contract/notice.ts'
import { ClockField } from '../../shared/staff/moment-field.tsx'
import { list, say } from './words.ts'

const MOST = 6
const whole: DayPart = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }

interface DayPartsProps {
  parts: readonly DayPart[]
  onParts: (parts: DayPart[]) => void
}

/** The hours of the week in which a notice is shown; none = at all hours. */
export function DayParts({ parts, onParts }: DayPartsProps): JSX.Element {
  const change = (at: number, part: DayPart | null): void =>
    onParts(parts.flatMap((one, nth) => (nth !== at ? [one] : part === null ? [] : [part])))
  return (
    <div class="field">
      <span>{say('days')}</span>
      {parts.map((part, at) => (
        <fieldset class="day-part" key={at} aria-label={say('part', { nth: at + 1 })}>
          <div class="chips">
            {list('weekdays').map((word, place) => {
              const day = place + 1
              const on = part.weekdays.includes(day)
              const weekdays = on ? part.weekdays.filter((one) => one !== day) : [...part.weekdays, day].sort()
              return (
                // The last day stays: a part without days would be at all hours.
                <button
                  type="button"
                  class="chip chip-day"
                  key={word}
                  aria-pressed={on}
                  disabled={on && weekdays.length === 0}
                  onClick={() => change(at, { ...part, weekdays })}
                >
                  {word}
                </button>
              )
            })}
          </div>
          <div class="editor-pair">
            <ClockField label={say('partFrom')} clock={part.from} onClock={(from) => change(at, { ...part, from })} />
            <ClockField label={say('partTo')} clock={part.to} onClock={(to) => change(at, { ...part, to })} />
            <button type="button" class="chip" onClick={() => change(at, null)}>
              {say('removePart')}
            </button>
          </div>
          {part.to <= part.from && part.to !== '00:00' && <small>{say('over')}</small>}
        </fieldset>
      ))}
      {parts.length < MOST && (
        <button
          type="button"
          class="chip"
          onClick={() => onParts([...parts, parts.at(-1) ? { ...whole, weekdays: [6, 7] } : whole])}
        >
          {parts.length === 0 ? say('addFirstPart') : say('addPart')}
        </button>
      )}
    </div>
  )
}
