import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { BookingView } from '../../gateway/contract/appointments.ts'
import { words } from './words.ts'

interface Props {
  days: BookingView['days']
  queueId: string
  when: { day: string; clock: string } | null
  onPick: (when: { day: string; clock: string } | null) => void
}

/** Days in a row, hours with the places that are left; what is full says so and cannot be pressed. */
export function WhenPick({ days, queueId, when, onPick }: Props): JSX.Element {
  const free = ({ slots }: BookingView['days'][number]): number =>
    slots.reduce((sum, { left }) => sum + (left[queueId] ?? 0), 0)
  const day = useSignal(days.find((one) => free(one) > 0)?.day ?? days[0]?.day ?? '')
  const slots = days.find((one) => one.day === day.value)?.slots ?? []
  return (
    <section class="card">
      <h2>{words.day}</h2>
      <div class="days">
        {days.map((one) => (
          <button
            type="button"
            key={one.day}
            aria-pressed={one.day === day.value}
            onClick={() => {
              day.value = one.day
              onPick(null)
            }}
          >
            <b class="num">{`${Number(one.day.slice(5, 7))}/${Number(one.day.slice(8))}`}</b>
            <span>{words.weekdays[one.weekday - 1]}</span>
            <small>{words.left(free(one))}</small>
          </button>
        ))}
      </div>
      <h2>{words.clock}</h2>
      {slots.length === 0 && <p>{words.noSlots}</p>}
      <div class="slots">
        {slots.map(({ clock, left }) => {
          const places = left[queueId] ?? 0
          return (
            <button
              type="button"
              key={clock}
              disabled={places === 0}
              aria-pressed={when?.day === day.value && when.clock === clock}
              onClick={() => onPick({ day: day.value, clock })}
            >
              <b class="num">{clock}</b>
              <small>{words.left(places)}</small>
            </button>
          )
        })}
      </div>
    </section>
  )
}
