import type { JSX } from 'preact'
import type { RosterRead, RosterView } from '../../../gateway/contract/roster.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { cellsOf } from './week-draft.ts'
import { dateWords, say } from './words.ts'

interface ImportProps {
  read: RosterRead
  /** What stands on those days now. */
  before: RosterView
  blocked: string | null
  busy: boolean
  onTake: () => void
  onClose: () => void
}
const MOST_ROWS = 200
const MOST_REFUSED = 8

/** What a sheet says, before it counts: everybody who would be set, what they replace, and every row that was not understood. */
export function ImportDialog({ read, before, blocked, busy, onTake, onClose }: ImportProps): JSX.Element {
  const { from, until, duties, refused, notes } = read
  const cells = [...cellsOf(duties)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const was = cellsOf(before.duties)
  const replaced = cells.filter(([key, text]) => was.has(key) && was.get(key) !== text).length
  const sums = { count: duties.length, from: dateWords(from), until: dateWords(until) }
  return (
    <Dialog title={say('imported.title')} onClose={onClose} wide>
      <p>
        <b>{say(from === until ? 'imported.sumOne' : 'imported.sum', sums)}</b>{' '}
        {replaced > 0 ? say('imported.replaces', { count: replaced }) : say('imported.replacesNone')}
      </p>
      {refused.length > 0 && (
        <div class="roster-refused" role="alert">
          <Light light="warning" size={20} />
          <b>{say('imported.refused', { count: refused.length })}</b>
          <ul>
            {refused.slice(0, MOST_REFUSED).map(({ row, sheet, message }) => (
              <li key={`${sheet ?? ''} ${row}`}>
                {sheet === null
                  ? say('imported.row', { row, why: message })
                  : say('imported.rowOf', { sheet, row, why: message })}
              </li>
            ))}
            {refused.length > MOST_REFUSED && <li>{say('imported.more', { count: refused.length - MOST_REFUSED })}</li>}
          </ul>
        </div>
      )}
      {notes.map((note) => (
        <p class="roster-note" key={note}>
          {note}
        </p>
      ))}
      <div class="roster-preview">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('imported.day')}</th>
              <th scope="col">{say('imported.who')}</th>
              <th scope="col">{say('imported.name')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, MOST_ROWS).map(([key, text]) => {
              const [day = '', post = 'leader', ...name] = key.split(' ')
              const who = say(`posts.${post as 'leader' | 'guide' | 'chief'}`)
              return (
                <tr key={key}>
                  <td class="num">{dateWords(day)}</td>
                  <td>{[name.join(' '), who].filter((part) => part !== '').join(' · ')}</td>
                  <td>{text}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
        {cells.length > MOST_ROWS && <p>{say('imported.more', { count: cells.length - MOST_ROWS })}</p>}
      </div>
      <div class="dialog-foot">
        <span class="grow" />
        <Button label={say('imported.cancel')} onPress={onClose} />
        <Button
          label={say('imported.take', { count: duties.length })}
          look="main"
          busy={busy}
          blocked={blocked}
          onPress={onTake}
        />
      </div>
    </Dialog>
  )
}
