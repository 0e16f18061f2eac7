import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import type { AskedRow } from '../../../gateway/contract/asked.ts'
import { Button } from '../../shared/staff/button.tsx'
import { findMatters } from './calls.ts'
import { say } from './words.ts'

/** Typing rests for so long before it is looked up. */
const RESTS_MS = 250

interface AskedLineProps {
  row: AskedRow
  blocked: string | null
  busy: boolean
  onReview: (matterId: string | null) => void
}

/** Words, how often they were asked, and the likeliest matters; another one is found by typing. */
export function AskedLine({ row, blocked, busy, onReview }: AskedLineProps): JSX.Element {
  const [typed, type] = useState('')
  const [found, set] = useState<AskedRow['likely'] | null>(null)
  useEffect(() => {
    if (typed.trim() === '') return set(null)
    return after(RESTS_MS, () => {
      void findMatters(typed.trim()).then(
        (answer) =>
          answer.ok && set(answer.body.items.map(({ id: matterId, name }) => ({ matterId, name, department: '' }))),
      )
    })
  }, [typed])
  const shown = found ?? row.likely
  return (
    <li>
      <span class="asked-said">
        <b>{row.words}</b>
        <small>
          {[
            row.atTerminals > 0 ? say('atTerminals', { count: row.atTerminals }) : null,
            row.atDesk > 0 ? say('atDesk', { count: row.atDesk }) : null,
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </small>
      </span>
      <span class="asked-likely">
        {shown.map(({ matterId, name, department }) => (
          <button
            type="button"
            key={matterId}
            class="choice"
            title={say('isThis', { words: row.words, name })}
            aria-disabled={blocked !== null || busy}
            onClick={() => blocked === null && !busy && onReview(matterId)}
          >
            <span class="choice-label cut">{name}</span>
            <span class="choice-note">{department}</span>
          </button>
        ))}
        {shown.length === 0 && <small>{found === null ? say('nothingLike') : say('notFound')}</small>}
        <input
          class="entry"
          aria-label={say('find', { words: row.words })}
          placeholder={say('findHint')}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </span>
      <Button label={say('refuse')} blocked={blocked} busy={busy} onPress={() => onReview(null)} />
    </li>
  )
}
