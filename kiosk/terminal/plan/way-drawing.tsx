import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { JSX } from 'preact'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { TerminalView } from '../../../gateway/contract/visitor-views.ts'
import { FloorDrawing } from '../../shared/plan/floor-drawing.tsx'
import { frameAround } from '../../shared/plan/frame.ts'
import { type DeskGoal, deskGoal } from '../../../gateway/contract/ways/desk-goal.ts'
import { type Goal, type Route, findRoute } from '../../../gateway/contract/ways/route.ts'
import { facts, placeName } from '../hall-facts.ts'
import { say } from '../words.ts'

type Place = QueueView['where'][number]
const WIDTH = 984

/** The counters that serve a matter; null = not on the plan. */
export const goalOf = (place: Place, stepFree: boolean): DeskGoal | null =>
  deskGoal(facts.value.plan, facts.value.counters, place, stepFree)

/** Where the terminal stands; null = not on the plan. */
export function standOf(terminal: TerminalView['terminal']): Goal | null {
  const at = facts.value.plan
    .find(({ floor }) => floor === terminal.floor)
    ?.terminals.find((one) => one.terminal === terminal.id)?.at
  return at ? { floor: terminal.floor, at } : null
}

/** How to get from this terminal to the counters of a queue; null = the plan does not know a way. */
export function wayTo(
  here: TerminalView['terminal'],
  target: Place,
  stepFree: boolean,
): (Route & { counters: readonly string[] }) | null {
  const [stand, goal] = [standOf(here), goalOf(target, stepFree)]
  const route = stand && goal && findRoute(facts.value.plan, stand, goal, stepFree)
  return route && goal ? { ...route, counters: goal.counters } : null
}

interface Props {
  route: Route & { counters: readonly string[] }
  target: Place
  /** Only the floor where one stands. */
  short: boolean
  /** Width ÷ height of the room for each floor. */
  shape: number
}
/** The way as drawings, one for each floor. */
export function WayDrawing({ route, target, short, shape }: Props): JSX.Element {
  return (
    <>
      {route.legs.slice(0, short ? 1 : 2).map(({ plan, way, by }, nth) => (
        <figure class="way" key={plan.floor}>
          {route.legs.length > 1 && (
            <figcaption>
              {by ? say('goUp', { by: by.name, floor: floorName(target.floor) }) : placeName(target.floor, target.zone)}
            </figcaption>
          )}
          <FloorDrawing
            plan={plan}
            frame={frameAround(plan, way.points, shape)}
            zoneName={(zone) => zoneName(plan.floor, zone)}
            countersOf={countersIn}
            countersWords={countersWords}
            here={nth === 0 ? (way.points[0] ?? null) : null}
            hereWords={say('youAreHere')}
            way={way.points}
            goalZone={plan.floor === target.floor ? target.zone : null}
            goalCounters={plan.floor === target.floor ? route.counters : []}
            goalPlace={null}
            label={
              by
                ? say('goUp', { by: by.name, floor: floorName(target.floor) })
                : say('wayTo', { place: placeName(target.floor, target.zone), metres: Math.round(way.metres) })
            }
            width={WIDTH}
          />
        </figure>
      ))}
    </>
  )
}

export const floorName = (floor: string): string => facts.value.floors.find(({ id }) => id === floor)?.name ?? floor
export const zoneName = (floor: string, zone: string): string =>
  facts.value.floors.find(({ id }) => id === floor)?.zones.find(({ id }) => id === zone)?.name ?? zone
export const countersIn = (zone: string): string[] =>
  facts.value.counters.filter((counter) => counter.zone === zone).map(({ id }) => id)

export const countersWords = (zone: string): string => say('numbers', { range: counterRanges(countersIn(zone)) })
