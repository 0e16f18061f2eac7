import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../../gateway/catalogue/search/search-matters.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import { Button } from '../../shared/staff/button.tsx'
import { say } from '../words.ts'
import type { Whom } from './whom-field.tsx'

export type Noted = Extract<Command, { type: 'note-consultation' }>
const SHOWN = 3

interface ConsultFormProps {
  index: SearchIndex
  blocked: string | null
  busy: boolean
  onNote: (noted: Noted) => void
  /** It goes to somebody else: who that is, is asked next. */
  onHandOn: (noted: (whom: Whom) => Noted) => void
}

/** What was asked, in words; the matter where it is one of these; what became of it. Enter = answered. */
export function ConsultForm({ index, blocked, busy, onNote, onHandOn }: ConsultFormProps): JSX.Element {
  const [words, write] = useState('')
  const [matter, choose] = useState<CatalogueEntry | null>(null)
  const said = words.trim()
  const found = said.length < 2 ? [] : searchMatters(index, said, SHOWN).found.map(({ entry }) => entry)
  const isMissing = said.length >= 2 && found.length === 0
  const noted = (outcome: Noted['outcome'], to: Noted['to']): Noted => ({
    type: 'note-consultation',
    matterId: matter?.id ?? null,
    words: said === '' ? null : said,
    outcome,
    to,
    notFound: isMissing,
  })
  const why = blocked ?? (said === '' && matter === null ? say('consult.field') : null)
  return (
    <form
      class="consult-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (why === null) onNote(noted('answered', null))
      }}
    >
      <label class="palette-field">
        <input
          aria-label={say('consult.field')}
          placeholder={say('consult.hint')}
          value={words}
          maxLength={60}
          autofocus
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <div class="consult-matters">
        {matter === null
          ? found.map((entry) => (
              <button type="button" key={entry.id} class="choice" onClick={() => choose(entry)}>
                <span class="choice-label cut">{entry.name}</span>
                <span class="choice-note">{entry.department}</span>
              </button>
            ))
          : [matter].map((entry) => (
              <button type="button" key={entry.id} class="choice" aria-pressed="true" onClick={() => choose(null)}>
                <span class="choice-label cut">{entry.name}</span>
                <span class="choice-note">{say('consult.remove')}</span>
              </button>
            ))}
        {isMissing && matter === null && <p class="consult-missing">{say('consult.notFound', { words: said })}</p>}
      </div>
      <div class="consult-outcomes">
        <Button
          look="main"
          icon="check"
          label={say('consult.answered')}
          keyCap={say('palette.enter')}
          blocked={why}
          busy={busy}
          onPress={() => onNote(noted('answered', null))}
        />
        <Button
          label={say('consult.handOn')}
          blocked={why}
          onPress={() => onHandOn((whom) => noted('handed-on', whom.to))}
        />
        <Button label={say('consult.open')} blocked={why} onPress={() => onNote(noted('open', null))} />
      </div>
    </form>
  )
}
