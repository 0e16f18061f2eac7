import { afterWord } from '../../gateway/contract/wait-words.ts'
import { useSignal, useSignalEffect } from '@preact/signals'
import type { JSX } from 'preact'
import { after } from '../../gateway/client/page-clock.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'
import { type HallPlaces, placeName } from '../shared/plan/hall-places.ts'
import { OwnName } from '../shared/own-name.tsx'
import { type FoundMatter, find } from './calls.ts'
import { inLanguage } from './in-language.ts'
import { say } from './words.ts'

/** What somebody wants a number for; `materials` null = no matter was named, so nothing is known of them. */
export interface Choice {
  matterId: string | null
  queueId: string | null
  name: string
  nameEn: string | null
  materials: readonly string[] | null
}

/** Somebody is still typing. */
const PAUSE_MS = 250

/** By the matter's name, as the hall's own search finds it, or by the kind of business. */
export function PickWhat({
  offer,
  places,
  isOutside,
  onPick,
}: {
  offer: PhoneOffer
  places: HallPlaces
  /** Somebody who is not in the hall: of some queues fewer numbers are given. */
  isOutside: boolean
  onPick: (choice: Choice) => void
}): JSX.Element {
  const query = useSignal('')
  const found = useSignal<FoundMatter[] | null>(null)
  useSignalEffect(() => {
    const asked = query.value.trim()
    if (asked === '') return void (found.value = null)
    return after(PAUSE_MS, () => {
      void find(asked).then((answer) => {
        if (answer.ok && query.peek().trim() === asked) found.value = answer.body.items
      })
    })
  })
  return (
    <>
      <section class="card">
        <label class="field">
          <span>{say('search')}</span>
          <input
            value={query.value}
            placeholder={say('searchHint')}
            autocomplete="off"
            onInput={(event) => void (query.value = event.currentTarget.value)}
          />
        </label>
        {found.value !== null && (
          <div class="choices" role="status">
            {found.value.map(({ id, name, nameEn, queueId, guide }) => (
              <button
                type="button"
                key={id}
                onClick={() =>
                  onPick({
                    matterId: id,
                    queueId,
                    name,
                    nameEn,
                    materials: guide?.materials.map((one) => one.name) ?? [],
                  })
                }
              >
                <OwnName of={{ name, nameEn }} />
              </button>
            ))}
            {found.value.length === 0 && <p>{say('none')}</p>}
          </div>
        )}
      </section>
      <section class="card">
        <h2>{say('queues')}</h2>
        <div class="queue-list">
          {offer.queues.map((queue) => {
            const { id, name, waiting } = queue
            const { wait } = inLanguage(queue)
            const [at] = queue.where
            const whyNot = isOutside ? inLanguage(queue).whyNotRemote : inLanguage(queue).whyNot
            return (
              <button
                type="button"
                key={id}
                disabled={whyNot !== null}
                onClick={() => onPick({ matterId: null, queueId: id, name, nameEn: queue.en.name, materials: null })}
              >
                <span>
                  <b>
                    <OwnName of={{ name, nameEn: queue.en.name }} />
                  </b>
                  <small>{whyNot ?? (at ? placeName(places, at.floor, at.zone) : '')}</small>
                </span>
                {whyNot === null && (
                  <em>
                    {wait === null ? say('unknownWait') : say('wait', { wait: afterWord(wait) })}
                    <br />
                    {say('people', { waiting })}
                  </em>
                )}
              </button>
            )
          })}
        </div>
      </section>
    </>
  )
}
