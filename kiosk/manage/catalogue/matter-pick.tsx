import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import { type FoundMatter, findMatters } from './edit-calls.ts'
import { say } from './words.ts'

const TYPED_MS = 250

/** Finds the matter that is to be changed, as a visitor's search does. */
export function MatterPick({
  departmentName,
  onOpen,
}: {
  departmentName: (id: string) => string
  onOpen: (matterId: string) => void
}): JSX.Element {
  const [typed, type] = useState('')
  const [found, setFound] = useState<readonly FoundMatter[] | null>(null)
  useEffect(() => {
    if (typed.trim() === '') return setFound(null)
    return after(TYPED_MS, () => {
      void findMatters(typed.trim()).then((answer) => {
        if (answer.ok) setFound(answer.body.items)
      })
    })
  }, [typed])
  return (
    <section class="card matter-pick">
      <label>
        <span>{say('edit.pick')}</span>
        <input
          class="entry"
          type="search"
          autofocus
          value={typed}
          maxLength={40}
          placeholder={say('edit.pickHint')}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      </label>
      {found === null && <p class="card-empty">{say('edit.pickStart')}</p>}
      {found?.length === 0 && <p class="card-empty">{say('edit.pickNone')}</p>}
      <ul>
        {found?.map(({ id, name, department }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <b>{name}</b>
              <small>{departmentName(department)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
