import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './words.ts'

export const CODE_SIGNS = 6
const signsIn = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_SIGNS)

/** Six boxes over one field: typing or a paste fills them. */
export function CodeBoxes({ code, onCode }: { code: string; onCode: (code: string) => void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <label class="enrol-boxes">
      <input
        ref={field}
        aria-label={say('codeLabel')}
        autocomplete="off"
        spellcheck={false}
        value={code}
        onInput={(event) => onCode(signsIn(event.currentTarget.value))}
      />
      {Array.from({ length: CODE_SIGNS }, (_, nth) => (
        <span class={`num${nth === code.length ? ' enrol-next' : ''}`} key={say('sign', { nth })} aria-hidden="true">
          {code[nth] ?? ''}
        </span>
      ))}
    </label>
  )
}
