import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Icon } from '../../../display/shared/icons.tsx'
import { countersIn } from './draft.ts'
import { say } from './words.ts'

interface CounterChipsProps {
  /** null = all of them. */
  counters: readonly string[] | null
  /** As they were before; those that are new stand out. */
  before: readonly string[] | null
  known: readonly string[]
  onChange: (counters: readonly string[] | null) => void
}

/** The counters of somebody: taken away one by one, added as a range. */
export function CounterChips({ counters, before, known, onChange }: CounterChipsProps): JSX.Element {
  const [typed, setTyped] = useState('')
  const [strange, setStrange] = useState<readonly string[]>([])
  const add = (): void => {
    const named = countersIn(typed)
    const unknown = named.filter((id) => !known.includes(id))
    setStrange(unknown)
    if (unknown.length > 0 || named.length === 0) return
    setTyped('')
    onChange([...new Set([...(counters ?? []), ...named])].toSorted((one, other) => Number(one) - Number(other)))
  }
  return (
    <>
      <div class="staff-chips">
        {counters?.map((id) => (
          <span class={`staff-chip${before?.includes(id) ? '' : ' staff-chip-new'}`} key={id}>
            <span class="num">{id}</span>
            <button
              type="button"
              aria-label={say('editor.remove', { id })}
              onClick={() => onChange(counters.filter((one) => one !== id))}
            >
              <Icon name="close" size={15} stroke={2} />
            </button>
          </span>
        ))}
        <button
          type="button"
          class="staff-chip staff-chip-all"
          aria-pressed={counters === null}
          onClick={() => onChange(counters === null ? [] : null)}
        >
          {say('editor.every')}
        </button>
      </div>
      {counters !== null && (
        <form
          class="staff-add"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <input
            class="entry"
            placeholder={say('editor.addCounters')}
            aria-label={say('editor.addCounters')}
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setStrange([])
            }}
          />
          <button type="submit" class="button">
            {say('editor.addThem')}
          </button>
        </form>
      )}
      {strange.length > 0 && (
        <p class="staff-wrong" role="alert">
          {say('editor.unknown', { ids: strange.slice(0, 6).join('、') })}
        </p>
      )}
    </>
  )
}
