import type { JSX } from 'preact'
import { Icon } from '../../../display/shared/icons.tsx'
import { say } from './words.ts'

interface ChipsProps {
  list: readonly unknown[]
  /** What may be added; null = anything that is typed. */
  known: readonly { id: string; name: string }[] | null
  isNumber: boolean
  onChange: (list: unknown[]) => void
}

/** A list of short things: each taken away by itself, others added. */
export function Chips({ list, known, isNumber, onChange }: ChipsProps): JSX.Element {
  const add = (said: string): void => {
    const one = isNumber ? Number(said) : said.trim()
    if (said.trim() !== '' && !list.includes(one)) onChange([...list, one])
  }
  return (
    <div class="hall-chips">
      {list.map((one) => (
        <span key={String(one)} class="hall-chip">
          {typeof one === 'object' ? JSON.stringify(one) : String(one)}
          <button
            type="button"
            aria-label={say('removeOne', { name: String(one) })}
            onClick={() => onChange(list.filter((other) => other !== one))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      {known ? (
        <select class="entry hall-chip-add" value="" onChange={({ currentTarget }) => add(currentTarget.value)}>
          <option value="">+ {say('addOne')}</option>
          {known
            .filter(({ id }) => !list.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name === '' ? id : `${id}　${name}`}
              </option>
            ))}
        </select>
      ) : (
        <input
          class="entry hall-chip-add"
          placeholder={`+ ${say('addOne')}`}
          onChange={({ currentTarget }) => {
            add(currentTarget.value)
            currentTarget.value = ''
          }}
        />
      )}
    </div>
  )
}
