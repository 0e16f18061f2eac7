import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import { undoWords } from './undo-words.ts'
import { say } from './words.ts'
import { every } from '../../gateway/client/page-clock.ts'

interface UndoToastProps {
  undo: CounterView['undo']
  now: () => number
  busy: boolean
  onUndo: () => void
}

/** The last step and the seconds in which it may still be taken back; gone when they are over. */
export function UndoToast({ undo, now, busy, onUndo }: UndoToastProps): JSX.Element | null {
  const [, tick] = useState(0)
  const left = undo === null ? 0 : Math.ceil((undo.until - now()) / 1000)
  useEffect(() => {
    if (left <= 0) return
    return every(250, () => tick((count) => count + 1))
  }, [undo?.seq, left > 0])
  if (undo === null || left <= 0) return null
  return (
    <div class="undo-toast" role="status">
      <span>{undoWords(undo.step, undo.number)}</span>
      <button type="button" class="undo-button" aria-disabled={busy} onClick={onUndo}>
        <Icon name="back" size={22} stroke={2} />
        {say('undo')}
        <KeyCap>F8</KeyCap>
      </button>
      <span class="num undo-seconds" aria-hidden="true">
        {say('seconds', { seconds: left })}
      </span>
    </div>
  )
}
