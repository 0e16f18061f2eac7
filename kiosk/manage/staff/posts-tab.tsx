import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { DutyRow } from '../../../gateway/contract/posts.ts'
import { StaffFind } from './staff-find.tsx'
import type { StaffRow } from '../../../gateway/contract/staff.ts'
import { type StaffRole, staffRoles } from '../../../gateway/contract/staff-roles.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { useKeys } from '../../shared/staff/use-keys.ts'
import { manageCall } from '../manage-call.ts'
import { CountersCard } from './counters-card.tsx'
import type { PlacedCounter } from './use-staff.ts'
import { say } from './words.ts'
import './staff-posts.css'

interface PostsTabProps {
  rows: readonly StaffRow[]
  counters: readonly PlacedCounter[]
  tabs: JSX.Element
  onPerson: (number: string) => void
}
const dutyReader = withFields<{ items: DutyRow[] }>('items')

/** The roles: who has them, what each may and how far; and who may sit at which counter. */
export function PostsTab({ rows, counters, tabs, onPerson }: PostsTabProps): JSX.Element {
  const [duties, setDuties] = useState<readonly DutyRow[]>([])
  const [role, choose] = useState<StaffRole | null>(null)
  const [typed, type] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    void manageCall('/staff/posts', dutyReader).then((answer) => answer.ok && setDuties(answer.body.items))
  }, [])
  useKeys((key) => {
    if (key !== '/') return false
    search.current?.focus()
    return true
  })
  const here = rows.filter(({ state }) => state !== 'off')
  const of = (one: StaffRole): StaffRow[] => here.filter(({ roles }) => roles.includes(one))
  const press = (one: StaffRole): void => choose(one === role ? null : one)
  return (
    <div class="staff-section">
      <div class="staff-bar">
        {tabs}
        <StaffFind name={say('posts.find')} field={search} typed={typed} type={type} />
      </div>
      <div class="staff-two">
        <section class="card posts-card">
          <div class="card-head">
            <h2>{say('posts.title')}</h2>
            <small>{say('posts.note')}</small>
          </div>
          <div class="posts-scroll">
            <table class="posts-table">
              <thead>
                <tr>
                  <th />
                  {staffRoles.map((one) => (
                    <th key={one}>
                      <button type="button" aria-pressed={role === one} onClick={() => press(one)}>
                        <b>{say(`roles.${one}`)}</b>
                        <small>{say('posts.people', { count: of(one).length })}</small>
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {duties.map(({ duty, reach }) => (
                  <tr key={duty}>
                    <th>{say(`posts.duties.${duty}`)}</th>
                    {staffRoles.map((one) => (
                      <td key={one} class={reach[one] === null ? 'posts-no' : ''}>
                        {reach[one] === null ? (
                          '—'
                        ) : (
                          <span class="posts-yes">
                            <Icon name="check" size={18} stroke={2.2} />
                            {reach[one] !== 'any' && <small>{say(`posts.reach.${reach[one]}`)}</small>}
                          </span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {role !== null && (
              <div class="posts-people">
                <h3>{say('posts.whoIs', { role: say(`roles.${role}`) })}</h3>
                {of(role).length === 0 && <p>{say('posts.nobody')}</p>}
                {of(role).map(({ number, name }) => (
                  <button type="button" class="posts-person" key={number} onClick={() => onPerson(number)}>
                    {name} <span class="num">{number}</span>
                  </button>
                ))}
              </div>
            )}
          </div>
        </section>
        <CountersCard people={of('clerk')} counters={counters} typed={typed} onPerson={onPerson} />
      </div>
    </div>
  )
}
