import type { JSX } from 'preact'
import type { CityHall } from '../../gateway/contract/city.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import { toneOf } from './city-words.ts'
import { say } from './words.ts'

/** One axis for all halls: 0 to 60 minutes on 282 of 300 pixels. */
const xOf = (minutes: number): number => 6 + Math.min(60, minutes) * 4.7
const LONG_MINUTES = 24 * 60

/** A hall on the board: how many wait, how long they waited, what is open, what is amiss. One that is cut off says how old its figures are. */
export function HallRow({ hall, now, zone }: { hall: CityHall; now: number; zone: string }): JSX.Element {
  const { name, place, state, heardAt, waiting, openCounters, counters, faults, lights, course } = hall
  const tone = toneOf(hall)
  const gone = heardAt === null ? LONG_MINUTES : Math.round((now - heardAt) / 60_000)
  const under =
    state === 'live'
      ? place
      : state === 'unfit'
        ? say('unfit')
        : gone < LONG_MINUTES
          ? say('cutSince', { minutes: gone })
          : say('cutLong')
  return (
    <li class={`grid hall ${tone}`}>
      <i class={`mark ${tone}`} aria-hidden="true" />
      <div class="name">
        <b title={name}>{name}</b>
        <small>{under}</small>
      </div>
      <b class="num right big">{waiting}</b>
      {state === 'live' ? (
        <Waited hall={hall} tone={tone} />
      ) : (
        <span class="quiet">{heardAt === null ? '' : say('cutAt', { clock: clockAt(heardAt, zone) })}</span>
      )}
      <div>
        <span class="num">
          <b>{openCounters}</b> / {counters}
        </span>
        <div class="share">
          <i style={{ width: `${counters === 0 ? 0 : Math.round((100 * openCounters) / counters)}%` }} />
        </div>
      </div>
      <span class={faults !== null && faults > 0 ? 'faulty' : 'quiet'}>
        {faults === null ? say('unknown') : faults === 0 ? say('none') : say('faultCount', { count: faults })}
      </span>
      <Lights lights={lights} />
      <Course waiting={course.waiting} isLive={state === 'live'} />
    </li>
  )
}

function Waited({ hall: { waited }, tone }: { hall: CityHall; tone: string }): JSX.Element {
  if (waited === null) return <span class="quiet">{say('nobodyCalled')}</span>
  const { low, half, most } = waited
  return (
    <svg class="waited" viewBox="0 0 300 72" width="300" aria-label={`${half} ${most}`} role="img">
      {[0, 15, 45, 60].map((at) => (
        <path key={at} d={`M${xOf(at)} 0V72`} class="rule" />
      ))}
      <path d={`M${xOf(30)} 0V72`} class="promised" />
      <path d={`M${xOf(low)} 36H${xOf(most)}`} class={`span ${tone}`} />
      <circle cx={xOf(half)} cy="36" r="8" class="dot" />
      <text x={xOf(half)} y="21" text-anchor="middle" class="half num">
        {half}
      </text>
      <text x={Math.min(276, xOf(most) + 12)} y="41" class={`most num ${tone}`}>
        {most}
      </text>
    </svg>
  )
}

function Lights({ lights }: Pick<CityHall, 'lights'>): JSX.Element {
  if (lights === null) return <span class="quiet">{say('unknown')}</span>
  const { red, yellow, paused } = lights
  if (red + yellow + paused === 0) return <span class="quiet">{say('none')}</span>
  return (
    <span class="lights num">
      {red > 0 && (
        <span>
          <i class="light red" />
          {red}
        </span>
      )}
      {yellow > 0 && (
        <span>
          <i class="light yellow" />
          {yellow}
        </span>
      )}
      {paused > 0 && (
        <span>
          <i class="light paused" />
          {paused}
        </span>
      )}
    </span>
  )
}

function Course({ waiting, isLive }: { waiting: readonly number[]; isLive: boolean }): JSX.Element {
  const most = Math.max(1, ...waiting)
  const step = 120 / Math.max(1, waiting.length - 1)
  const points = waiting.map((people, at) => `${(at * step).toFixed(1)},${(40 - (people / most) * 30).toFixed(1)}`)
  const last = points.at(-1)?.split(',') ?? null
  return (
    <svg class={isLive ? 'course' : 'course gone'} width="140" height="44" aria-hidden="true">
      <path d="M0 40H132" class="rule" />
      <polyline points={points.join(' ')} />
      {last && isLive && <circle cx={last[0]} cy={last[1]} r="4.5" class="dot" />}
    </svg>
  )
}
