import { detailWords } from '../../gateway/contract/refusals/refusal-details.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import en from '../../assets/locales/en/phone.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/phone.json' with { type: 'json' }
import { language, pageWords } from '../../display/shared/page-words.ts'

export const { say } = pageWords('phone', zh, { en })

/** The sentence on the card when the visit is no plain waiting. `now` epoch ms: an offer ends with its time. */
export function headline(view: TrackView, clock: (at: number) => string, now: number): string | null {
  const again = detailWords(view.notNow?.details, language.value === 'en').again ?? say('takeAgain')
  const counter = view.counterId ?? ''
  switch (view.state) {
    case 'waiting':
    case 'transferred':
      return null
    case 'called':
      return say('headline.called', { counter })
    case 'serving':
      return say('headline.serving', { counter })
    case 'held':
      return say('headline.held', { counter })
    case 'missed':
      if (view.arrival === 'to-come') return say('headline.passedOver', { place: view.placeAfterMiss })
      return view.requeueUntil !== null && now <= view.requeueUntil
        ? say('headline.missedUntil', { clock: clock(view.requeueUntil) })
        : say('headline.missedLong', { again })
    case 'done':
      return say('headline.done')
    case 'cancelled':
      return say('headline.cancelled')
    case 'expired':
      return say('headline.expired', { again })
  }
}
