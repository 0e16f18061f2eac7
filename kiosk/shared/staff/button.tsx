import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { KeyCap } from './marks.tsx'
import { sayStaff } from './words.ts'

interface ButtonProps {
  label: ComponentChildren
  onPress: () => void
  icon?: IconName
  keyCap?: string | null
  look?: 'main' | 'plain' | 'grave'
  /** Why it cannot be pressed now, in words; null = it can. */
  blocked?: string | null
  busy?: boolean
  big?: boolean
  /** Has the focus when its dialog opens: the answer that does no harm. */
  first?: boolean
}

/** A staff button. A mouse press leaves the focus alone, so that 空格 stays the main action; a double click is one press. */
export function Button({
  label,
  onPress,
  icon,
  keyCap = null,
  look = 'plain',
  blocked = null,
  busy = false,
  big = false,
  first = false,
}: ButtonProps): JSX.Element {
  const off = blocked !== null || busy
  return (
    <button
      type="button"
      class={`button button-${look}${big ? ' button-big' : ''}`}
      autofocus={first}
      aria-disabled={off}
      aria-busy={busy}
      title={blocked ?? undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!off && event.detail < 2) onPress()
      }}
    >
      {busy ? (
        <span class="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size={big ? 26 : 20} stroke={1.8} />
      )}
      <span class="button-words">
        <span class="button-label">{label}</span>
        {blocked !== null && <small>{blocked}</small>}
      </span>
      {keyCap !== null && <KeyCap>{keyCap === 'Space' ? sayStaff('keys.space') : keyCap}</KeyCap>}
    </button>
  )
}
