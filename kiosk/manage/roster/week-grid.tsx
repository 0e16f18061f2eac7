import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import type { RosterView } from '../../../gateway/contract/roster.ts'
import { readCell } from '../../../gateway/contract/roster-cell.ts'
import { moveTo } from './cell-keys.ts'
import { type RosterRow, keyOf } from './week-draft.ts'
import { dateWords, say } from './words.ts'

interface GridProps {
  rows: readonly RosterRow[]
  days: RosterView['days']
  today: string
  text: (key: string) => string
  isChanged: (key: string) => boolean
  onWrite: (key: string, text: string) => void
  /** The same words on all open days of this line from `day` on. */
  onFill: (row: RosterRow, day: string, text: string) => void
}

const weekdays = say('weekdays').split(' ')
export const whoWords = ({ post, departmentName }: RosterRow): string => departmentName ?? say(`posts.${post}`)

/** A line for each post, a column for each day; every cell is typed into. */
export function WeekGrid({ rows, days, today, text, isChanged, onWrite, onFill }: GridProps): JSX.Element {
  const table = useRef<HTMLTableElement>(null)
  return (
    <table class="roster-grid" ref={table}>
      <thead>
        <tr>
          <th scope="col">{say('post')}</th>
          {days.map(({ day, isOpen }, nth) => (
            <th scope="col" key={day} class={day === today ? 'roster-today' : undefined}>
              {weekdays[nth]} <span class="num">{dateWords(day)}</span>
              {day === today && <small>{say('today')}</small>}
              {!isOpen && <small>{say('closed')}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          <tr key={keyOf(row, '')} class={row.post === 'chief' ? undefined : 'roster-of-hall'}>
            <th scope="row">
              <span class="roster-who" title={whoWords(row)}>
                {whoWords(row)}
              </span>
              {row.post === 'chief' && <small>{say('posts.chief')}</small>}
            </th>
            {days.map(({ day, isOpen }, column) => {
              const key = keyOf(row, day)
              const words = text(key)
              const read = readCell(words)
              const isGap = isOpen && day >= today && words.trim() === ''
              return (
                <td key={day} class={isOpen ? undefined : 'roster-closed'}>
                  {isChanged(key) && <i class="hall-dot" />}
                  <input
                    class={`roster-cell${isGap ? ' roster-gap' : ''}${read.ok ? '' : ' roster-wrong'}`}
                    aria-label={say('cell', { who: whoWords(row), day: dateWords(day) })}
                    aria-invalid={!read.ok}
                    title={read.ok ? words : read.message}
                    placeholder={isGap ? say('gap') : ''}
                    maxLength={300}
                    data-at={`${line} ${column}`}
                    value={words}
                    onInput={(event) => onWrite(key, event.currentTarget.value)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' && event.ctrlKey) onFill(row, day, event.currentTarget.value)
                      else if (!moveTo(event, table.current, line, column)) return
                      event.preventDefault()
                    }}
                  />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
