import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { facts, placeName } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import type { AskedPlace } from './asked-place.ts'

/** A counter, department, number or facility that was asked for, answered in the row itself; a touch shows the way, or what is done there. */
export function PlaceRow({ session, place }: { session: Session; place: AskedPlace }): JSX.Element {
  const { title, note } = answer(place, session)
  const press = (): void => {
    switch (place.kind) {
      case 'department':
        return session.press({ type: 'list', list: { by: 'department', id: place.id } })
      case 'number':
        return session.press({ type: 'plan' })
      case 'counter':
      case 'facility':
        return session.press({ type: 'plan', goal: place })
    }
  }
  return (
    <button type="button" class="row place-row" onClick={press}>
      <Icon name={place.kind === 'number' ? 'ticket' : place.kind === 'department' ? 'home' : 'counter'} size={52} />
      <span class="row-words">
        <b>{title}</b>
        <span class="row-where">{note}</span>
      </span>
      <Icon name="chevron" size={46} />
    </button>
  )
}

function answer(place: AskedPlace, { queues }: Session): { title: string; note: string } {
  switch (place.kind) {
    case 'counter':
      return {
        title: say('counters', { range: place.counter }),
        note: say('placeAt', { place: placeName(place.floor, place.zone) }),
      }
    case 'department':
      return { title: place.name, note: say('mattersOf', { department: place.name }) }
    case 'facility': {
      const floor = facts.value.floors.find(({ id }) => id === place.floor)?.name ?? place.floor
      return { title: place.name, note: say('placeAt', { place: floor }) }
    }
    case 'number': {
      const queue = queues.value.find(({ id }) => id === place.queueId)
      const last = queue?.calledLast ?? null
      return {
        title: say('numberOf', { number: place.number, queue: queue?.name ?? '' }),
        note: last === null ? say('nobodyCalled') : say('calledSoFar', { number: last }),
      }
    }
  }
}
