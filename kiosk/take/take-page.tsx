import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { every, newId } from '../../gateway/client/page-clock.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { type HallPlaces, noPlaces, readPlaces } from '../shared/plan/hall-places.ts'
import { enter, readOffer, take } from './calls.ts'
import { ChosenCard } from './chosen-card.tsx'
import { type Choice, PickWhat } from './pick-what.tsx'
import { say } from './words.ts'

/** Lines move while somebody reads. */
const FRESH_MS = 20_000

/** A number by phone for whoever has scanned the hall's code: what, how long, what to bring; then the number's own page. */
export function TakePage({ code }: { code: string }): JSX.Element {
  const offer = useSignal<PhoneOffer | null>(null)
  const places = useSignal<HallPlaces>(noPlaces)
  const pass = useSignal<string | null>(null)
  const choice = useSignal<Choice | null>(null)
  const trouble = useSignal<string | null>(null)
  const busy = useSignal(false)
  const attempt = useSignal(newId())
  const read = async (): Promise<void> => {
    const answer = await readOffer()
    if (answer.ok) offer.value = answer.body
    else if (offer.value === null) trouble.value = answer.error.message
  }
  useEffect(() => {
    void readPlaces().then((found) => void (places.value = found))
    // The first answer gives the phone the number by which the code is bound to it.
    void read().then(async () => {
      if (offer.value === null || code === '') return
      const answer = await enter(code)
      if (answer.ok) pass.value = answer.body.pass
      else trouble.value = answer.error.message
    })
    return every(FRESH_MS, () => document.hidden || void read())
  }, [])
  const takeIt = async ({ matterId, queueId }: Choice): Promise<void> => {
    if (busy.value || pass.value === null) return
    busy.value = true
    trouble.value = null
    const answer = await take(pass.value, { matterId, queueId: matterId === null ? queueId : null }, attempt.value)
    busy.value = false
    if (answer.ok) return location.replace(`/t/${answer.body.token}`)
    // After a silence the same press must stay the same order; after a no it is a new one.
    if (answer.error.code !== 'not-answered') attempt.value = newId()
    if (answer.error.code === 'phone-code-old') pass.value = null
    trouble.value = answer.error.message
  }
  return (
    <main class="book take">
      <header>
        <Mark size={36} />
        <b class="serif">{offer.value?.hall.name ?? ''}</b>
      </header>
      <h1 class="serif">
        {say('title')} <small>{say('hint')}</small>
      </h1>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {offer.value === null ? (
        trouble.value === null && <p class="card">{say('loading')}</p>
      ) : pass.value === null ? (
        (code === '' || trouble.value !== null) && (
          <section class="card">
            <h2>
              <Icon name="phone" size={24} /> {say('scan')}
            </h2>
            <p>{say('scanHint')}</p>
          </section>
        )
      ) : choice.value === null ? (
        <PickWhat
          offer={offer.value}
          places={places.value}
          onPick={(one) => {
            trouble.value = null
            choice.value = one
          }}
        />
      ) : (
        <ChosenCard
          choice={choice.value}
          offer={offer.value}
          places={places.value}
          busy={busy.value}
          onTake={(one) => void takeIt(one)}
          onBack={() => {
            trouble.value = null
            choice.value = null
          }}
        />
      )}
    </main>
  )
}
