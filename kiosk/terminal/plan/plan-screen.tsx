import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import { FloorDrawing, type Touched } from '../../shared/plan/floor-drawing.tsx'
import { wholeFloor } from '../../shared/plan/frame.ts'
import { findRoute } from '../../shared/plan/route.ts'
import { routeMetres, wayLength, waySentence } from '../../shared/plan/way-sentence.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { guideOf } from '../guide/guides.ts'
import { facts, placesOf } from '../hall-facts.ts'
import type { PlanGoal } from '../visit.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { WayDrawing, countersIn, countersWords, floorName, goalOf, standOf, wayTo, zoneName } from './way-drawing.tsx'
import { WayList } from './way-list.tsx'

/** The hall as a drawing: the way to one matter's counters, or, from home, to whatever people ask for. */
export function PlanScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { where, terminal, press } = session
  const { matterId, stepFree } = where.value.context
  const matter = guideOf(matterId)
  const target = matter?.where[0]
  const route = target && terminal.value ? wayTo(terminal.value.terminal, target, stepFree) : null
  return (
    <main class={`screen plan-screen ${matter ? '' : 'whole'}`}>
      <div class="above">
        <h1 class="serif">{matter ? say('wayTitle') : say('planTitle')}</h1>
        <p class="hint">
          {matter
            ? `${matter.name.replace(/（.*）$/, '')}：${placesOf(matter.where) ?? say('notHere')}`
            : say('planHint')}
        </p>
      </div>
      <div class="below">
        {target && route ? (
          <>
            <div class="drawn">
              <WayDrawing
                route={route}
                target={target}
                short={false}
                shape={route.legs.length > 1 ? (wide ? 4 : 2.5) : wide ? 1.85 : 1.4}
              />
            </div>
            <div class="beside-plan">
              <WayList route={route} target={target} />
            </div>
          </>
        ) : (
          <WholePlan session={session} />
        )}
        <button
          type="button"
          class="outlined step-free"
          aria-pressed={stepFree}
          onClick={() => press({ type: 'step-free' })}
        >
          <Icon name={stepFree ? 'check' : 'wheelchair'} size={52} />
          {say('stepFree')}
        </button>
      </div>
    </main>
  )
}

/** What was touched, looked for or found by its number. */
interface Sought {
  floor: string
  at: Point
  /** The thing itself, where one waits before it; null = the way ends there. */
  desk: Point | null
  name: string
  place: FloorPlan['places'][number] | null
  zone: string | null
  counters: readonly string[]
}

const soughtPlace = (floor: string, place: FloorPlan['places'][number]): Sought => ({
  floor,
  at: place.at,
  desk: null,
  name: place.name,
  place,
  zone: null,
  counters: [],
})

/** Counters of one zone: one by its number, or all of them. null = not on the plan. */
function soughtCounters(zone: string, ids: readonly string[], stepFree: boolean): Sought | null {
  const floor = facts.value.counters.find(({ id }) => id === ids[0])?.floor
  const goal = floor === undefined ? null : goalOf({ floor, zone, counters: [...ids] }, stepFree)
  if (!goal) return null
  const name = ids.length === 1 ? say('planCounter', { counter: ids[0] ?? '' }) : zoneName(goal.floor, zone)
  return { ...goal, name, place: null, zone, counters: ids }
}

/** What the visitor asked for before the plan was opened; null = nothing, or it is not on the plan. */
function soughtBefore(goal: PlanGoal | null, stepFree: boolean): Sought | null {
  switch (goal?.kind) {
    case 'counter': {
      const counter = facts.value.counters.find(({ id }) => id === goal.counter)
      return counter ? soughtCounters(counter.zone, [counter.id], stepFree) : null
    }
    case 'facility': {
      const plan = facts.value.plan.find(({ floor }) => floor === goal.floor)
      const place = plan?.places.find(({ name }) => name === goal.name)
      return place ? soughtPlace(goal.floor, place) : null
    }
    case undefined:
      return null
  }
}

function WholePlan({ session }: { session: Session }): JSX.Element {
  const { terminal, where } = session
  const { stepFree, planGoal } = where.value.context
  const goal = useSignal<Sought | null>(soughtBefore(planGoal, stepFree))
  const floor = useSignal(goal.peek()?.floor ?? terminal.value?.terminal.floor ?? facts.value.plan[0]?.floor ?? '')
  /** The counter that is looked for, digit by digit; null = nobody looks for one. */
  const typed = useSignal<string | null>(null)
  const plan = facts.value.plan.find((one) => one.floor === floor.value)
  if (!plan) return <p class="unknown">{say('noPlan')}</p>
  const sought = goal.value
  const stand = terminal.value ? standOf(terminal.value.terminal) : null
  const route = stand && sought && findRoute(facts.value.plan, stand, sought, stepFree)
  const leg = route?.legs.find((one) => one.plan.floor === plan.floor)
  const seek = (what: Sought | null): void => {
    goal.value = what
    if (what) floor.value = what.floor
  }
  const type = (digits: string): void => {
    typed.value = digits
    const counter = facts.value.counters.find(({ id }) => id === digits)
    seek(counter ? soughtCounters(counter.zone, [counter.id], stepFree) : null)
  }
  const touch = (touched: Touched): void => {
    typed.value = null
    if (touched.kind === 'place') seek(soughtPlace(plan.floor, touched.place))
    else
      seek(soughtCounters(touched.zone, touched.kind === 'counter' ? [touched.id] : countersIn(touched.zone), stepFree))
  }
  const words =
    route && sought
      ? waySentence({ route, goal: sought.desk, floorName, door: null })
      : sought && stand
        ? say('noWay')
        : typed.value
          ? say('planNoCounter', { counter: typed.value })
          : say('planAsk')
  return (
    <>
      <p class="way-words" role="status">
        {sought && <b>{sought.name}</b>}
        <span>{words}</span>
        {route && <small>{wayLength(routeMetres(route))}</small>}
      </p>
      <div class="drawn">
        <FloorDrawing
          plan={plan}
          frame={wholeFloor(plan)}
          zoneName={(zone) => zoneName(plan.floor, zone)}
          countersOf={countersIn}
          countersWords={countersWords}
          here={stand?.floor === plan.floor ? stand.at : null}
          hereWords={say('youAreHere')}
          way={leg?.way.points ?? []}
          goalZone={sought?.zone ?? null}
          goalCounters={sought?.counters ?? []}
          goalPlace={sought?.place?.at ?? null}
          label={words}
          width={984}
          onTouch={touch}
        />
      </div>
      <div class="floors">
        {facts.value.plan.map((one) => (
          <button
            type="button"
            key={one.floor}
            aria-pressed={one.floor === floor.value}
            onClick={() => {
              floor.value = one.floor
              if (sought?.floor !== one.floor && !route) goal.value = null
            }}
          >
            {floorName(one.floor)}
          </button>
        ))}
        <button
          type="button"
          class="find-counter"
          aria-pressed={typed.value !== null}
          onClick={() => void (typed.value = typed.value === null ? '' : null)}
        >
          <Icon name="search" size={44} />
          {say('planFind')} <b class="num">{typed.value ?? ''}</b>
        </button>
      </div>
      {typed.value !== null ? (
        <div class="places counter-keys">
          {[...'1234567890'].map((digit) => (
            <button
              type="button"
              class="outlined num"
              key={digit}
              onClick={() => type(`${typed.value ?? ''}${digit}`.slice(-3))}
            >
              {digit}
            </button>
          ))}
          <button
            type="button"
            class="outlined"
            aria-label={say('delete')}
            onClick={() => type((typed.value ?? '').slice(0, -1))}
          >
            <Icon name="erase" size={48} />
          </button>
        </div>
      ) : (
        <div class="places">
          {plan.places.map((place) => (
            <button
              type="button"
              class="outlined"
              key={`${place.kind} ${place.at}`}
              aria-pressed={sought?.place === place}
              onClick={() => seek(soughtPlace(plan.floor, place))}
            >
              {place.name}
            </button>
          ))}
        </div>
      )}
    </>
  )
}
