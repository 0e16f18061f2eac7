import type { JSX } from 'preact'
import type { StaffDeed, StaffRow } from '../../../gateway/contract/staff.ts'
import { type StaffRole, staffRoles } from '../../../gateway/contract/staff-roles.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import { CounterChips } from './counter-chips.tsx'
import { type StaffDraft, changesIn, draftOf, isWhole, nobodyYet } from './draft.ts'
import { SignInLines } from './sign-in-lines.tsx'
import { lightOf } from './staff-list.tsx'
import { say } from './words.ts'

interface StaffEditorProps {
  /** null = somebody new. */
  row: StaffRow | null
  draft: StaffDraft
  counters: readonly string[]
  timeZone: string
  now: number
  /** Why nothing can be done now; null = it can. */
  blocked: string | null
  busy: boolean
  onDraft: (draft: StaffDraft) => void
  onSave: () => void
  onLeave: () => void
  onDeed: (deed: StaffDeed) => void
}

export function StaffEditor(props: StaffEditorProps): JSX.Element {
  const { row, draft, counters, timeZone, now, blocked, busy, onDraft, onSave, onLeave, onDeed } = props
  const changes = changesIn(row ? draftOf(row) : nobodyYet, draft)
  const why = blocked ?? (isWhole(draft) ? null : say('editor.needs'))
  const toggle = (role: StaffRole): void => {
    const roles = draft.roles.includes(role) ? draft.roles.filter((one) => one !== role) : [...draft.roles, role]
    onDraft({ ...draft, roles })
  }
  const dot = (field: keyof StaffDraft): JSX.Element | null =>
    row && changes.includes(field) ? <i class="staff-dot" aria-hidden="true" /> : null
  return (
    <section class="card staff-editor">
      <div class="staff-who">
        <h2>{row ? row.name : say('editor.new')}</h2>
        {row && <span class="num staff-number">{row.number}</span>}
        {row && (
          <span class="staff-step">
            <Light light={lightOf[row.state]} size={14} />
            {say(`states.${row.state}`)}
          </span>
        )}
      </div>
      <div class="staff-body">
        <div class="staff-part staff-three">
          <label>
            <span>
              {say('editor.name')} {dot('name')}
            </span>
            <input
              class="entry"
              value={draft.name}
              maxLength={30}
              onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
            />
          </label>
          {row ? (
            <div>
              <span>{say('editor.number')}</span>
              <span class="entry staff-fixed">
                <b class="num">{row.number}</b>
                <small>{say('editor.fixed')}</small>
              </span>
            </div>
          ) : (
            <label>
              <span>{say('editor.number')}</span>
              <input
                class="entry num"
                value={draft.number}
                maxLength={16}
                onInput={(event) => onDraft({ ...draft, number: event.currentTarget.value })}
              />
            </label>
          )}
          <label>
            <span>
              {say('editor.department')} {dot('department')}
            </span>
            <input
              class="entry"
              value={draft.department}
              maxLength={60}
              onInput={(event) => onDraft({ ...draft, department: event.currentTarget.value })}
            />
          </label>
        </div>
        <div class="staff-part">
          <h3>
            {say('editor.roles')} {dot('roles')}
            <small>{say('editor.rolesNote')}</small>
          </h3>
          <div class="staff-roles">
            {staffRoles.map((role) => (
              <button
                type="button"
                role="switch"
                class="staff-role"
                key={role}
                aria-checked={draft.roles.includes(role)}
                onClick={() => toggle(role)}
              >
                <i class="toggle" aria-hidden="true" />
                <em>{draft.roles.includes(role) ? say('on') : say('offWord')}</em>
                <span>
                  <b>{say(`roles.${role}`)}</b>
                  <small>{say(`roleNotes.${role}`)}</small>
                </span>
              </button>
            ))}
          </div>
        </div>
        {draft.roles.includes('clerk') && (
          <div class="staff-part">
            <h3>
              {say('editor.counters')} {dot('counters')}
              <small>{say('editor.countersNote')}</small>
            </h3>
            <CounterChips
              counters={draft.counters}
              before={row?.counters ?? []}
              known={counters}
              onChange={(next) => onDraft({ ...draft, counters: next })}
            />
          </div>
        )}
        {row && <SignInLines row={row} timeZone={timeZone} now={now} blocked={blocked} onDeed={onDeed} />}
      </div>
      <div class="staff-foot">
        {row && (
          <Button
            label={row.state === 'off' ? say('editor.switchOn') : say('editor.switchOff')}
            icon="forbid"
            blocked={blocked}
            onPress={() => onDeed(row.state === 'off' ? 'on' : 'off')}
          />
        )}
        {row && <small>{say('editor.offNote')}</small>}
        <span class="grow" />
        {(changes.length > 0 || !row) && <Button label={say('editor.leave')} onPress={onLeave} />}
        {(changes.length > 0 || !row) && (
          <Button
            label={row ? say('editor.save', { count: changes.length }) : say('editor.saveNew')}
            look="main"
            blocked={why}
            busy={busy}
            onPress={onSave}
          />
        )}
      </div>
    </section>
  )
}
