import type { JSX } from 'preact'
import { Veil } from './veil.tsx'
import { say } from './words.ts'

/** One question; the safe answer is filled. The ring and the words count the same seconds. */
export function IdleDialog({
  seconds,
  of,
  onStay,
  onFinish,
}: {
  seconds: number
  /** How many it were at first. */
  of: number
  onStay: () => void
  onFinish: () => void
}): JSX.Element {
  const around = 2 * Math.PI * 62
  return (
    <Veil>
      <div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="idle-title" tabIndex={-1}>
        <svg width="148" height="148" viewBox="0 0 148 148" aria-hidden="true">
          <circle cx="74" cy="74" r="62" fill="none" stroke="var(--sunken)" stroke-width="12" />
          <circle
            cx="74"
            cy="74"
            r="62"
            fill="none"
            stroke="var(--qing-600)"
            stroke-width="12"
            stroke-dasharray={`${(around * seconds) / of} ${around}`}
            transform="rotate(-90 74 74)"
          />
          <text x="74" y="92" text-anchor="middle" class="num" font-size="52">
            {seconds}
          </text>
        </svg>
        <div>
          <h2 class="serif" id="idle-title">
            {say('stillThere')}
          </h2>
          <p>{say('wipeIn', { seconds })}</p>
        </div>
        <button type="button" class="main-action" onClick={onStay}>
          {say('iAmHere')}
        </button>
        <button type="button" class="outlined" onClick={onFinish}>
          {say('finish')}
        </button>
      </div>
    </Veil>
  )
}
