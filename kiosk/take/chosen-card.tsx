import { afterWord } from '../../gateway/contract/wait-words.ts'
import type { JSX } from 'preact'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'
import { type HallPlaces, placeName } from '../shared/plan/hall-places.ts'
import { OwnName } from '../shared/own-name.tsx'
import { inLanguage } from './in-language.ts'
import type { Choice } from './pick-what.tsx'
import { say } from './words.ts'

interface Props {
  choice: Choice
  offer: PhoneOffer
  places: HallPlaces
  /** The holder is still to come: the rule is told before the number is taken. */
  isOutside: boolean
  busy: boolean
  onTake: (choice: Choice) => void
  onBack: () => void
}

/** Where it is, how long it takes and what to bring, before the number is taken. */
export function ChosenCard({ choice, offer, places, isOutside, busy, onTake, onBack }: Props): JSX.Element {
  const queue = offer.queues.find(({ id }) => id === choice.queueId) ?? null
  const at = queue?.where[0]
  const told = queue && inLanguage(queue)
  const whyNot = (isOutside ? told?.whyNotRemote : told?.whyNot) ?? null
  return (
    <>
      <section class="card chosen-what">
        <h2>
          <OwnName of={choice} />
        </h2>
        {queue === null ? (
          <p>{say('notHere')}</p>
        ) : (
          <>
            {at && (
              <p>
                {say('place', { place: placeName(places, at.floor, at.zone), counters: counterRanges(at.counters) })}
              </p>
            )}
            <p>
              {whyNot ??
                say('waitAndPeople', {
                  wait: told?.wait == null ? say('unknownWait') : say('wait', { wait: afterWord(told.wait) }),
                  people: say('people', { waiting: queue.waiting }),
                })}
            </p>
          </>
        )}
      </section>
      {isOutside && offer.remote !== null && (
        <section class="card rule">
          <h2>{say('rule')}</h2>
          <ol class="materials">
            <li>{say('ruleCome')}</li>
            <li>{say('rulePassed', { place: offer.remote.placeAfterMiss })}</li>
          </ol>
        </section>
      )}
      {choice.materials !== null && (
        <section class="card">
          <h2>{say(choice.materials.length === 0 ? 'noMaterials' : 'materials')}</h2>
          <ul class="materials">
            {choice.materials.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {choice.materials.length > 0 && <p class="small">{say('materialsHint')}</p>}
        </section>
      )}
      <button
        type="button"
        class="main stick"
        disabled={busy || queue === null || whyNot !== null}
        onClick={() => onTake(choice)}
      >
        {busy ? say('taking') : say('take')}
      </button>
      <button type="button" onClick={onBack}>
        {say('back')}
      </button>
    </>
  )
}
