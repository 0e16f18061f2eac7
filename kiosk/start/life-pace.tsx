import type { JSX } from 'preact'
import { anything, ask } from '../../gateway/client/ask.ts'
import type { LifeSpeed } from '../../gateway/contract/start-view.ts'
import { say } from './words.ts'

const speeds: readonly { speed: LifeSpeed; label: string }[] = [
  { speed: 0, label: say('life.still') },
  { speed: 1, label: say('life.ordinary') },
  { speed: 10, label: say('life.fast') },
]

/** How fast the hall lives by itself: it stands still, lives, or lives ten times as fast. */
export function LifePace({ speed }: { speed: LifeSpeed }): JSX.Element {
  return (
    <fieldset class="pace">
      <legend class="pace-word">{say('life.title')}</legend>
      {speeds.map((one) => (
        <button
          type="button"
          key={one.speed}
          class="pace-step"
          aria-pressed={one.speed === speed}
          onClick={() => void ask('/demo/life', anything, { body: { speed: one.speed } })}
        >
          {one.label}
        </button>
      ))}
    </fieldset>
  )
}
