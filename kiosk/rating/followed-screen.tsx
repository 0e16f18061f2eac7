import type { JSX } from 'preact'
import { QrCode } from '../../display/shared/qr-code.tsx'
import { say } from '../shared/rating/words.ts'
import type { Press } from './next-rating-screen.ts'

/** The code that leads to the answer, to be read or scanned; without the gateway it comes later, or not at all. */
export const FollowedScreen = ({ code, press }: { code: string | null; press: (one: Press) => void }): JSX.Element => (
  <main>
    <div class="tablet-title">
      <h1 class="serif">{say('followed')}</h1>
      <p>{code === null ? say('takeAway') : say('followedHint')}</p>
    </div>
    {code !== null && (
      <div class="tablet-code">
        <div>
          <span>{say('code')}</span>
          <b class="num">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
          <span>{say('takeAway')}</span>
        </div>
        <div class="tablet-qr">
          <QrCode text={`${location.origin}/complain#${code}`} size={220} label={say('codeScan')} />
          <span>{say('codeScan')}</span>
        </div>
      </div>
    )}
    <footer class="tablet-foot">
      <span class="grow" />
      <button type="button" class="tablet-button tablet-main" onClick={() => press({ type: 'leave' })}>
        {say('finish')}
      </button>
    </footer>
  </main>
)
