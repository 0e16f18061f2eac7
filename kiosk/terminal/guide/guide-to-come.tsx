import type { JSX } from 'preact'
import { say } from '../words.ts'

/** While a guide is on its way: its name, and after a moment still bars where it will stand. `away`: it cannot come now. */
export function GuideToCome({ name, away }: { name: string; away: boolean }): JSX.Element {
  return (
    <main class="screen matter to-come" aria-busy={!away}>
      <div class="above">
        <h1 class={`serif ${name.length > 48 ? 'long' : ''}`}>{name}</h1>
        {away && <p class="hint">{say('guideAway')}</p>}
      </div>
      {!away && (
        <div class="below bars" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
    </main>
  )
}
