import type { JSX } from 'preact'
import { courseSlotOf, courseSlots } from '../../../gateway/contract/case-course.ts'
import type { WatchedCaseView, WatchedStep } from '../../../gateway/contract/watched-cases.ts'
import { say } from './words.ts'

const SLOT = 78
const BAR = 72
const TOP = 10
const HIGH = 10

/** The step that stands for a slot: the one under way, else the last that is over, else the one to come. */
export function stepsBySlot(steps: readonly WatchedStep[]): (WatchedStep | null)[] {
  // Steps of no known name take the place that is theirs by order.
  const placed = steps.map((step, nth) => {
    const slot = courseSlotOf(step.name)
    const place = slot === null ? Math.min(courseSlots.length - 1, nth + 1) : courseSlots.indexOf(slot)
    return { step, place }
  })
  return courseSlots.map((_, place) => {
    const here = placed.filter((one) => one.place === place).map(({ step }) => step)
    return (
      here.find(({ state }) => state === 'current') ??
      here.findLast(({ state }) => state === 'done') ??
      here.find(({ state }) => state === 'to-come') ??
      null
    )
  })
}

/** Six bars: filled = used of the step's limit, hatched = it stood, a tick where an overdue one should have ended. */
export const CourseBars = ({ watched }: { watched: WatchedCaseView }): JSX.Element => (
  <svg class="course-bars" viewBox="0 0 468 44" aria-hidden="true">
    <defs>
      <pattern id="standing" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="bar-paper" />
        <path d="M0 0V6" class="bar-hatch" />
      </pattern>
    </defs>
    {stepsBySlot(watched.steps).map((step, place) => (
      <Slot key={courseSlots[place]} step={step} x={place * SLOT} watched={watched} />
    ))}
  </svg>
)

function Slot({ step, x, watched }: { step: WatchedStep | null; x: number; watched: WatchedCaseView }): JSX.Element {
  if (step === null || step.state === 'to-come')
    return <rect x={x + 0.5} y={TOP + 0.5} width={BAR - 1} height={HIGH - 1} rx="3" class="bar-to-come" />
  const isOfWhole = step.state === 'current' && step.limitDays === null && watched.step === null
  const used = isOfWhole ? watched.used : step.used
  const limit = isOfWhole ? watched.limitDays : step.limitDays
  const light = isOfWhole ? watched.light : step.light
  const stood = isOfWhole ? watched.pausedDays : step.pausedDays
  const longest = Math.max(limit ?? 0, (used ?? 0) + (step.state === 'current' ? stood : 0), 1)
  const width = limit === null ? BAR : (BAR * Math.min(used ?? 0, longest)) / longest
  const standing = limit === null || step.state !== 'current' ? 0 : (BAR * stood) / longest
  const tone = step.state === 'done' ? (light === 'red' ? 'late' : 'done') : (light ?? 'done')
  const isOver = used !== null && limit !== null && used > limit
  return (
    <g>
      <rect x={x} y={TOP} width={BAR} height={HIGH} rx="3" class="bar-track" />
      <rect x={x} y={TOP} width={Math.max(limit === 0 ? BAR : 2, width)} height={HIGH} rx="3" class={`bar-${tone}`} />
      {standing > 0 && <rect x={x + width} y={TOP} width={standing} height={HIGH} class="bar-standing" />}
      {isOver && <path d={`M${x + (BAR * limit) / longest} ${TOP - 5}v20`} class="bar-limit" />}
      <text x={x} y="38" class={step.state === 'current' ? `bar-text bar-text-${light ?? 'green'}` : 'bar-text'}>
        {used === null ? '' : step.state === 'current' && limit !== null ? say('days', { used, limit }) : String(used)}
      </text>
    </g>
  )
}
