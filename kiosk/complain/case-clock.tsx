import type { JSX } from 'preact'
import type { GrievanceView } from '../../gateway/contract/grievances.ts'
import { dayName, say } from './words.ts'

/** One cell for each working day: those that are over, the present one, those still to come. */
export function CaseClock({ view: { clock, daysOff } }: { view: GrievanceView }): JSX.Element {
  const { usedDays, totalDays, settleBy, filedOn } = clock
  const day = dayName(settleBy)
  const title =
    usedDays > totalDays
      ? say('answerLate', { day })
      : usedDays === totalDays
        ? say('answerToday')
        : say('answerBy', { day })
  return (
    <section class={`card complain-clock ${usedDays > totalDays ? 'late' : ''}`}>
      <p>
        <b>{title}</b>
        <span>{usedDays === 0 ? say('firstDay') : say('nth', { nth: usedDays, total: totalDays })}</span>
      </p>
      <div class="complain-days" aria-hidden="true">
        {Array.from({ length: totalDays }, (_, nth) => (
          <i key={nth} class={nth + 1 < usedDays ? 'over' : nth + 1 === usedDays ? 'now' : ''} />
        ))}
      </div>
      <p class="complain-ends">
        <span class="num">{shortDay(filedOn)}</span>
        <span>{daysOff > 0 ? say('daysOff', { days: daysOff }) : say('noDaysOff')}</span>
        <b class="num">{shortDay(settleBy)}</b>
      </p>
    </section>
  )
}
const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
