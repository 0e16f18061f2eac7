import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import type { Guide, Matter } from '../../../gateway/contract/matter.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { ChangesDialog } from '../edit/changes-dialog.tsx'
import { EditBar } from '../edit/edit-bar.tsx'
import { useEditKeys } from '../edit/use-edit-keys.ts'
import { BasicsCard, LimitsCard, type PartProps } from './basics-card.tsx'
import {
  type EditCheck,
  type EditedMatter,
  checkMatter,
  readMatter,
  saveMatter,
  shownMatter,
  undoEdit,
} from './edit-calls.ts'
import { AliasesCard, LawsCard, StepsCard } from './list-cards.tsx'
import { DeliveryCard } from './delivery-card.tsx'
import { MaterialsCard } from './materials-card.tsx'
import { changedParts, editOf, guideNow } from './matter-draft.ts'
import { MatterHistory } from './matter-history.tsx'
import { MatterPreview } from './matter-preview.tsx'
import { say } from './words.ts'

/** So long after the last letter it is checked. */
const TYPED_MS = 500

interface EditorProps extends Omit<SectionProps, 'orders' | 'open'> {
  matterId: string
  queues: readonly Pick<QueueView, 'id' | 'name'>[]
  /** Any terminal of the hall; its page draws the preview. null = the hall has none. */
  terminal: string | null
  onOpen: (matterId: string | null) => void
}

/** One matter whole: what the hall says of it, how a terminal will show it, and who changed what before. */
export function MatterEditor({ matterId, queues, terminal, hall, view, toasts, onOpen }: EditorProps): JSX.Element {
  const [open, setOpen] = useState<EditedMatter | null | 'failed'>(null)
  const [drafts, setDrafts] = useState<readonly Matter[]>([])
  const [check, setCheck] = useState<EditCheck | null>(null)
  const [where, setWhere] = useState<readonly unknown[]>([])
  const [busy, setBusy] = useState(false)
  const [isLooking, setLooking] = useState(false)
  useEffect(() => void shownMatter(matterId).then((answer) => answer.ok && setWhere(answer.body.where)), [matterId])
  const load = (): Promise<void> =>
    readMatter(matterId).then((answer) => {
      setOpen(answer.ok ? answer.body : 'failed')
      setDrafts([])
    })
  useEffect(() => void load(), [matterId])
  const here = open === 'failed' ? null : open
  const draft = drafts.at(-1) ?? here?.now ?? null
  const said = here && draft ? JSON.stringify(editOf(here.source, draft)) : ''
  useEffect(() => {
    if (!here || drafts.length === 0) return setCheck(null)
    return after(TYPED_MS, () => {
      void checkMatter(matterId, here.before, JSON.parse(said)).then((answer) => {
        if (answer.ok) setCheck(answer.body)
      })
    })
  }, [said])

  const undo = (): void => setDrafts((before) => before.slice(0, -1))
  const lines = check?.lines ?? []
  const faults = check?.faults ?? []
  const blocked = !hall.online.value
    ? sayStaff('offlineShort')
    : faults.length > 0
      ? say('edit.fix', { count: faults.length })
      : null
  const save = async (): Promise<void> => {
    if (!here || !draft || drafts.length === 0 || blocked !== null || busy) return
    setBusy(true)
    const answer = await saveMatter(matterId, here.before, editOf(here.source, draft))
    setBusy(false)
    if (!answer.ok) return toasts.say('refused', answer.message)
    toasts.say('done', say('edit.savedOne'))
    await load()
  }
  const back = async (editId: string): Promise<void> => {
    const answer = await undoEdit(editId)
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? say('edit.undone') : answer.message)
    if (answer.ok) await load()
  }
  useEditKeys(() => void save(), undo)
  if (!here || !draft)
    return (
      <p class="manage-still" role="status">
        {say(open === 'failed' ? 'edit.failed' : 'edit.loading')}
      </p>
    )
  const put = (next: Matter): void => setDrafts((before) => [...before.slice(-50), next])
  const onGuide = (change: Partial<Guide>): void => put({ ...draft, guide: Object.assign({}, guideNow(draft), change) })
  const own = guideNow(draft)
  const part: PartProps = {
    draft,
    faults: new Map(faults.map(({ key, message }) => [key, message])),
    onMatter: (change) => put(Object.assign({}, draft, change)),
    onGuide,
  }
  const goTo = (id: string): void => {
    const field = document.getElementById(`edit-${id}`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  }
  const isOffered = draft.state === '在用' && draft.inHall !== false
  return (
    <div class="matter-page">
      <header class="matter-head">
        <button type="button" class="link" onClick={() => onOpen(null)}>
          {say('edit.another')}
        </button>
        <span aria-hidden="true">›</span>
        <span>{here.departmentName}</span>
        <span aria-hidden="true">›</span>
        <h2>{draft.name}</h2>
        <Tag tone={isOffered ? 'green' : 'amber'}>{say(isOffered ? 'edit.offered' : 'edit.hidden')}</Tag>
        <span class="grow" />
        <small>{say('edit.nth', { nth: here.nth, total: here.total })}</small>
        <Button
          label={say('edit.previous')}
          blocked={here.previous === null ? '' : null}
          onPress={() => onOpen(here.previous)}
        />
        <Button label={say('edit.next')} blocked={here.next === null ? '' : null} onPress={() => onOpen(here.next)} />
      </header>
      <div class="matter-columns">
        <div class="matter-column">
          <BasicsCard {...part} queues={queues} />
          <MaterialsCard
            materials={own.materials}
            before={guideNow(here.now).materials}
            onChange={(materials) => onGuide({ materials })}
          />
          <StepsCard steps={own.steps} onChange={(steps) => onGuide({ steps })} />
        </div>
        <div class="matter-column">
          <LimitsCard {...part} />
          <DeliveryCard {...part} />
          <LawsCard laws={own.legalBasis} onChange={(legalBasis) => onGuide({ legalBasis })} />
          <AliasesCard aliases={draft.aliases} onChange={(aliases) => part.onMatter({ aliases })} />
          <MatterHistory
            history={here.history}
            from={here.from === '' ? say('edit.fromFolder') : here.from}
            timeZone={view.hall.timeZone}
            onBack={(editId) => void back(editId)}
          />
        </div>
        <MatterPreview
          matterId={matterId}
          matter={{ ...draft, where, departmentName: here.departmentName }}
          before={here.before}
          edit={editOf(here.source, draft)}
          changed={changedParts(here.now, draft)}
          terminal={terminal}
          onPart={goTo}
        />
      </div>
      <EditBar
        count={drafts.length === 0 ? 0 : Math.max(1, lines.length)}
        words={
          faults[0]?.message ??
          lines.map(({ where: part, after: now }) => `${part}：${now || say('edit.removed')}`).join(' · ')
        }
        when={drafts.length > 0 ? say('edit.atOnce') : ''}
        blocked={blocked}
        busy={busy}
        onLook={() => setLooking(true)}
        onUndo={undo}
        onSave={() => void save()}
      />
      {isLooking && (
        <ChangesDialog
          lines={lines}
          history={here.history.map(({ editId: id, at, by, undoes, lines: own }) => ({
            id,
            at,
            by: actorWords(by),
            isUndoing: undoes !== null,
            mayGoBack: undoes === null && !here.history.some((one) => one.undoes === id),
            lines: own,
          }))}
          timeZone={view.hall.timeZone}
          onClose={() => setLooking(false)}
          onTakeBack={(editId) => void back(editId)}
        />
      )}
    </div>
  )
}
