import type { JSX } from 'preact'
import type { BoardCounter } from '../../../gateway/contract/board.ts'
import type { Sign } from '../../../gateway/contract/queue-light.ts'
import { say } from '../../shared/board/words.ts'
import type { BoardShown } from './board-shown.ts'

/** So many stand in a row of the drawing, in five rows. */
const IN_ROW = 34
const ROWS = 5
const WIDTH = 612
const ROW_HEIGHT = 36
/** So many numbers are named; the others are counted. */
const NAMED = 8

/** All counters by shape; those that somebody must look at stand below by their numbers. */
export function BoardCounters({ shown: { counters } }: { shown: BoardShown }): JSX.Element {
  const inRow = Math.max(IN_ROW, Math.ceil(counters.length / ROWS))
  const step = WIDTH / inRow
  const yellow = named('warning', counters)
  return (
    <section class="wall-card wall-counters">
      <h2>
        {say('wall.counters')}{' '}
        <small class="num">{say('wall.range', { from: counters[0]?.id ?? '', to: counters.at(-1)?.id ?? '' })}</small>
        <i />
        <small class="wall-red">{named('fault', counters)}</small>
      </h2>
      <svg viewBox={`0 0 ${WIDTH} ${ROW_HEIGHT * Math.ceil(counters.length / inRow)}`} aria-hidden="true">
        {counters.map(({ id, sign }, nth) => (
          <Cell
            key={id}
            sign={sign}
            x={(nth % inRow) * step + 1}
            y={Math.floor(nth / inRow) * ROW_HEIGHT + 1}
            width={step - 4}
          />
        ))}
      </svg>
      <p class={yellow === '' ? 'wall-place' : 'wall-amber'}>{yellow || say('wall.fine')}</p>
    </section>
  )
}

function named(sign: 'fault' | 'warning', counters: readonly BoardCounter[]): string {
  const ids = counters.filter((one) => one.sign === sign).map(({ id }) => id)
  if (ids.length === 0) return ''
  const list = ids.slice(0, NAMED).join('、')
  const words = ids.length > NAMED ? say('wall.more', { counters: list, many: ids.length }) : list
  return say(sign === 'fault' ? 'wall.red' : 'wall.yellow', { counters: words })
}

function Cell({ sign, x, y, width }: { sign: Sign; x: number; y: number; width: number }): JSX.Element {
  const high = 28
  const middle = x + width / 2
  switch (sign) {
    case 'ok':
      return <rect x={x} y={y} width={width} height={high} rx="3" class="cell-ok" />
    case 'warning':
      return <path d={`M${middle} ${y}l${width / 2 + 2} ${high - 1}h${-width - 4}z`} class="cell-warning" />
    case 'fault':
      return (
        <path
          d={`M${middle} ${y - 1}l${width / 2 + 2} ${high / 2 + 1} ${-width / 2 - 2} ${high / 2 + 1} ${-width / 2 - 2} ${-high / 2 - 1}z`}
          class="cell-fault"
        />
      )
    case 'paused':
      return (
        <g>
          <rect x={x} y={y} width={width} height={high} rx="3" class="cell-paused" />
          <path d={`M${middle - 2.5} ${y + 9}v10M${middle + 2.5} ${y + 9}v10`} class="cell-bars" />
        </g>
      )
    case 'off':
      return <rect x={x + 1} y={y + 1} width={width - 2} height={high - 2} rx="3" class="cell-off" />
  }
}
