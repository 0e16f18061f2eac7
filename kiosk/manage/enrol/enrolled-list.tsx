import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { anything, withFields } from '../../../gateway/client/ask.ts'
import type { EnrolledRow } from '../../../gateway/contract/enrolment.ts'
import { Button } from '../../shared/staff/button.tsx'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { momentWords } from '../devices/moment-words.ts'
import { manageCall } from '../manage-call.ts'
import { say } from './words.ts'

interface EnrolledListProps {
  timeZone: string
  now: number
  toasts: Toaster
}

/** The machines that were let in: where, since when they were not seen; renamed, and taken back with a second press. */
export function EnrolledList({ timeZone, now, toasts }: EnrolledListProps): JSX.Element {
  const [rows, setRows] = useState<EnrolledRow[]>([])
  const [asked, ask] = useState<string | null>(null)
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [nth, again] = useState(0)
  useEffect(() => {
    void manageCall('/enrol/devices', withFields<{ items: EnrolledRow[] }>('items')).then((answer) => {
      if (answer.ok) setRows(answer.body.items.filter(({ revokedAt }) => revokedAt === null))
    })
  }, [nth])
  async function send(path: string, body: object, words: string): Promise<void> {
    const answer = await manageCall(`/enrol/devices/${path}`, anything, body)
    if (answer.ok) toasts.say('done', words)
    else toasts.say('refused', answer.message)
    ask(null)
    again(nth + 1)
  }
  const rename = (row: EnrolledRow): void => {
    const name = names[row.id]?.trim() ?? ''
    if (name !== '' && name !== row.name) void send(`${row.id}/name`, { name }, say('renameDone'))
  }
  return (
    <>
      <p class="enrol-note">{say('list')}</p>
      <ul class="enrol-list">
        {rows.length === 0 && <li>{say('listEmpty')}</li>}
        {rows.map((row) => (
          <li key={row.id}>
            <b>
              {say(`kinds.${row.kind}`)} <span class="num">{row.place}</span>
            </b>
            <input
              class="entry"
              placeholder={say('name')}
              aria-label={say('name')}
              maxLength={40}
              value={names[row.id] ?? row.name ?? ''}
              onInput={(event) => setNames({ ...names, [row.id]: event.currentTarget.value })}
              onBlur={() => rename(row)}
            />
            <small>
              {row.seenAt === null ? say('never') : say('seen', { day: momentWords(row.seenAt, timeZone, now) })}
            </small>
            {asked === row.id ? (
              <Button
                label={say('reallyRevoke')}
                look="grave"
                onPress={() => void send(`${row.id}/revoke`, {}, say('revokeDone', { place: row.place }))}
              />
            ) : (
              <Button label={say('revoke')} onPress={() => ask(row.id)} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
