import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { ask, withFields } from '../../gateway/client/ask.ts'
import type { CityHall, Quickest as Found } from '../../gateway/contract/city.ts'
import { say } from './words.ts'

const quickest = withFields<Found>('matter', 'items', 'missing')

/** Which hall is quickest for a matter: by waiting alone, with the straight way from the first hall of the board. */
export function Quickest({ halls }: { halls: readonly CityHall[] }): JSX.Element {
  const words = useSignal('')
  const asked = useSignal('')
  const found = useSignal<Found | null>(null)
  const look = async (): Promise<void> => {
    const query = words.value.trim()
    if (query === '') return
    const from = halls.find(({ at }) => at !== null)?.id ?? ''
    const answer = await ask(`/api/v1/city/quickest?${new URLSearchParams({ matter: query, from })}`, quickest)
    asked.value = query
    found.value = answer.ok ? answer.body : null
  }
  const shown = found.value
  const most = Math.max(1, ...(shown?.items.map(({ wait }) => wait?.highMinutes ?? 0) ?? []))
  return (
    <section class="card quick">
      <div class="card-head">
        <h2>{shown?.matter ? say('quick', { matter: shown.matter }) : say('quickAsk')}</h2>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <input
          value={words.value}
          placeholder={say('search')}
          aria-label={say('search')}
          onInput={({ currentTarget }) => (words.value = currentTarget.value)}
        />
        <button type="submit">{say('ask')}</button>
      </form>
      {shown !== null && shown.items.length === 0 && <p>{say('nothingFound', { matter: asked.value })}</p>}
      <ol>
        {shown?.items.slice(0, 5).map(({ id, name, wait, kilometres }) => (
          <li key={id}>
            <b>{name}</b>
            <span class="share">
              <i style={{ width: `${Math.round((100 * (wait?.highMinutes ?? 0)) / most)}%` }} />
            </span>
            {wait === null ? (
              <span class="minutes quiet">{say('cannotSay')}</span>
            ) : (
              <span class="minutes">
                <b class="num">
                  {wait.lowMinutes}–{wait.highMinutes}
                </b>{' '}
                {say('minutes')}
              </span>
            )}
            <small>{kilometres === null ? '' : say('kilometres', { km: kilometres })}</small>
          </li>
        ))}
      </ol>
      {shown !== null && (
        <p class="foot">
          {say('onlyWaits')}
          {shown.missing.length > 0 && shown.items.length > 0 && say('notThere', { halls: shown.missing.join('、') })}
        </p>
      )}
    </section>
  )
}
