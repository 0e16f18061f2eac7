import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { deskGoal } from '../../gateway/contract/ways/desk-goal.ts'
import { FloorDrawing } from '../shared/plan/floor-drawing.tsx'
import { frameAround } from '../shared/plan/frame.ts'
import { type Route, findRoute, routeMetres } from '../../gateway/contract/ways/route.ts'
import { wayLength, waySentence } from '../shared/plan/way-sentence.ts'
import type { HallPlaces } from '../shared/plan/hall-places.ts'

interface Props {
  places: HallPlaces
  goal: { floor: string; zone: string; counterId: string }
  stepFree: boolean
}

/** Drawn wide and shown small: its words are as large as the phone's own. */
const WIDTH = 760
const SHAPE = 1.9

/** From the main door to the counter that called: in words, and the last floor as a drawing. Nothing where the hall has no plan. */
export function WayCard({ places, goal, stepFree }: Props): JSX.Element | null {
  const way = useMemo(() => wayIn(places, goal, stepFree), [places, goal.counterId, stepFree])
  const leg = way?.route.legs.at(-1)
  if (!way || !leg) return null
  const { plan } = leg
  const zoneName = (zone: string): string =>
    places.floors.find(({ id }) => id === plan.floor)?.zones.find(({ id }) => id === zone)?.name ?? zone
  const sentence = waySentence({
    route: way.route,
    goal: way.desk,
    floorName: (floor) => places.floors.find(({ id }) => id === floor)?.name ?? floor,
    door: way.door,
  })
  return (
    <section class="card way-card">
      <b>{sentence}</b>
      <span>{wayLength(routeMetres(way.route))}</span>
      <div class="drawn">
        <FloorDrawing
          plan={plan}
          frame={frameAround(plan, leg.way.points, SHAPE)}
          zoneName={zoneName}
          countersOf={(zone) => places.counters.filter((counter) => counter.zone === zone).map(({ id }) => id)}
          countersWords={() => ''}
          here={way.route.legs.length === 1 ? (leg.way.points[0] ?? null) : null}
          hereWords={way.door}
          way={leg.way.points}
          goalZone={goal.zone}
          goalCounters={[goal.counterId]}
          goalPlace={null}
          label={sentence}
          width={WIDTH}
        />
      </div>
    </section>
  )
}

function wayIn(
  { plan, counters }: HallPlaces,
  { floor, zone, counterId }: Props['goal'],
  stepFree: boolean,
): { route: Route; desk: [number, number]; door: string } | null {
  const goal = deskGoal(plan, counters, { floor, zone, counters: [counterId] }, stepFree)
  const doors = plan.flatMap((one) =>
    one.places
      .filter(({ kind }) => kind === 'entrance')
      .flatMap(({ name, at }) => {
        const route = goal && findRoute(plan, { floor: one.floor, at }, goal, stepFree)
        return route ? [{ route, desk: goal.desk, door: name }] : []
      }),
  )
  return doors.toSorted((one, other) => routeMetres(one.route) - routeMetres(other.route))[0] ?? null
}
