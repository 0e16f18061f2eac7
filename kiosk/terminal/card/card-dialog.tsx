import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { Veil } from '../veil.tsx'
import { say } from '../words.ts'
import type { CardReading } from './read-card.ts'

/** What is read and why, before anything is read; a number without a card is always one press away. */
export function CardDialog({ card }: { card: CardReading }): JSX.Element | null {
  const asked = card.question.value
  if (asked === null) return null
  const { step, seen } = asked
  const hints = {
    waiting: say('cardWaiting'),
    lift: say('cardLift'),
    unreadable: say('cardUnreadable'),
    mute: say('cardMute'),
    read: say('cardRead'),
  }
  return (
    <Veil>
      <div
        class="dialog card-dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby="card-title"
        aria-live="polite"
        tabIndex={-1}
      >
        <CardDrawing on={step === 'waiting' || step === 'lift' || step === 'unreadable'} />
        <div>
          <h2 class="serif" id="card-title">
            {step === 'notice' ? say('cardTitle') : hints[step]}
          </h2>
          {step === 'notice' && (
            <ul class="card-notice">
              <li>{say('cardWhy')}</li>
              <li>{say('cardWhat')}</li>
              <li>{say('cardKept')}</li>
            </ul>
          )}
          {seen && (
            <p class="num card-seen">
              {seen.surname} {seen.mask}
            </p>
          )}
        </div>
        {step === 'notice' && (
          <button type="button" class="main-action" onClick={card.agree}>
            <Icon name="check" size={52} />
            {say('cardAgree')}
          </button>
        )}
        {step !== 'read' && (
          <div class="card-ways">
            <button type="button" class="outlined" onClick={card.leave}>
              {say('back')}
            </button>
            <button type="button" class="outlined" onClick={card.without}>
              {say('cardWithout')}
            </button>
          </div>
        )}
      </div>
    </Veil>
  )
}

const CardDrawing = ({ on }: { on: boolean }): JSX.Element => (
  <svg class={`card-drawing ${on ? 'on' : ''}`} width="148" height="148" viewBox="0 0 148 148" aria-hidden="true">
    <path d="M12 108H136V128H12Z" fill="var(--qing-700)" />
    <path class="card-moving" d="M26 34H122V92H26Z" fill="var(--sheet)" stroke="var(--qing-600)" stroke-width="5" />
    <path
      class="card-moving"
      d="M38 50H76 M38 64H66 M38 78H104"
      stroke="var(--line-strong)"
      stroke-width="6"
      stroke-linecap="round"
    />
    <path class="card-moving" d="M88 46H110V70H88Z" fill="var(--qing-100)" />
  </svg>
)
