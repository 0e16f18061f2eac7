import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { every, newId } from '../../gateway/client/page-clock.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { type HallPlaces, noPlaces, readPlaces } from '../shared/plan/hall-places.ts'
import { enter, readOffer, take } from './calls.ts'
import { ChosenCard } from './chosen-card.tsx'
import { type Choice, PickWhat } from './pick-what.tsx'
import { WhereCard } from './where-card.tsx'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { hallName } from '../shared/hall-name.ts'
import { say } from './words.ts'

/** Lines move while somebody reads. */
const FRESH_MS = 20_000

/** Where this phone is: not told yet, in the hall with a pass for a while, or outside. */
type Standing = { at: 'unknown' } | { at: 'here'; pass: string } | { at: 'outside' }

/** A number by phone: what, how long, what to bring; then the number's own page. Whoever has taken one outside and shows the code has come. */
export function TakePage({ code }: { code: string }): JSX.Element {
  const offer = useSignal<PhoneOffer | null>(null)
  const places = useSignal<HallPlaces>(noPlaces)
  const standing = useSignal<Standing>({ at: 'unknown' })
  const choice = useSignal<Choice | null>(null)
  const trouble = useSignal<string | null>(null)
  const busy = useSignal(code !== '')
  const attempt = useSignal(newId())
  const read = async (): Promise<void> => {
    const answer = await readOffer()
    if (answer.ok) offer.value = answer.body
    else if (offer.value === null) trouble.value = answer.error.message
  }
  const comeIn = async (shown: string): Promise<void> => {
    busy.value = true
    trouble.value = null
    const answer = await enter(shown)
    const [own] = answer.ok ? answer.body.arrived : []
    if (own) return location.replace(`/t/${own.token}`)
    busy.value = false
    if (answer.ok) standing.value = { at: 'here', pass: answer.body.pass }
    else trouble.value = answer.error.message
  }
  useEffect(() => {
    void readPlaces().then((found) => void (places.value = found))
    // The first answer gives the phone the number by which the code is bound to it.
    void read().then(() => (offer.value !== null && code !== '' ? comeIn(code) : undefined))
    return every(FRESH_MS, () => document.hidden || void read())
  }, [])
  const takeIt = async ({ matterId, queueId }: Choice): Promise<void> => {
    const from = standing.value
    if (busy.value || from.at === 'unknown') return
    busy.value = true
    trouble.value = null
    const what = { matterId, queueId: matterId === null ? queueId : null }
    const answer = await take(from.at === 'here' ? from.pass : null, what, attempt.value)
    busy.value = false
    if (answer.ok) return location.replace(`/t/${answer.body.token}`)
    // After a silence the same press must stay the same order; after a no it is a new one.
    if (answer.error.code !== 'not-answered') attempt.value = newId()
    if (answer.error.code === 'phone-code-old') standing.value = { at: 'unknown' }
    trouble.value = answer.error.message
  }
  const choose = (one: Choice | null): void => {
    trouble.value = null
    choice.value = one
  }
  const isOutside = standing.value.at === 'outside'
  return (
    <main class="book take">
      <header>
        <Mark size={36} />
        <b class="serif">{offer.value ? hallName(offer.value.hall) : ''}</b>
        <LanguageSwitch />
      </header>
      <h1 class="serif">
        {say(isOutside ? 'titleOutside' : 'title')} <small>{say(isOutside ? 'hintOutside' : 'hint')}</small>
      </h1>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {offer.value === null || (busy.value && standing.value.at === 'unknown') ? (
        trouble.value === null && <p class="card">{say('loading')}</p>
      ) : standing.value.at === 'unknown' ? (
        <WhereCard
          offer={offer.value}
          onCode={(typed) => void comeIn(typed)}
          onOutside={() => {
            trouble.value = null
            standing.value = { at: 'outside' }
          }}
        />
      ) : choice.value === null ? (
        <PickWhat offer={offer.value} places={places.value} isOutside={isOutside} onPick={choose} />
      ) : (
        <ChosenCard
          choice={choice.value}
          offer={offer.value}
          places={places.value}
          isOutside={isOutside}
          busy={busy.value}
          onTake={(one) => void takeIt(one)}
          onBack={() => choose(null)}
        />
      )}
    </main>
  )
}
