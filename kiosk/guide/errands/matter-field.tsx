import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../../gateway/catalogue/search/search-matters.ts'
import { KeyCap } from '../../shared/staff/marks.tsx'
import { say } from '../words.ts'

const SHOWN = 4

/** A few letters find a matter; Enter takes the first. */
export function MatterField({
  index,
  onMatter,
}: {
  index: SearchIndex
  onMatter: (entry: CatalogueEntry) => void
}): JSX.Element {
  const [typed, type] = useState('')
  const wanted = typed.trim()
  const found = wanted === '' ? [] : searchMatters(index, wanted, SHOWN).found.map(({ entry }) => entry)
  const pick = (entry: CatalogueEntry): void => {
    type('')
    onMatter(entry)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first) pick(first)
      }}
    >
      <label class="palette-field">
        <input
          aria-label={say('errand.hint')}
          placeholder={say('errand.hint')}
          value={typed}
          autofocus
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      <div class="consult-matters">
        {found.map((entry, nth) => (
          <button type="button" key={entry.id} class="choice" onClick={() => pick(entry)}>
            <span class="choice-label cut">{entry.name}</span>
            <span class="choice-note">{entry.department}</span>
            {nth === 0 && <KeyCap>{say('palette.enter')}</KeyCap>}
          </button>
        ))}
        {wanted !== '' && found.length === 0 && <p class="card-empty">{say('take.notFound', { query: wanted })}</p>}
      </div>
    </form>
  )
}
