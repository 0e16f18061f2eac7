import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { HandedTo } from '../../../gateway/contract/consultations.ts'
import { KeyCap } from '../../shared/staff/marks.tsx'
import type { DeskShown } from '../desk-shown.ts'
import { say } from '../words.ts'

export interface Whom {
  to: HandedTo
  name: string
}
const SHOWN = 8

/** Departments by name, counters by number, colleagues by work number or name; the first fits best. */
export function whomFor(
  { departments, counters, colleagues }: Pick<DeskShown, 'departments' | 'counters' | 'colleagues'>,
  typed: string,
  kinds: readonly HandedTo['kind'][],
): Whom[] {
  const wanted = typed.normalize('NFKC').trim()
  const people = colleagues
    .filter(({ number, name }) => number.startsWith(wanted) || name.replaceAll('*', '').startsWith(wanted))
    .map(
      ({ number, name }): Whom => ({
        to: { kind: 'person', id: number },
        name: say('consult.person', { name, number }),
      }),
    )
  const places = wanted === '' || !/^\d/.test(wanted) ? [] : counters.filter(({ id }) => id.startsWith(wanted))
  const all: Whom[] = [
    ...departments
      .filter(({ name }) => name.includes(wanted))
      .map(({ id, name }): Whom => ({ to: { kind: 'department', id }, name })),
    ...places.map(({ id }): Whom => ({ to: { kind: 'counter', id }, name: say('consult.counter', { counterId: id }) })),
    ...people,
  ]
  const exact = ({ to }: Whom): boolean => to.id === wanted
  const fits = all.filter(({ to }) => kinds.includes(to.kind))
  return [...fits.filter(exact), ...fits.filter((one) => !exact(one))].slice(0, SHOWN)
}

interface WhomFieldProps {
  view: DeskShown
  kinds: readonly HandedTo['kind'][]
  onWhom: (whom: Whom) => void
}

/** To whom something is handed on: typed, and the first of the list with Enter. */
export function WhomField({ view, kinds, onWhom }: WhomFieldProps): JSX.Element {
  const [typed, type] = useState('')
  const found = whomFor(view, typed, kinds)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first && typed.trim() !== '') onWhom(first)
      }}
    >
      <label class="palette-field">
        <input
          aria-label={say('consult.toHint')}
          placeholder={say('consult.toHint')}
          value={typed}
          autofocus
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <div class="choices choices-two">
        {found.map((whom, nth) => (
          <button type="button" key={`${whom.to.kind} ${whom.to.id}`} class="choice" onClick={() => onWhom(whom)}>
            <span class="choice-label cut">{whom.name}</span>
            {nth === 0 && typed.trim() !== '' && <KeyCap>{say('palette.enter')}</KeyCap>}
          </button>
        ))}
        {found.length === 0 && <p class="card-empty">{say('consult.toNone')}</p>}
      </div>
    </form>
  )
}
