import type { JSX } from 'preact'
import type { BoardCounter } from '../../../gateway/contract/board.ts'
import { say as sayBoard } from '../../../display/shared/board/words.ts'
import { SignShape } from '../../../display/shared/board/sign-shape.tsx'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

/** Every counter by its place, its shape by what it does: round corners at work, a disc over its limit, dashed not open. */
export function CountersCard({ board, onCounter }: { board: Board; onCounter(id: string): void }): JSX.Element {
  const all = [...board.counters.values()]
  return (
    <section class="card board-counters" aria-label={say('counters.title')}>
      <div class="card-head">
        <h2>{say('counters.title')}</h2>
        <small>{say('counters.many', { many: all.length })}</small>
        <span class="grow" />
        <small class="counter-legend">
          {(['ok', 'warning', 'fault', 'paused', 'off'] as const).map((sign) => (
            <span key={sign}>
              <SignShape sign={sign} size={15} />
              <span aria-hidden="true">
                {sign === 'ok'
                  ? sayBoard('does.serving')
                  : sign === 'paused'
                    ? sayBoard('does.paused')
                    : sign === 'off'
                      ? sayBoard('does.closed')
                      : sayBoard(`signs.${sign}`)}
              </span>
            </span>
          ))}
        </small>
      </div>
      <div class="counter-floors">
        {board.view.floors.map((floor) => {
          const here = all.filter((counter) => counter.floor === floor.id)
          if (here.length === 0) return null
          return (
            <div key={floor.id} class="counter-floor">
              <h3>
                {say('counters.zones', { floor: floor.name, zones: floor.zones.map(({ name }) => name).join('、') })}
                <small class="num">
                  {say('counters.range', { from: here[0]?.id ?? '', to: here.at(-1)?.id ?? '' })}
                </small>
              </h3>
              <div class="counter-cells">
                {here.map((counter) => (
                  <CounterCell key={counter.id} counter={counter} onPress={() => onCounter(counter.id)} />
                ))}
              </div>
            </div>
          )
        })}
      </div>
    </section>
  )
}

function CounterCell({ counter, onPress }: { counter: BoardCounter; onPress(): void }): JSX.Element {
  const { id, sign, does } = counter
  return (
    <button
      type="button"
      class={`counter-cell counter-${sign}`}
      data-counter={id}
      title={say('counters.of', { id, does: sayBoard(`does.${does}`) })}
      onClick={onPress}
    >
      {id}
    </button>
  )
}
