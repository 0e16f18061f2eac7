import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../display/shared/icons.tsx'
import { say } from './words.ts'

interface FieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  kind?: 'plain' | 'password' | 'digits'
  autocomplete?: string
  /** The keyboard begins here, and comes back here after each time it changes. */
  focus?: number | null
  wrong?: boolean
  onCaps?: (on: boolean) => void
}

/** A field of the card, with its label; a password may be looked at. */
export function Field({
  label,
  value,
  onInput,
  kind = 'plain',
  autocomplete,
  focus = null,
  wrong = false,
  onCaps,
}: FieldProps): JSX.Element {
  const [seen, setSeen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focus !== null) input.current?.focus()
  }, [focus])
  const isHidden = kind === 'password' && !seen
  const tellCaps = (event: KeyboardEvent): void => onCaps?.(event.getModifierState('CapsLock'))
  return (
    <label class="sign-field">
      <span>{label}</span>
      <span class={`sign-input${wrong ? ' sign-input-wrong' : ''}`}>
        <input
          ref={input}
          class={isHidden ? '' : 'num'}
          {...(isHidden ? { type: 'password' as const } : { type: 'text' as const })}
          inputMode={kind === 'digits' ? 'numeric' : undefined}
          autocomplete={autocomplete ?? 'off'}
          autocapitalize="off"
          spellcheck={false}
          maxLength={kind === 'digits' ? 7 : 200}
          aria-invalid={wrong}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={tellCaps}
          onKeyUp={tellCaps}
        />
        {kind === 'password' && (
          <button type="button" class="sign-show" aria-pressed={seen} onClick={() => setSeen(!seen)}>
            <Icon name="eye" size={20} stroke={2} />
            {seen ? say('hide') : say('show')}
          </button>
        )}
      </span>
    </label>
  )
}
