import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { every } from '../../gateway/client/page-clock.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import { say } from './words.ts'

/** What this desk did last with a number. `at` epoch ms. */
export interface DeskStep {
  ticketId: string
  number: string
  words: string
  at: number
}

interface DeskUndoProps {
  step: DeskStep | null
  seconds: number
  now: () => number
  onUndo: () => void
}

/** The last step of this desk, while it may be taken back. */
export function DeskUndo({ step, seconds, now, onUndo }: DeskUndoProps): JSX.Element | null {
  const [, tick] = useState(0)
  const left = step === null ? 0 : Math.ceil((step.at + seconds * 1_000 - now()) / 1_000)
  useEffect(() => {
    if (left > 0) return every(250, () => tick((count) => count + 1))
  }, [step, left > 0])
  if (step === null || left <= 0) return null
  return (
    <div class="undo-toast">
      <span>{step.words}</span>
      <button type="button" class="undo-button" onMouseDown={(event) => event.preventDefault()} onClick={onUndo}>
        <Icon name="back" size={22} stroke={2} />
        {say('undo')}
        <KeyCap>Ctrl Z</KeyCap>
      </button>
      <span class="num undo-seconds" aria-hidden="true">
        {say('undoSeconds', { seconds: left })}
      </span>
    </div>
  )
}
