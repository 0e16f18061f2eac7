import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import type { HallSettings, SettingChange } from '../../../gateway/contract/hall-settings.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { ChangesDialog } from '../edit/changes-dialog.tsx'
import { EditBar } from '../edit/edit-bar.tsx'
import { useEditKeys } from '../edit/use-edit-keys.ts'
import { ChecksCard } from './checks-card.tsx'
import { changed, withChange } from './draft.ts'
import type { FormProps } from './fields.tsx'
import { wordsOf } from './key-words.ts'
import { Place } from './place.tsx'
import { Preview } from './preview.tsx'
import { TreeList } from './tree-list.tsx'
import { type Spot, spotOf } from './tree.ts'
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
  const back = async (changeId: string): Promise<void> => {
    if (!here) return
    const answer = await takeBack(here.revision, changeId)
    if (!answer.ok) return refused(answer.message)
    toasts.say('done', say('takenBack'))
    setChanges([])
    await load()
  }
  const said = check === 'asking' ? null : check
  const isReady = changes.length > 0 && said !== null && said.faults.length === 0
  useEditKeys(() => {
    if (isReady && !busy) void save()
  }, undoLast)
  if (settings === null || settings === 'failed' || !here)
    return (
      <p class="manage-still" role="status">
        {settings === null ? say('loading') : say('failed')}
      </p>
    )
  const faults = changes.length === 0 ? here.faults : (said?.faults ?? [])
  const hints = changes.length === 0 ? here.hints : (said?.hints ?? [])
  const lines = said?.lines ?? []
  const waits = said?.waits ?? []
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
          <div class="hall-preview-body" tabIndex={0}>
            <Preview spot={spot} parts={parts} before={here.parts} />
          </div>
        </section>
        <ChecksCard faults={faults} hints={hints} asking={check === 'asking'} onGo={(key) => setSpot(spotOf(key))} />
      </div>
      <EditBar
        count={changes.length}
        words={
          changes.length === 0
            ? here.waits.length > 0
              ? say('waiting', { parts: partNames(here.waits) })
              : ''
            : lines.map(({ where, after: now }) => `${where}：${now}`).join(' · ')
        }
        when={changes.length === 0 ? '' : waits.length > 0 ? say('waits', { parts: partNames(waits) }) : say('atOnce')}
        blocked={blocked}
        busy={busy}
        onLook={() => setLooking(true)}
        onUndo={undoLast}
        onSave={() => void save()}
      />
      {isLooking && (
        <ChangesDialog
          lines={lines}
          history={here.history.map(({ changeId: id, at, by, undoes, lines: own }, nth) => ({
            id,
            at,
            by: actorWords(by),
            isUndoing: undoes !== null,
            mayGoBack: nth === 0,
            lines: own,
          }))}
          timeZone={view.hall.timeZone}
          onClose={() => setLooking(false)}
          onTakeBack={(changeId) => void back(changeId)}
        />
      )}
    </div>
  )
}
