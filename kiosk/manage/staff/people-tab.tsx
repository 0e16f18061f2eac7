import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { StaffFind } from './staff-find.tsx'
import type { StaffAnswer, StaffDeed, StaffRow } from '../../../gateway/contract/staff.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { KeyCap } from '../../shared/staff/marks.tsx'
import { useKeys } from '../../shared/staff/use-keys.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { type StaffDraft, bodyOf, draftOf, nobodyYet } from './draft.ts'
import { type StaffFilter, fits, pickStaff } from './pick-staff.ts'
import { StaffEditor } from './staff-editor.tsx'
import { StaffList } from './staff-list.tsx'
import type { Staff } from './use-staff.ts'
import { say } from './words.ts'

const filters: readonly StaffFilter[] = ['all', 'in', 'noPhone', 'off']

interface PeopleTabProps extends SectionProps {
  staff: Staff
  counters: readonly string[]
  /** Who is open when it is shown first; null = whoever stands first. */
  first: string | null
  /** The way to the other tabs, at the head of the bar. */
  tabs: JSX.Element
  onImport: () => void
}

/** Who works here: the list, and the chosen one whole. `null` for the number = somebody new. */
export function PeopleTab({ hall, view, toasts, staff, counters, first, tabs, onImport }: PeopleTabProps): JSX.Element {
  const { rows, stale, look } = staff
  const [filter, setFilter] = useState<StaffFilter>('all')
  const [typed, type] = useState('')
  const [chosen, choose] = useState<string | null>(first)
  const [isNew, setNew] = useState(false)
  const [draft, setDraft] = useState<StaffDraft>(nobodyYet)
  const [busy, setBusy] = useState(false)
  const [asked, ask] = useState<StaffDeed | null>(null)
  const [told, tell] = useState<{ name: string; code: string } | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const shown = pickStaff(rows ?? [], filter, typed)
  const row = isNew ? null : (rows?.find(({ number }) => number === chosen) ?? shown[0] ?? null)
  const open = (next: StaffRow | null): void => {
    setNew(next === null)
    choose(next?.number ?? null)
    setDraft(next === null ? nobodyYet : draftOf(next))
  }
  // The first that is shown is open before anybody was chosen.
  useEffect(() => {
    if (!isNew && row) setDraft(draftOf(row))
  }, [row?.number])

  async function call(path: string, body: object, done: (answer: StaffAnswer) => string): Promise<void> {
    if (busy) return
    setBusy(true)
    const answer = await manageCall(path, withFields<StaffAnswer>('staff', 'code'), body)
    setBusy(false)
    if (!answer.ok) return toasts.say('refused', answer.message)
    const { staff, code } = answer.body
    toasts.say('done', done(answer.body))
    setNew(false)
    choose(staff.number)
    setDraft(draftOf(staff))
    if (code !== null) tell({ name: staff.name, code })
    look()
  }
  const save = (): void =>
    void call(isNew || !row ? '/staff' : `/staff/${row.number}`, bodyOf(draft, isNew || !row), ({ staff }) =>
      say('done.saved', { name: staff.name }),
    )
  const carryOut = (deed: StaffDeed): void => {
    ask(null)
    if (row) void call(`/staff/${row.number}/${deed}`, {}, ({ staff }) => say(`done.${deed}`, { name: staff.name }))
  }
  const step = (by: 1 | -1): boolean => {
    const at = shown.findIndex(({ number }) => number === row?.number)
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (next) open(next)
    return true
  }
  useKeys((key) => {
    if (key === '/') search.current?.focus()
    else if (key === 'N') open(null)
    else if (key === 'I') onImport()
    else if (key === 'ArrowDown') step(1)
    else if (key === 'ArrowUp') step(-1)
    else return false
    return true
  })
  // What was typed a moment ago is saved too.
  const latestSave = useRef(save)
  latestSave.current = save
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      latestSave.current()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])

  if (rows === null) return <p class="manage-still">{stale ? say('stale') : say('reading')}</p>
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  return (
    <div class="staff-section">
      <div class="staff-bar">
        {tabs}
        <StaffFind name={say('find')} field={search} typed={typed} type={type} />
        {filters.map((one) => (
          <button
            type="button"
            class="staff-filter"
            key={one}
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
          >
            {say(one)} <span class="num">{rows.filter(fits[one]).length}</span>
          </button>
        ))}
        <span class="grow" />
        <Button label={say('import.open')} keyCap="I" onPress={onImport} />
        <Button label={say('add')} icon="plus" keyCap="N" onPress={() => open(null)} />
      </div>
      <div class="staff-two">
        <section class="card staff-list">
          <div class="card-head">
            <h2>{say('title')}</h2>
            <small>{say('sum', { people: rows.filter(fits.all).length, in: rows.filter(fits.in).length })}</small>
            <span class="grow" />
            {stale && <small role="status">{say('stale')}</small>}
          </div>
          {shown.length === 0 && <p class="card-empty">{rows.length === 0 ? say('nobody') : say('nothingFound')}</p>}
          <StaffList
            rows={shown}
            chosen={row?.number ?? null}
            timeZone={view.hall.timeZone}
            now={hall.now()}
            onChoose={(number) => open(rows.find((one) => one.number === number) ?? null)}
          />
        </section>
        <StaffEditor
          row={row}
          draft={draft}
          counters={counters}
          timeZone={view.hall.timeZone}
          now={hall.now()}
          blocked={blocked}
          busy={busy}
          onDraft={setDraft}
          onSave={save}
          onLeave={() => open(row ?? shown[0] ?? null)}
          onDeed={(deed) => (deed === 'on' ? carryOut(deed) : ask(deed))}
        />
      </div>
      <footer class="staff-keys">
        <span>
          <KeyCap>/</KeyCap> {say('keys.find')}
        </span>
        <span>
          <KeyCap>↑ ↓</KeyCap> {say('keys.choose')}
        </span>
        <span>
          <KeyCap>N</KeyCap> {say('keys.new')}
        </span>
        <span>
          <KeyCap>Ctrl S</KeyCap> {say('keys.save')}
        </span>
      </footer>
      {asked !== null && asked !== 'on' && row && (
        <Dialog title={say(`ask.${asked}`, { name: row.name })} onClose={() => ask(null)}>
          <p>{say(`ask.${asked}Note`)}</p>
          <div class="dialog-foot">
            <Button label={say('ask.yes')} look="grave" onPress={() => carryOut(asked)} />
            <span class="grow" />
            <Button label={sayStaff('cancel')} look="main" keyCap="Esc" onPress={() => ask(null)} />
          </div>
        </Dialog>
      )}
      {told && (
        <Dialog title={say('code.title', { name: told.name })} onClose={() => tell(null)}>
          <p class="num staff-code">{told.code}</p>
          <p>{say('code.note')}</p>
          <div class="dialog-foot">
            <span class="grow" />
            <Button label={say('code.close')} look="main" onPress={() => tell(null)} />
          </div>
        </Dialog>
      )}
    </div>
  )
}
