import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { DepartmentMap } from '../../../gateway/contract/matter-edits.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { DepartmentsCard, type MapOrder } from './departments-card.tsx'
import { mapDepartment, readDepartments, undoEdit } from './edit-calls.ts'
import { MatterEditor } from './matter-editor.tsx'
import { MatterPick } from './matter-pick.tsx'
import { say } from './words.ts'

/** `edit`: one matter. `departments`: those that have no queue. */
export function EditTab({ tab, ...props }: SectionProps & { tab: 'edit' | 'departments' }): JSX.Element {
  const { hall, view, toasts } = props
  const [map, setMap] = useState<DepartmentMap | null>(null)
  const [terminal, setTerminal] = useState<string | null>(null)
  const [matterId, setMatter] = useState(new URLSearchParams(location.search).get('matter'))
  const [busy, setBusy] = useState(false)
  const load = (): Promise<void> =>
    readDepartments().then((answer) => {
      if (answer.ok) setMap(answer.body)
    })
  useEffect(() => void load(), [tab])
  useEffect(() => {
    const devices = withFields<{ items: { id: string; kind: string }[] }>('items')
    void manageCall('/devices', devices).then((answer) => {
      if (answer.ok) setTerminal(answer.body.items.find(({ kind }) => kind === 'terminal')?.id ?? null)
    })
  }, [])
  if (map === null)
    return (
      <p class="manage-still" role="status">
        {say('edit.loading')}
      </p>
    )
  const open = (id: string | null): void => {
    history.replaceState(null, '', `?section=catalogue${id === null ? '' : `&matter=${encodeURIComponent(id)}`}`)
    setMatter(id)
  }
  const give = async (order: MapOrder): Promise<void> => {
    setBusy(true)
    const answer = await mapDepartment({ ...order, before: map.before })
    setBusy(false)
    const name = map.items.find(({ department }) => department === order.department)?.name ?? ''
    const queue = map.queues.find(({ id }) => id === order.queueId)?.name ?? ''
    if (answer.ok) toasts.say('done', say('departments.given', { name, count: answer.body.count, queue }))
    else toasts.say('refused', answer.message)
    await load()
  }
  const back = async (editId: string): Promise<void> => {
    const answer = await undoEdit(editId)
    toasts.say(answer.ok ? 'done' : 'refused', answer.ok ? say('departments.undone') : answer.message)
    await load()
  }
  if (tab === 'departments')
    return (
      <DepartmentsCard
        map={map}
        timeZone={view.hall.timeZone}
        blocked={hall.online.value ? null : sayStaff('offlineShort')}
        busy={busy}
        onMap={(order) => void give(order)}
        onBack={(editId) => void back(editId)}
      />
    )
  if (matterId === null)
    return (
      <MatterPick
        departmentName={(id) => map.departments.find((one) => one.id === id)?.name ?? id}
        onOpen={(id) => open(id)}
      />
    )
  return (
    <MatterEditor
      key={matterId}
      matterId={matterId}
      queues={map.queues}
      terminal={terminal}
      hall={hall}
      view={view}
      toasts={toasts}
      onOpen={open}
    />
  )
}
