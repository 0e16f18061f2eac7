import type { ComponentChildren, JSX } from 'preact'
import { beyondUsual, beyondWords } from '../../../display/shared/board/day-curve.tsx'
import { minutesSince } from '../../../display/shared/board/words.ts'
import { sinceWords } from '../../shared/staff/time-words.ts'
import type { OpenSection } from '../section-props.ts'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

type Tone = 'plain' | 'amber' | 'red'

interface FiguresProps {
  board: Board
  now: number
  open: OpenSection
  onQueue(id: string): void
}

/** The figures of now; each leads to what it is about. */
export function FiguresRow({ board, now, open, onQueue }: FiguresProps): JSX.Element {
  const { view, queues, counters, devices, lights, usual } = board
  const beyond = beyondUsual(view, usual, now)
  const longest = queues.toSorted((one, other) => other.longestMinutes - one.longestMinutes)[0]
  const all = [...counters.values()]
  const called = all.filter(({ does, sign }) => does === 'called' && sign === 'warning')
  const count = (does: string): number => all.filter((one) => one.does === does).length
  const unanswered = view.help.filter(({ answeredBy, left }) => answeredBy === null && !left)
  const going = view.help.length - unanswered.length
  const wanting = devices.filter(({ state }) => state === 'fault' || state === 'warning')
  const oldest = (list: readonly { at: number }[]): number => Math.min(...list.map(({ at }) => at))
  const byWait: Tone =
    (longest?.longestMinutes ?? 0) >= view.promise.limit
      ? 'red'
      : (longest?.longestMinutes ?? 0) >= view.promise.minutes
        ? 'amber'
        : 'plain'
  return (
    <section class="card board-figures" aria-label={say('figures.waiting')}>
      <Figure
        name={say('figures.waiting')}
        value={view.waiting}
        unit={say('figures.people')}
        rest={beyond === null ? '' : beyondWords(beyond)}
        tone={beyond !== null && beyond >= 3 ? 'amber' : 'plain'}
        href="/guide/"
      />
      <Figure
        name={say('figures.longest')}
        value={longest && longest.waiting > 0 ? longest.longestMinutes : '—'}
        unit={longest && longest.waiting > 0 ? say('figures.minutes') : ''}
        rest={
          longest && longest.waiting > 0
            ? say('figures.longestOf', { series: longest.series, name: longest.name, limit: view.promise.limit })
            : say('figures.nobody')
        }
        tone={byWait}
        onPress={() => longest && onQueue(longest.id)}
      />
      <Figure
        name={say('figures.called')}
        value={called.length}
        unit={say('figures.calledMany')}
        rest={
          called.length === 0
            ? say('figures.calledNone')
            : say('figures.calledLongest', {
                minutes: minutesSince(Math.min(...called.map(({ since }) => since ?? now)), now),
              })
        }
        tone={called.length > 0 ? 'amber' : 'plain'}
        href="/guide/"
      />
      <Figure
        name={say('figures.open')}
        value={all.length - count('paused') - count('closed')}
        unit={say('figures.ofAll', { all: all.length })}
        rest={say('figures.openRest', { paused: count('paused'), closed: count('closed') })}
        tone="plain"
        href="/guide/"
      />
      <Figure
        name={say('figures.help')}
        value={unanswered.length}
        unit={say('figures.helpMany')}
        rest={
          unanswered.length > 0
            ? say('figures.helpLongest', { since: sinceWords(oldest(unanswered), now) })
            : going > 0
              ? say('figures.helpGoing', { many: going })
              : say('figures.helpNone')
        }
        tone={unanswered.some(({ escalated }) => escalated) ? 'red' : unanswered.length > 0 ? 'amber' : 'plain'}
        href="/guide/"
      />
      <Figure
        name={say('figures.devices')}
        value={wanting.length}
        unit={say('figures.devicesOf', { all: devices.length })}
        rest={
          wanting.length === 0
            ? say('figures.devicesFine')
            : wanting
                .slice(0, 2)
                .map(({ id, word }) => `${id} ${word}`)
                .join(' · ')
        }
        tone={wanting.length > 0 ? 'amber' : 'plain'}
        onPress={() => open('devices')}
      />
      <Figure
        name={say('figures.lights')}
        value={lights ? `${lights.yellow} + ${lights.red}` : '—'}
        unit={say('figures.lightsUnit')}
        rest={
          lights && lights.unanswered > 0
            ? say('figures.lightsNow', { many: lights.unanswered })
            : say('figures.lightsFine')
        }
        tone={lights && lights.red > 0 ? 'red' : 'plain'}
        onPress={() => open('lights')}
      />
      <Figure
        name={say('figures.taken')}
        value={view.taken}
        unit={say('figures.takenUnit')}
        rest={
          view.below50 === null
            ? say('figures.takenOnly', { finished: view.finished })
            : say('figures.takenRest', { finished: view.finished, minutes: view.below50 })
        }
        tone="plain"
        onPress={() => open('reports')}
      />
    </section>
  )
}

interface FigureProps {
  name: string
  value: ComponentChildren
  unit: string
  rest: string
  tone: Tone
  href?: string
  onPress?: () => void
}
function Figure({ name, value, unit, rest, tone, href, onPress }: FigureProps): JSX.Element {
  const inside = (
    <>
      <span class="figure-name">{name}</span>
      <span class="figure-value">
        <b class="num">{value}</b>
        <small>{unit}</small>
      </span>
      <small class={`figure-rest figure-${tone}`} title={rest}>
        {rest}
      </small>
    </>
  )
  return href === undefined ? (
    <button type="button" class="board-figure" onClick={onPress}>
      {inside}
    </button>
  ) : (
    <a class="board-figure" href={href}>
      {inside}
    </a>
  )
}
