import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { HallSettings, SettingChange, SettingFault, SettingKey } from '../../../gateway/contract/hall-settings.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { type Path, changed, patternOf, valueAt, withChange } from './draft.ts'
import { Field, Fields, type FormProps, exampleFor, wordsOf } from './fields.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { Preview } from './preview.tsx'
import { TreeList, listRows } from './tree-list.tsx'
import { type Spot, branches, spotOf } from './tree.ts'
import { readSettings, saveSettings, takeBack, useCheck } from './use-settings.ts'
import { say } from './words.ts'
import './hall.css'

const partNames = (parts: readonly string[]): string => parts.map((part) => wordsOf(part).name).join('、')

/** The hall folder as forms: a tree, the fields of one place, how it will look and what the check says; saved as one change. */
export function HallSection({ hall, view, toasts }: SectionProps): JSX.Element {
  const [settings, setSettings] = useState<HallSettings | null | 'failed'>(null)
  const [changes, setChanges] = useState<readonly SettingChange[]>([])
  const [spot, setSpot] = useState<Spot>({ branch: 'queues', row: 0 })
  const [isLooking, setLooking] = useState(false)
  const [busy, setBusy] = useState(false)
  const refused = (message: string): void => void toasts.say('refused', message)
  const load = async (): Promise<void> => {
    const answer = await readSettings()
    if (answer.ok) setSettings(answer.body)
    else setSettings((before) => (before === null ? 'failed' : before))
  }
  useEffect(() => void load(), [])
  const here = settings === 'failed' ? null : settings
  const check = useCheck(here, changes, refused)
  const parts = useMemo(() => (here ? changed(here.parts, changes) : {}), [here, changes])

  const undoLast = (): void => setChanges((before) => before.slice(0, -1))
  const save = async (): Promise<void> => {
    if (!here) return
    setBusy(true)
    const answer = await saveSettings(here.revision, changes)
    setBusy(false)
    if (!answer.ok) return refused(answer.message)
    const { waits } = answer.body
    const count = changes.length
    toasts.say(
      'done',
      waits.length === 0 ? say('saved', { count }) : say('savedWaits', { count, parts: partNames(waits) }),
    )
    setChanges([])
    await load()
  }
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      if (key !== 's' && key !== 'z') return
      // A field that somebody types in takes its own letters back.
      if (key === 'z' && event.target instanceof HTMLInputElement) return
      event.preventDefault()
      if (key === 'z') undoLast()
      else if (isReady && !busy) void save()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  if (settings === null || settings === 'failed' || !here)
    return (
      <p class="manage-still" role="status">
        {settings === null ? say('loading') : say('failed')}
      </p>
    )
  const faults = changes.length === 0 ? here.faults : check === null || check === 'asking' ? [] : check.faults
  const hints = changes.length === 0 ? here.hints : check === null || check === 'asking' ? [] : check.hints
  const waits = check === null || check === 'asking' ? [] : check.waits
  const isReady = changes.length > 0 && check !== null && check !== 'asking' && faults.length === 0
  const form: FormProps = {
    keys: here.keys,
    parts,
    before: here.parts,
    faults,
    onChange: (path, value) => {
      const change = { path: [...path], ...(value === undefined ? {} : { value: value as SettingChange['value'] }) }
      setChanges((before) => withChange(before, change))
    },
  }
  const blocked = !hall.online.value
    ? sayStaff('offlineShort')
    : changes.length === 0
      ? say('saveNone')
      : faults.length > 0
        ? say('saveBlocked', { count: faults.length })
        : check === 'asking'
          ? say('checking')
          : null
  return (
    <div class="hall-page">
      <TreeList
        parts={parts}
        spot={spot}
        faults={faults}
        changed={new Set(changes.map(({ path }) => String(path[0])))}
        onSpot={setSpot}
      />
      <Place key={`${spot.branch} ${spot.row}`} spot={spot} onSpot={setSpot} {...form} />
      <div class="hall-side">
        <section class="card hall-preview">
          <div class="card-head">
            <h2>{say('preview')}</h2>
            <small>{spot.branch === 'plan' || spot.branch === 'slip' ? say('previewReal') : ''}</small>
          </div>
          <div class="hall-preview-body">
            <Preview spot={spot} parts={parts} before={here.parts} />
          </div>
        </section>
        <Checks faults={faults} hints={hints} asking={check === 'asking'} onGo={(key) => setSpot(spotOf(key))} />
      </div>
      <footer class="hall-bar">
        {changes.length > 0 && <i class="hall-dot" />}
        <b>{changes.length === 0 ? say('nothing') : say('changes', { count: changes.length })}</b>
        <small class="hall-bar-words">
          {changes.length === 0
            ? here.waits.length > 0 && say('waiting', { parts: partNames(here.waits) })
            : waits.length > 0
              ? say('waits', { parts: partNames(waits) })
              : say('atOnce')}
        </small>
        <span class="grow" />
        <Button label={say('look')} onPress={() => setLooking(true)} />
        <Button
          label={say('undo')}
          keyCap="Ctrl Z"
          blocked={changes.length === 0 ? say('saveNone') : null}
          onPress={undoLast}
        />
        <Button
          label={say('save')}
          look="main"
          keyCap="Ctrl S"
          blocked={blocked}
          busy={busy}
          onPress={() => void save()}
        />
      </footer>
      {isLooking && (
        <HistoryDialog
          history={here.history}
          lines={check === null || check === 'asking' ? [] : check.lines}
          timeZone={view.hall.timeZone}
          onClose={() => setLooking(false)}
          onTakeBack={(changeId) =>
            void takeBack(here.revision, changeId).then(async (answer) => {
              if (!answer.ok) return refused(answer.message)
              toasts.say('done', say('takenBack'))
              setChanges([])
              await load()
            })
          }
        />
      )}
    </div>
  )
}

/** The fields of one place. */
function Place({ spot, onSpot, ...form }: FormProps & { spot: Spot; onSpot: (spot: Spot) => void }): JSX.Element {
  const branch = branches.find(({ id }) => id === spot.branch) ?? branches[0]
  const part = branch.parts[0]
  const rows = branch.list ? listRows(form.parts[part]) : []
  const row = spot.row === null ? null : rows[spot.row]
  const pattern = `${part}[]`
  const add = (value: unknown): void => {
    form.onChange([part, rows.length], value)
    onSpot({ branch: spot.branch, row: rows.length })
  }
  return (
    <section class="card hall-form">
      <div class="card-head">
        {row && <b class="num hall-letter">{row.id}</b>}
        <h2>{row ? row.name || wordsOf(part).name : say(`branches.${branch.id}`)}</h2>
        <small>{branch.list && say(`branches.${branch.id}`)}</small>
        <span class="grow" />
        {branch.list && row && (
          <>
            <Button
              label={say('addLike')}
              onPress={() => add(likeRow(valueAt(form.parts, [part, row.row]), new Set(rows.map(({ id }) => id))))}
            />
            <Button
              label={say('removeThis')}
              onPress={() => {
                form.onChange([part, row.row], undefined)
                onSpot({ branch: spot.branch, row: Math.max(0, row.row - 1) })
              }}
            />
          </>
        )}
      </div>
      <div class="hall-form-body">
        {!branch.list && branch.parts.map((one) => <PartField key={one} part={one} {...form} />)}
        {branch.list && row && <Fields path={[part, row.row]} {...form} />}
        {branch.list && !row && (
          <>
            <p>{say('noRows')}</p>
            <Button label={say('addRow')} onPress={() => add(exampleFor(form.keys, pattern))} />
          </>
        )}
      </div>
    </section>
  )
}

function PartField({ part, ...form }: FormProps & { part: string }): JSX.Element | null {
  const path: Path = part.split('.')
  const setting = form.keys.find((key: SettingKey) => key.path === patternOf(path))
  return setting ? <Field path={path} setting={setting} {...form} /> : null
}

/** The same once more, under an id that nobody has. */
function likeRow(row: unknown, used: ReadonlySet<string>): unknown {
  if (typeof row !== 'object' || row === null || !('id' in row)) return row
  const stem = /^(.*?)(\d*)$/.exec(String(row.id))
  let nth = Number(stem?.[2] || 1)
  do nth += 1
  while (used.has(`${stem?.[1] ?? ''}${nth}`))
  return { ...row, id: `${stem?.[1] ?? ''}${nth}` }
}

function Checks({
  faults,
  hints,
  asking,
  onGo,
}: {
  faults: readonly SettingFault[]
  hints: readonly string[]
  asking: boolean
  onGo: (key: string) => void
}): JSX.Element {
  return (
    <section class="card hall-checks" aria-live="polite">
      <div class="card-head">
        <h2>{say('checks')}</h2>
        {asking && <small>{say('checking')}</small>}
      </div>
      <ul>
        {faults.map(({ key, message }) => (
          <li key={`${key} ${message}`}>
            <Light light="warning" size={22} />
            <div>
              <span class="hall-tag-wrong">{say('mustChange')}</span> {message}
              <small class="num">{key}</small>
            </div>
            <Button label={say('go')} onPress={() => onGo(key)} />
          </li>
        ))}
        {hints.map((hint) => (
          <li key={hint}>
            <span class="hall-tag-hint">{say('hint')}</span>
            <div>{hint}</div>
          </li>
        ))}
        {faults.length === 0 && !asking && (
          <li class="hall-well">
            <Light light="ok" size={18} /> {say('allWell')}
          </li>
        )}
      </ul>
    </section>
  )
}
