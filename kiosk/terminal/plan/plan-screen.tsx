import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { guideOf } from '../guide/guides.ts'
import { placesOf } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { WayDrawing, wayTo } from './way-drawing.tsx'
import { WayList } from './way-list.tsx'
import { WholePlan } from './whole-plan.tsx'

/** The hall as a drawing: the way to one matter's counters, or, from home, to whatever people ask for. */
export function PlanScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { where, terminal, press } = session
  const { matterId, stepFree } = where.value.context
  const matter = guideOf(matterId)
  const target = matter?.where[0]
  const route = target && terminal.value ? wayTo(terminal.value.terminal, target, stepFree) : null
  if (!matter || !target || !route)
    return (
      <main class="screen plan-screen whole">
        <WholePlan session={session} />
      </main>
    )
  return (
    <main class="screen plan-screen">
      <div class="above">
        <h1 class="serif">{say('wayTitle')}</h1>
        <p class="hint">{`${matter.name.replace(/（.*）$/, '')}：${placesOf(matter.where) ?? say('notHere')}`}</p>
      </div>
      <div class="below">
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
