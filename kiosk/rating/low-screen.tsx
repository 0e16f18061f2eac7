import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import { Face } from '../shared/rating/face.tsx'
import { REASONS, gradeName, reasonName, say } from '../shared/rating/words.ts'
import { LanguageButton } from './language-button.tsx'
import type { Press, Screen } from './next-rating-screen.ts'
import { TelephonePad } from './telephone-pad.tsx'
import { WordsField } from './words-field.tsx'

type Low = Extract<Screen, { name: 'low' }>

/** What went wrong: any number of reasons, words, a telephone, or nothing. The grade is kept already. */
export function LowScreen({
  screen: { stars, told, field },
  press,
  seconds,
}: {
  screen: Low
  press: (one: Press) => void
  seconds: number
}): JSX.Element {
  if (field === 'words') return <WordsField words={told.words} press={press} />
  if (field === 'telephone') return <TelephonePad telephone={told.telephone ?? ''} press={press} />
  const { telephone, words, reasons } = told
  return (
    <main>
      <div class="tablet-sorry">
        <Face stars={stars} size={104} />
        <div>
          <h1 class="serif">{say('sorry')}</h1>
          <p>{say('several')}</p>
        </div>
      </div>
      <div class="tablet-reasons">
        {REASONS.map((reason) =>
          reason === 'other' ? (
            <button
              type="button"
              key={reason}
              aria-pressed={words !== ''}
              onClick={() => press({ type: 'open', field: 'words' })}
            >
              <Icon name={words === '' ? 'pen' : 'check'} size={46} />
              <span class="tablet-cut">{words === '' ? reasonName(reason) : words}</span>
            </button>
          ) : (
            <button
              type="button"
              key={reason}
              aria-pressed={reasons.includes(reason)}
              onClick={() => press({ type: 'reason', reason })}
            >
              <i class="tablet-box">{reasons.includes(reason) && <Icon name="check" size={40} stroke={2.4} />}</i>
              {reasonName(reason)}
            </button>
          ),
        )}
      </div>
      <div class="tablet-telephone">
        <Icon name="phone" size={46} />
        <div>
          <b>{telephone === null ? say('answerWish') : say('telephoneLeft', { telephone })}</b>
          <span>{say('answerHint')}</span>
        </div>
        <span class="grow" />
        <button type="button" class="tablet-button" onClick={() => press({ type: 'open', field: 'telephone' })}>
          {say(telephone === null ? 'leaveTelephone' : 'telephoneChange')}
        </button>
      </div>
      <footer class="tablet-foot">
        <button type="button" class="tablet-button" onClick={() => press({ type: 'nothing-more' })}>
          {say('nothingMore')}
        </button>
        <LanguageButton />
        <span class="grow" />
        <span class="tablet-note">{say('quiet60', { seconds, grade: gradeName(stars) })}</span>
        <button type="button" class="tablet-button tablet-main" onClick={() => press({ type: 'submit' })}>
          {say('submit')}
        </button>
      </footer>
    </main>
  )
}
