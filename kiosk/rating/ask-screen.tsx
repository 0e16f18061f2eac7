import type { JSX } from 'preact'
import { Face } from '../shared/rating/face.tsx'
import { GRADES, gradeName, say } from '../shared/rating/words.ts'
import { LanguageButton } from './language-button.tsx'
import type { Press } from './next-rating-screen.ts'

/** Five grades, all alike, none chosen before. */
export const AskScreen = ({ press, seconds }: { press: (one: Press) => void; seconds: number }): JSX.Element => (
  <main>
    <div class="tablet-title">
      <h1 class="serif">{say('ask')}</h1>
      <p>{say('voluntary')}</p>
    </div>
    <div class="tablet-grades">
      {GRADES.map((stars) => (
        <button type="button" class="tablet-grade" key={stars} onClick={() => press({ type: 'grade', stars })}>
          <Face stars={stars} size={128} />
          <b>{gradeName(stars)}</b>
        </button>
      ))}
    </div>
    <footer class="tablet-foot">
      <button type="button" class="tablet-button" onClick={() => press({ type: 'leave' })}>
        {say('skip')}
      </button>
      <LanguageButton />
      <span class="grow" />
      <span class="tablet-note">{say('home20', { seconds })}</span>
    </footer>
  </main>
)
