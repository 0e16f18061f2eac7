import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { FloorPlan } from '../../../gateway/contract/plan.ts'
import { FloorDrawing } from '../../shared/plan/floor-drawing.tsx'
import { wholeFloor } from '../../shared/plan/frame.ts'
import { findRoute } from '../../shared/plan/route.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { guideOf } from '../guide/guides.ts'
import { facts, placesOf } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { WayDrawing, countersIn, countersWords, floorName, standOf, wayTo, zoneName } from './way-drawing.tsx'
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

function WholePlan({ session }: { session: Session }): JSX.Element {
  const { terminal, where } = session
  const { stepFree } = where.value.context
  const floor = useSignal(terminal.value?.terminal.floor ?? facts.value.plan[0]?.floor ?? '')
  const goal = useSignal<FloorPlan['places'][number] | null>(null)
  const plan = facts.value.plan.find((one) => one.floor === floor.value)
  if (!plan) return <p class="unknown">{say('noPlan')}</p>
  const stand = terminal.value ? standOf(terminal.value.terminal) : null
  const route =
    stand && goal.value && findRoute(facts.value.plan, stand, { floor: plan.floor, at: goal.value.at }, stepFree)
  const leg = route?.legs.find((one) => one.plan.floor === plan.floor)
  const up = route && route.legs.length > 1 ? (route.legs[0]?.by ?? null) : null
  const words = goal.value
    ? up
      ? say('goUp', { by: up.name, floor: floorName(plan.floor) })
      : say('wayTo', { place: goal.value.name, metres: Math.round(leg?.way.metres ?? 0) })
    : null
  return (
    <>
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
          goalZone={null}
          goalCounters={[]}
          goalPlace={goal.value?.at ?? null}
          label={words ?? say('planTitle')}
          width={984}
        />
      </div>
      <div class="floors" role="tablist">
        {facts.value.plan.map((one) => (
          <button
            type="button"
            role="tab"
            key={one.floor}
            aria-selected={one.floor === floor.value}
            onClick={() => {
              floor.value = one.floor
              goal.value = null
            }}
          >
            {floorName(one.floor)}
          </button>
        ))}
      </div>
      <p class="way-words" role="status">
        {words ?? say('planAsk')}
      </p>
      <div class="places">
        {plan.places.map((place) => (
          <button
            type="button"
            class="outlined"
            key={`${place.kind} ${place.at}`}
            aria-pressed={goal.value === place}
            onClick={() => void (goal.value = place)}
          >
            {place.name}
          </button>
        ))}
      </div>
    </>
  )
}
