import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { RatingReason } from '../../../gateway/contract/ratings.ts'
import { REASONS, reasonName, say } from './words.ts'
import './why-form.css'

export interface Why {
  reasons: RatingReason[]
  words: string
  telephone: string | null
}
const LONGEST = 300
/** As the gateway takes it. */
const isTelephone = (text: string): boolean => text === '' || /^[+\d][\d -]{5,19}$/.test(text)

/** On a phone: reasons to tick, words, a telephone, each only if wished. `isNeeded`: at least a reason or a word. */
export function WhyForm({
  submit,
  isNeeded,
  busy,
  onSubmit,
}: {
  submit: string
  isNeeded: boolean
  busy: boolean
  onSubmit: (why: Why) => void
}): JSX.Element {
  const reasons = useSignal<RatingReason[]>([])
  const words = useSignal('')
  const telephone = useSignal('')
  const text = words.value.trim()
  const number = telephone.value.trim()
  const isEmpty = reasons.value.length === 0 && text === ''
  const toggle = (reason: RatingReason): void => {
    const now = reasons.value
    reasons.value = now.includes(reason) ? now.filter((one) => one !== reason) : [...now, reason]
  }
  return (
    <form
      class="why"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ reasons: reasons.value, words: text, telephone: number === '' ? null : number })
      }}
    >
      <div class="why-reasons">
        {REASONS.filter((reason) => reason !== 'other').map((reason) => (
          <button
            type="button"
            key={reason}
            aria-pressed={reasons.value.includes(reason)}
            onClick={() => toggle(reason)}
          >
            {reasonName(reason)}
          </button>
        ))}
      </div>
      <label>
        <span>{say('writeHint')}</span>
        <textarea
          rows={3}
          maxLength={LONGEST}
          value={words.value}
          onInput={(event) => void (words.value = event.currentTarget.value)}
        />
      </label>
      <label>
        <span>
          {say('answerWish')}。{say('telephoneHint')}
        </span>
        <input
          type="tel"
          autocomplete="tel"
          maxLength={20}
          value={telephone.value}
          aria-invalid={!isTelephone(number)}
          onInput={(event) => void (telephone.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={busy || !isTelephone(number) || (isNeeded && isEmpty)}>
        {submit}
      </button>
    </form>
  )
}
