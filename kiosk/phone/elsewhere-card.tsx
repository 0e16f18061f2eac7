import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import type { ElsewhereHall, ElsewhereNumber, ElsewhereView } from '../../gateway/contract/elsewhere.ts'
import { isSooner } from '../../gateway/contract/is-sooner.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { waitWords } from '../../gateway/contract/wait-words.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { language } from '../../display/shared/page-words.ts'
import { say } from './words.ts'
import './elsewhere-card.css'

const SHOWN = 2

/** Halls of the city that do the same sooner than this one, and a number there beside the one that is held. Not here where there is none. */
export function ElsewhereCard({ token, wait }: { token: string; wait: TrackView['wait'] }): JSX.Element | null {
  const halls = useSignal<readonly ElsewhereHall[]>([])
  const taken = useSignal<ElsewhereNumber | null>(null)
  const busy = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const path = `/api/v1/track/${token}/elsewhere`
  useEffect(() => {
    void ask(path, withFields<ElsewhereView>('items')).then((answer) => {
      if (answer.ok) halls.value = answer.body.items
    })
  }, [wait?.lowMinutes])
  const take = async (hall: string): Promise<void> => {
    busy.value = true
    trouble.value = null
    const answer = await ask(path, withFields<ElsewhereNumber>('number', 'hall'), {
      body: { hall },
      key: `${token} ${hall}`,
      language: language.value,
    })
    busy.value = false
    if (answer.ok) taken.value = answer.body
    else trouble.value = answer.error.message
  }
  const there = taken.value
  if (there !== null)
    return (
      <section class="card elsewhere" role="status">
        <b>{say('elsewhere.taken', { name: there.name, number: there.number })}</b>
        <p>{say('elsewhere.takenHint')}</p>
        {there.url !== null && <a href={there.url}>{say('elsewhere.follow')}</a>}
      </section>
    )
  const sooner = halls.value.filter((hall) => isSooner(hall.wait, wait)).slice(0, SHOWN)
  if (sooner.length === 0) return null
  return (
    <section class="card elsewhere">
      <b>{say('elsewhere.title')}</b>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {sooner.map((hall) => (
        <div key={hall.hall} class="hall">
          <Icon name="place" size={22} />
          <div>
            <b>{hall.name}</b>
            <span>
              {[
                say('elsewhere.wait', { wait: waitText(hall.wait) }),
                hall.kilometres === null ? null : say('elsewhere.way', { km: hall.kilometres }),
                hall.place === '' ? null : hall.place,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
          </div>
          <button type="button" disabled={busy.value} onClick={() => void take(hall.hall)}>
            {say('elsewhere.take')}
          </button>
        </div>
      ))}
      <p>{say('elsewhere.only')}</p>
    </section>
  )
}

function waitText(wait: ElsewhereHall['wait']): string {
  const told = waitWords(wait, language.value === 'en')
  return told === null ? '' : `${told.value} ${told.unit}`.trim()
}
