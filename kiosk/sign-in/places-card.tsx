import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SignedInView } from '../../gateway/contract/sign-in.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { CardTitle } from './card-parts.tsx'
import { Field } from './field.tsx'
import { placesOf } from './where-to.ts'
import { say } from './words.ts'

interface PlacesCardProps {
  person: SignedInView
  go: (address: string) => void
  onLeave: () => void
}

/** Whoever has several pages chooses one; the others stay a click away on the same sign-in. */
export function PlacesCard({ person, go, onLeave }: PlacesCardProps): JSX.Element {
  const { counters, pages } = placesOf(person)
  const [counter, setCounter] = useState('')
  const open = (address: string, label: string, icon: 'guide' | 'list' | 'counter'): JSX.Element => (
    <button type="button" class="button sign-place" key={address} onClick={() => go(address)}>
      <Icon name={icon} size={24} stroke={1.8} />
      {label}
    </button>
  )
  return (
    <form
      class="sign-card"
      onSubmit={(event) => {
        event.preventDefault()
        if (counter.trim() !== '') go(`/counter/?counter=${encodeURIComponent(counter.trim())}`)
      }}
    >
      <CardTitle title={say('places.title', { name: person.name })} lead={say('places.lead')} />
      <div class="sign-places">
        {pages.map((address) =>
          address === '/guide/'
            ? open(address, say('places.guide'), 'guide')
            : open(address, say('places.manage'), 'list'),
        )}
        {counters?.map((id) => open(`/counter/?counter=${id}`, say('places.counter', { id }), 'counter'))}
      </div>
      {counters === null && (
        <div class="sign-any">
          <Field label={say('places.anyCounter')} value={counter} onInput={setCounter} />
          <button type="submit" class="button">
            {say('places.open')}
          </button>
        </div>
      )}
      {counters?.length === 0 && pages.length === 0 && <p class="sign-note">{say('places.none')}</p>}
      <p class="sign-foot">
        <button type="button" class="sign-link" onClick={onLeave}>
          {say('places.leave')}
        </button>
      </p>
    </form>
  )
}
