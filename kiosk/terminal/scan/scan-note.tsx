import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'

/** Why a code led nowhere, and what to do; it goes by itself or at a touch. */
export function ScanNote({ note }: { note: ReadonlySignal<string | null> }): JSX.Element | null {
  if (note.value === null) return null
  return (
    <div class="scan-note" role="status">
      <Icon name="warning" size={56} />
      <b>{note.value}</b>
    </div>
  )
}
