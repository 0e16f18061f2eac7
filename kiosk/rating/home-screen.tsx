import type { JSX } from 'preact'
import type { RatingView } from '../../gateway/contract/rating-view.ts'
import { Ridge } from '../shared/ridge.tsx'
import { say } from '../shared/rating/words.ts'
import type { Press } from './next-rating-screen.ts'

/** Nobody is asked; whoever left a moment ago may still come back to it. */
export const HomeScreen = ({
  offered,
  press,
}: {
  offered: RatingView['visit']
  press: (one: Press) => void
}): JSX.Element => (
  <main class="tablet-home">
    <h1 class="serif">{say('homeTitle')}</h1>
    <p>{say('homeHint')}</p>
    {offered && (
      <button type="button" class="tablet-button tablet-late" onClick={() => press({ type: 'visit', visit: offered })}>
        {say('homeRate')}
        <b class="num">{offered.number}</b>
      </button>
    )}
    <div class="tablet-ridge">
      <Ridge width={1280} height={260} />
    </div>
  </main>
)
