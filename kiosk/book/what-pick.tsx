import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { BookingView } from '../../gateway/contract/appointments.ts'
import { OwnName } from '../shared/own-name.tsx'
import { say } from './words.ts'

export interface What {
  matterId: string | null
  queueId: string
  name: string
  nameEn: string | null
}
const SHOWN = 6
const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** By the matter's name, or by the kind of business for those who cannot say it. */
export function WhatPick({
  offer,
  what,
  onPick,
}: {
  offer: BookingView
  what: What | null
  onPick: (what: What | null) => void
}): JSX.Element {
  const query = useSignal('')
  if (what !== null)
    return (
      <section class="card chosen">
        <b>
          <OwnName of={what} />
        </b>
        <button type="button" class="link" onClick={() => onPick(null)}>
          {say('change')}
        </button>
      </section>
    )
  const wanted = plain(query.value)
  const found =
    wanted === ''
      ? []
      : offer.matters
          .filter(({ name, nameEn }) => plain(name).includes(wanted) || plain(nameEn ?? '').includes(wanted))
          .sort((one, other) => other.popular - one.popular)
  return (
    <section class="card">
      <h2>{say('what')}</h2>
      <label class="field">
        <span>{say('searchLabel')}</span>
        <input
          value={query.value}
          placeholder={say('whatHint')}
          autocomplete="off"
          onInput={(event) => void (query.value = event.currentTarget.value)}
        />
      </label>
      {wanted !== '' && (
        <div class="choices" role="status" aria-label={say('found')}>
          {found.slice(0, SHOWN).map(({ id, name, nameEn, queueId }) => (
            <button type="button" key={id} onClick={() => onPick({ matterId: id, queueId, name, nameEn })}>
              <OwnName of={{ name, nameEn }} />
            </button>
          ))}
          {found.length === 0 && <p>{say('none')}</p>}
        </div>
      )}
      {found.length === 0 && (
        <>
          <h3>{say('byQueue')}</h3>
          <div class="choices two">
            {offer.queues.map(({ id, name, nameEn }) => (
              <button type="button" key={id} onClick={() => onPick({ matterId: null, queueId: id, name, nameEn })}>
                <OwnName of={{ name, nameEn }} />
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
