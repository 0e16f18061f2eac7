import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from '../shared/rating/words.ts'
import type { Press } from './next-rating-screen.ts'

/** At the top of the screen: the tablet's own keyboard comes up from below. */
export function WordsField({ words, press }: { words: string; press: (one: Press) => void }): JSX.Element {
  const written = useSignal(words)
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <main class="tablet-field">
      <textarea
        ref={box}
        value={written.value}
        maxLength={300}
        aria-label={say('write')}
        onInput={(event) => void (written.value = event.currentTarget.value)}
      />
      <div>
        <p>{say('writeHint')}</p>
        <span class="grow" />
        <button
          type="button"
          class="tablet-button tablet-main"
          onClick={() => press({ type: 'words', words: written.value.trim() })}
        >
          {say('writeDone')}
        </button>
      </div>
    </main>
  )
}
