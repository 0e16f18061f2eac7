import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import { undoBlocked } from './counter-actions.ts'
import { undoWords } from './undo-words.ts'
import { say } from './words.ts'
import { every } from '../../gateway/client/page-clock.ts'

interface UndoToastProps {
  undo: CounterView['undo']
  now: () => number
  busy: boolean
  onUndo: () => void
}

/** The last steps and the seconds in which they may still be taken back, or why they cannot be; gone when those are over. */
export function UndoToast({ undo, now, busy, onUndo }: UndoToastProps): JSX.Element | null {
  const [, tick] = useState(0)
  const left = undo === null ? 0 : Math.ceil((undo.until - now()) / 1000)
  useEffect(() => {
    if (left <= 0) return
    return every(250, () => tick((count) => count + 1))
  }, [undo?.seq, left > 0])
  if (undo === null || left <= 0) return null
  const why = undoBlocked(undo, now())
  return (
    <div class="undo-toast">
      <span class="cut">{why ?? undoWords(undo)}</span>
      {why === null && (
        <button
          type="button"
          class="undo-button"
          aria-disabled={busy}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onUndo}
        >
          <Icon name="back" size={22} stroke={2} />
          {say('undo')}
          <KeyCap>Ctrl Z</KeyCap>
        </button>
      )}
      <span class="num undo-seconds" aria-hidden="true">
        {say('seconds', { seconds: left })}
      </span>
    </div>
  )
}
