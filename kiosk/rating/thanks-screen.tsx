import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import { Face } from '../shared/rating/face.tsx'
import { gradeName, say } from '../shared/rating/words.ts'
import { LanguageButton } from './language-button.tsx'
import type { Press } from './next-rating-screen.ts'

/** What was given, and eight seconds to change it. */
export function ThanksScreen({
  stars,
  press,
  seconds,
}: {
  stars: number
  press: (one: Press) => void
  seconds: number
}): JSX.Element {
  const [before, after] = say('kept', { grade: '\n' }).split('\n')
  return (
    <main>
      <div class="tablet-thanks">
        <Face stars={stars} size={264} stroke={1.7} />
        <div>
          <h1 class="serif">{say('thanks')}</h1>
          <p class="tablet-kept">
            {before}
            <b>{gradeName(stars)}</b>
            {after}
          </p>
          <p>{say('takeAway')}</p>
        </div>
      </div>
      <div class="tablet-undo">
        <Icon name="check" size={40} stroke={2} />
        {say('mistaken')}
        <span class="grow" />
        <button type="button" onClick={() => press({ type: 'change' })}>
          {say('change', { seconds })}
        </button>
      </div>
      <footer class="tablet-foot">
        <button type="button" class="tablet-button" onClick={() => press({ type: 'leave' })}>
          {say('finish')}
        </button>
        <LanguageButton />
      </footer>
    </main>
  )
}
