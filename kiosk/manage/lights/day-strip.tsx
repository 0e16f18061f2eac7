import type { JSX } from 'preact'
import type { WatchedDay } from '../../../gateway/contract/watched-cases.ts'
import { say, shortDay } from './words.ts'

const WIDE = 572
const MOST = 26

/** The days from the acceptance to the limit: days off hatched, the day of acceptance without a number. Long ones leave out their middle. */
export function DayStrip({ days: all }: { days: readonly WatchedDay[] }): JSX.Element {
  const days = all.length > MOST ? [...all.slice(0, 2), ...all.slice(2 - MOST)] : all
  const each = WIDE / Math.max(1, days.length)
  const size = Math.min(each - 3, 40)
  const middle = (nth: number): number => nth * each + size / 2
  const todayAt = days.findIndex(({ kind }) => kind === 'today')
  const dueAt = days.findIndex(({ isDue }) => isDue)
  const isLate = (nth: number): boolean => dueAt >= 0 && nth > dueAt && days[nth]?.nth !== null
  const firstOff = days.findIndex(({ kind }, nth) => kind === 'off' && days[nth - 1]?.kind !== 'off' && nth > todayAt)
  return (
    <svg class="day-strip" viewBox={`0 0 ${WIDE} 92`} role="img" aria-label={say('whole')}>
      <defs>
        <pattern id="off-day" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" class="strip-paper" />
          <path d="M0 0V7" class="strip-hatch" />
        </pattern>
      </defs>
      {days.map((one, nth) => (
        <g key={one.day}>
          <rect
            x={nth * each + 0.5}
            y="26"
            width={size}
            height="30"
            rx="4"
            class={`day-${isLate(nth) ? 'late' : one.kind}${one.isDue ? ' day-due' : ''}`}
          />
          {one.nth !== null && (
            <text
              x={middle(nth)}
              y="46"
              text-anchor="middle"
              class={`day-nth day-nth-${isLate(nth) ? 'late' : one.kind}`}
            >
              {one.nth}
            </text>
          )}
        </g>
      ))}
      <text x="0" y="16" class="strip-note">
        {say('acceptedNotCounted')}
      </text>
      <text x="0" y="74" class="strip-note">
        {say('accepted', { day: shortDay(days[0]?.day ?? '') })}
      </text>
      {todayAt > 4 && (
        <text x={middle(todayAt)} y="16" text-anchor="middle" class="strip-strong">
          {say('today')}
        </text>
      )}
      {firstOff > todayAt + 2 && firstOff < days.length - 4 && (
        <text x={middle(firstOff)} y="74" text-anchor="middle" class="strip-note">
          {shortDay(days[firstOff]?.day ?? '')}
        </text>
      )}
      {dueAt > todayAt + 2 && (
        <text x={Math.min(WIDE, middle(dueAt) + 14)} y="16" text-anchor="end" class="strip-strong">
          {say('due')}
        </text>
      )}
      {dueAt > 4 && (
        <text x={Math.min(WIDE, middle(dueAt) + 18)} y="74" text-anchor="end" class="strip-strong">
          {shortDay(days[dueAt]?.day ?? '')}
        </text>
      )}
    </svg>
  )
}
