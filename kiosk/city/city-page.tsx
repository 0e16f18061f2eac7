import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import { every } from '../../gateway/client/page-clock.ts'
import type { CityBoard } from '../../gateway/contract/city.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { CityMap } from './city-map.tsx'
import { headline, totals } from './city-words.ts'
import { HallRow } from './hall-row.tsx'
import { Quickest } from './quickest.tsx'
import { say } from './words.ts'

const ASK_EACH_MS = 3_000
const ZONE = 'Asia/Shanghai'
const KEY = 'tingshi:city-token'

/** Given once in the address, then wiped from it. */
function ownToken(): string | null {
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(KEY, given)
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(KEY)
}

/** Every hall of the city, read at one look: who waits how long, what is cut off, where it goes quicker. */
export function CityPage(): JSX.Element {
  const board = useSignal<CityBoard | null>(null)
  const trouble = useSignal<'refused' | 'away' | null>(null)
  useEffect(() => {
    const token = ownToken()
    const look = async (): Promise<void> => {
      const asked = await ask('/api/v1/city/board', withFields<CityBoard>('name', 'now', 'halls'), { token })
      if (asked.ok) board.value = asked.body
      trouble.value = asked.ok ? null : asked.error.code === 'not-signed-in' ? 'refused' : 'away'
    }
    void look()
    return every(ASK_EACH_MS, () => void look())
  }, [])
  const shown = board.value
  if (shown === null) return <p class="alone">{say(trouble.value === 'refused' ? 'refused' : 'first')}</p>
  const live = shown.halls.filter(({ state }) => state === 'live').length
  const first = Math.min(
    ...shown.halls.filter(({ course }) => course.waiting.length > 0).map(({ course }) => course.from),
  )
  const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  return (
    <div class="city">
      <header class="top">
        <Mark size={36} />
        <b class="serif">{shown.name}</b>
        <span class="part">{say('all')}</span>
        <span class="space" />
        <span class={live === shown.halls.length ? 'tag good' : 'tag amiss'}>
          {say('live', { live, halls: shown.halls.length })}
        </span>
        <time class="num">{clockAt(shown.now, ZONE)}</time>
      </header>
      <section class="head">
        <h1 class="serif">{shown.halls.length === 0 ? say('noHalls') : headline(shown)}</h1>
        <p role="status">
          {trouble.value === 'away' ? say('away', { clock: clockAt(shown.now, ZONE) }) : totals(shown)}
        </p>
      </section>
      <main>
        <section class="card halls">
          <div class="card-head">
            <h2>{say('halls')}</h2>
            <span class="space" />
            <span class="legend">
              <i class="bar" />
              {say('legend')}
            </span>
            <span class="legend">
              <i class="dashes" />
              {say('promise')}
            </span>
          </div>
          <div class="grid titles">
            <span />
            <span>{say('hall')}</span>
            <span class="right">{say('waiting')}</span>
            <span class="axis num" aria-hidden="true">
              <i>0</i>
              <i>15</i>
              <i>30</i>
              <i>45</i>
              <i>60</i>
            </span>
            <span>{say('counters')}</span>
            <span>{say('faults')}</span>
            <span>{say('lights')}</span>
            <span>{Number.isFinite(first) ? say('courseFrom', { clock: clock(first) }) : say('course')}</span>
          </div>
          <ul>
            {shown.halls.map((hall) => (
              <HallRow key={hall.id} hall={hall} now={shown.now} zone={ZONE} />
            ))}
          </ul>
        </section>
        <aside>
          <section class="card">
            <div class="card-head">
              <h2>{say('where')}</h2>
              <small>{say('whereNote')}</small>
            </div>
            <CityMap halls={shown.halls} />
          </section>
          <Quickest halls={shown.halls} />
        </aside>
      </main>
    </div>
  )
}
