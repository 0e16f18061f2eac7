import type { JSX } from 'preact'
import { beyondUsual, beyondWords } from '../../shared/board/day-curve.tsx'
import { say } from '../../shared/board/words.ts'
import type { BoardShown } from './board-shown.ts'

const CONTENT_FROM = 3

/** Six figures of now. */
export function BoardFigures({ shown }: { shown: BoardShown }): JSX.Element {
  const { view, counters, devices, usual, now } = shown
  const beyond = beyondUsual(view, usual, now)
  const count = (does: string): number => counters.filter((one) => one.does === does).length
  const wanting = devices.filter(({ state }) => state === 'fault' || state === 'warning').length
  const rated = view.grades.reduce((sum, one) => sum + one, 0)
  const content = view.grades.slice(CONTENT_FROM - 1).reduce((sum, one) => sum + one, 0)
  return (
    <div class="wall-figures">
      <Figure
        name={say('wall.waiting')}
        value={view.waiting}
        unit={say('wall.people')}
        rest={beyond === null ? '' : beyondWords(beyond, true)}
        isAmber={beyond !== null && beyond >= 3}
      />
      <Figure
        name={say('wall.half')}
        value={view.below50 ?? '—'}
        unit={view.below50 === null ? '' : say('wall.minutes')}
        rest={view.below90 === null ? say('wall.noneCalled') : say('wall.nine', { minutes: view.below90 })}
      />
      <Figure
        name={say('wall.taken')}
        value={view.taken}
        unit={say('wall.tickets')}
        rest={say('wall.finished', { finished: view.finished })}
      />
      <Figure
        name={say('wall.open')}
        value={counters.length - count('paused') - count('closed')}
        unit={say('wall.ofAll', { all: counters.length })}
        rest={say('wall.openRest', { paused: count('paused'), closed: count('closed') })}
      />
      <Figure
        name={say('wall.devices')}
        value={devices.length - wanting}
        unit={say('wall.ofAll', { all: devices.length })}
        rest={wanting === 0 ? say('wall.devicesFine') : say('wall.devicesLook', { many: wanting })}
        isAmber={wanting > 0}
      />
      <Figure
        name={say('wall.content')}
        value={rated === 0 ? '—' : ((content / rated) * 100).toFixed(content === rated ? 0 : 1)}
        unit={rated === 0 ? '' : say('wall.percent')}
        rest={rated === 0 ? say('wall.noRating') : say('wall.low', { many: rated - content })}
      />
    </div>
  )
}

interface FigureProps {
  name: string
  value: number | string
  unit: string
  rest: string
  isAmber?: boolean
}
const Figure = ({ name, value, unit, rest, isAmber = false }: FigureProps): JSX.Element => (
  <section class="wall-card wall-figure">
    <span>{name}</span>
    <b class="num">
      {value}
      <small>{unit}</small>
    </b>
    <span class={isAmber ? 'wall-amber' : ''}>{rest}</span>
  </section>
)
