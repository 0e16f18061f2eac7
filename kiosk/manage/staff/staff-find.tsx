import type { JSX, RefObject } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { KeyCap } from '../../shared/staff/marks.tsx'

interface StaffFindProps {
  /** What is looked for, in words: it stands in the empty field. */
  name: string
  field: RefObject<HTMLInputElement | null>
  typed: string
  type(words: string): void
}

/** Finds people by what is typed; `/` leads here, Escape away. */
export function StaffFind({ name, field, typed, type }: StaffFindProps): JSX.Element {
  return (
    <label class="staff-find">
      <Icon name="search" size={20} stroke={2} />
      <input
        ref={field}
        type="search"
        placeholder={name}
        aria-label={name}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <KeyCap>/</KeyCap>
    </label>
  )
}
