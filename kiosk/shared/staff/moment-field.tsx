import './moment-field.css'
import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { readClock } from './read-moment.ts'
import { sayStaff } from './words.ts'

interface TypedProps<T> {
  label: string
  /** What stands in the field while nobody types. */
  shown: string
  hint: string
  /** What was typed; null = not understood. */
  read: (typed: string) => T | null
  onValue: (value: T) => void
}

/** A field that takes what people type and then shows it in one way, in Chinese order whatever language the browser speaks. */
function Typed<T>({ label, shown, hint, read, onValue }: TypedProps<T>): JSX.Element {
  const [typed, setTyped] = useState(shown)
  const [wrong, setWrong] = useState(false)
  const id = useId()
  useEffect(() => {
    setTyped(shown)
    setWrong(false)
  }, [shown])
  const take = (): void => {
    const value = read(typed)
    setWrong(value === null)
    if (value === null) return
    onValue(value)
    if (typed !== shown) setTyped(shown)
  }
  return (
    <div class="moment-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="entry"
        inputMode="numeric"
        autocomplete="off"
        placeholder={hint}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {wrong && (
        <small id={`${id}-wrong`} role="alert">
          {sayStaff('wrongMoment', { hint })}
        </small>
      )}
    </div>
  )
}

interface MomentProps {
  label: string
  /** Epoch ms; null = empty, which has its own meaning. */
  at: number | null
  /** The time of a day that is typed without one. */
  usual: string
  clock: { toField: (at: number) => string; fromField: (typed: string, clock: string) => number | null }
  onMoment: (at: number | null) => void
}

/** A day and a time of day. */
export const MomentField = ({ label, at, usual, clock, onMoment }: MomentProps): JSX.Element => (
  <Typed<{ at: number | null }>
    label={label}
    shown={at === null ? '' : clock.toField(at)}
    hint="2026-01-31 09:00"
    read={(typed) => {
      if (typed.trim() === '') return { at: null }
      const read = clock.fromField(typed, usual)
      return read === null ? null : { at: read }
    }}
    onValue={({ at: next }) => onMoment(next)}
  />
)

/** A time of day. */
export const ClockField = ({
  label,
  clock,
  onClock,
}: {
  label: string
  clock: string
  onClock: (clock: string) => void
}): JSX.Element => <Typed label={label} shown={clock} hint="09:00" read={readClock} onValue={onClock} />
