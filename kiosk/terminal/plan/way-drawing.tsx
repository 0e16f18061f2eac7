import type { JSX } from 'preact'
import type { QueueView, TerminalView } from '../../../gateway/contract/views.ts'
import { FloorDrawing } from '../../shared/plan/floor-drawing.tsx'
import { type Goal, desksOf, findRoute } from '../../shared/plan/route.ts'
import { facts, placeName } from '../hall-facts.ts'
import { say } from '../words.ts'

type Place = QueueView['where'][number]
const WIDTH = 920

/** The middle of the counters that serve a matter; a wheelchair goes to the low one of them, if there is one. */
export function goalOf({ floor, zone, counters }: Place, stepFree: boolean): (Goal & { counters: readonly string[] }) | null {
  const drawn = facts.value.plan.find((plan) => plan.floor === floor)?.zones.find((one) => one.zone === zone)
  if (!drawn) return null
  const inZone = facts.value.counters.filter((counter) => counter.zone === zone)
  const low = stepFree ? counters.filter((id) => inZone.some((counter) => counter.id === id && counter.accessible)) : []
  const wanted = low.length > 0 ? low : counters
  const desks = desksOf(
    drawn,
    inZone.map(({ id }) => id),
  ).filter(({ id }) => wanted.includes(id))
  const middle = desks[Math.floor((desks.length - 1) / 2)]
  return middle ? { floor, at: middle.front, counters: wanted } : null
}

/** Where the terminal stands; null = not on the plan. */
export function standOf(terminal: TerminalView['terminal']): Goal | null {
  const at = facts.value.plan.find(({ floor }) => floor === terminal.floor)?.terminals.find((one) => one.terminal === terminal.id)?.at
  return at ? { floor: terminal.floor, at } : null
}

/** The way from this terminal to the counters of a queue, one drawing for each floor (`short`: this floor only); nothing when the hall has no plan. */
export function WayDrawing({
  here,
  target,
  stepFree,
  short,
}: {
  here: TerminalView['terminal']
  target: Place
  stepFree: boolean
  short: boolean
}): JSX.Element | null {
  const [stand, goal] = [standOf(here), goalOf(target, stepFree)]
  const route = stand && goal && findRoute(facts.value.plan, stand, goal, stepFree)
  if (!route) return null
  return (
    <>
      {route.legs.slice(0, short ? 1 : 2).map(({ plan, way, by }, nth) => (
        <figure class="way" key={plan.floor}>
          {route.legs.length > 1 && (
            <figcaption>{nth === 0 && by ? say('goUp', { by: by.name, floor: floorName(target.floor) }) : placeName(target.floor, target.zone)}</figcaption>
          )}
          <FloorDrawing
            plan={plan}
            zoneName={(zone) => zoneName(plan.floor, zone)}
            countersOf={countersIn}
            here={nth === 0 ? (stand?.at ?? null) : null}
            hereWords={say('youAreHere')}
            way={way.points}
            goalZone={plan.floor === target.floor ? target.zone : null}
            goalCounters={plan.floor === target.floor ? (goal?.counters ?? []) : []}
            goalPlace={null}
            label={
              by
                ? say('goUp', { by: by.name, floor: floorName(target.floor) })
                : say('wayTo', { place: placeName(target.floor, target.zone), metres: Math.round(way.metres) })
            }
            width={WIDTH}
            depth={short ? Math.max(...way.points.map(([, y]) => y)) + 7 : null}
          />
        </figure>
      ))}
    </>
  )
}

export const floorName = (floor: string): string => facts.value.floors.find(({ id }) => id === floor)?.name ?? floor
export const zoneName = (floor: string, zone: string): string =>
  facts.value.floors.find(({ id }) => id === floor)?.zones.find(({ id }) => id === zone)?.name ?? zone
export const countersIn = (zone: string): string[] => facts.value.counters.filter((counter) => counter.zone === zone).map(({ id }) => id)
