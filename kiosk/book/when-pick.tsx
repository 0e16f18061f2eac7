import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { BookingView } from '../../gateway/contract/appointments.ts'
import { leftWords, list, say } from './words.ts'

type Day = BookingView['days'][number]
interface Props {
  days: BookingView['days']
  queueId: string
  when: { day: string; clock: string } | null
  onPick: (when: { day: string; clock: string } | null) => void
}

/** Days in a row, hours with the places that are left; what is full says so and cannot be pressed. */
export function WhenPick({ days, queueId, when, onPick }: Props): JSX.Element {
  /** Hours at which this queue can be booked at all and that have not begun. */
  const hoursOf = ({ slots }: Day): Day['slots'] => slots.filter(({ left }) => left[queueId] !== undefined)
  const free = (one: Day): number => hoursOf(one).reduce((sum, { left }) => sum + (left[queueId] ?? 0), 0)
  const picked = useSignal('')
  // A day that is over since it was picked is left by itself.
  const day = days.find((one) => one.day === picked.value) ?? days.find((one) => free(one) > 0) ?? days[0]
  const slots = day ? hoursOf(day) : []
  return (
    <section class="card">
      <h2>{say('day')}</h2>
      <div class="days">
        {days.map((one) => (
          <button
            type="button"
            key={one.day}
            aria-pressed={one === day}
            onClick={() => {
              picked.value = one.day
              onPick(null)
            }}
          >
            <b class="num">{`${Number(one.day.slice(5, 7))}/${Number(one.day.slice(8))}`}</b>
            <span>{list('weekdays')[one.weekday - 1]}</span>
            <small>{hoursOf(one).length === 0 ? say('over') : leftWords(free(one))}</small>
          </button>
        ))}
      </div>
      <h2>{say('clock')}</h2>
      {slots.length === 0 && <p>{say('noSlots')}</p>}
      <div class="slots">
        {slots.map(({ clock, left }) => {
          const places = left[queueId] ?? 0
          return (
            <button
              type="button"
              key={clock}
              disabled={places === 0}
              aria-pressed={when?.day === day?.day && when?.clock === clock}
              onClick={() => day && onPick({ day: day.day, clock })}
            >
              <b class="num">{clock}</b>
              <small>{leftWords(places)}</small>
            </button>
          )
        })}
      </div>
    </section>
  )
}
