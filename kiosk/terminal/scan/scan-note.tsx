import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'

/** Why a code led nowhere or something is not read aloud, and what to do; it goes by itself or at a touch. */
export function ScanNote({ words }: { words: string | null }): JSX.Element | null {
  if (words === null) return null
  return (
    <div class="scan-note" role="status">
      <Icon name="warning" size={56} />
      <b>{words}</b>
    </div>
  )
}
