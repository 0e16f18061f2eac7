import type { JSX } from 'preact'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Ticking } from '../shared/staff/ticking.tsx'
import { say } from './words.ts'

/** Called: where to go is the largest, the own number second. `place`: 1 楼 C 区, null = not known yet. */
export function CalledHero({
  view,
  counterId,
  place,
  now,
}: {
  view: TrackView
  counterId: string
  place: string | null
  now: () => number
}): JSX.Element {
  const { calledAt } = view
  return (
    <section class="number called" aria-label={say('called.here', { counter: counterId, place: place ?? '' })}>
      <div class="line">
        <b>{say('called.title')}</b>
        {calledAt !== null && (
          <span class="ago">
            <Icon name="clock" size={18} />
            <Ticking class="" words={() => agoWords(now() - calledAt)} />
          </span>
        )}
      </div>
      <div class="go">
        <b class={counterId.length > 2 ? 'num goal long' : 'num goal'}>{counterId}</b>
        <div>
          <b>{say('called.counter')}</b>
          {place !== null && (
            <span>
              <Icon name="place" size={26} />
              {place}
            </span>
          )}
        </div>
      </div>
      <div class="own">
        <div>
          <small>{say('yourNumber')}</small>
          <b class="num">{view.number}</b>
        </div>
        <p>
          {say('called.late')}
          <br />
          {say('called.again', { minutes: view.requeueWithinMinutes })}
        </p>
      </div>
    </section>
  )
}

function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return seconds < 60
    ? say('called.agoSeconds', { seconds })
    : say('called.agoMinutes', { minutes: Math.floor(seconds / 60) })
}
