import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import { say } from '../../shared/approval/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { manageCall } from '../manage-call.ts'

interface Props {
  onClose: () => void
  onRefused: (words: string) => void
  onAccepted: (receipt: string) => void
}
type Flows = { flows: { id: string; name: string }[] }

/** The one acceptance. What is said of the applicant is kept beside the log and goes with the case. */
export function AcceptDialog({ onClose, onRefused, onAccepted }: Props): JSX.Element {
  const [flows, setFlows] = useState<Flows['flows']>([])
  const [form, setForm] = useState({ flowId: '', applicant: '', last4: '', about: '', materials: '1' })
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void getJson('/api/v1/hall', withFields<Flows>('flows')).then(({ flows: all }) => {
      setFlows(all)
      setForm((before) => ({ ...before, flowId: all[0]?.id ?? '' }))
    })
  }, [])
  const save = async (): Promise<void> => {
    setBusy(true)
    const body = {
      flowId: form.flowId,
      applicant: form.applicant.trim(),
      last4: form.last4.trim(),
      about: form.about.trim() === '' ? null : form.about.trim(),
      materials: Number(form.materials),
    }
    const answer = await manageCall('/approvals', withFields<{ receipt: string }>('receipt'), body)
    setBusy(false)
    if (answer.ok) onAccepted(answer.body.receipt)
    else onRefused(answer.message)
  }
  const field = (key: 'applicant' | 'last4' | 'about' | 'materials', label: string, longest: number): JSX.Element => (
    <label>
      {label}
      <input
        class="entry"
        name={key}
        maxLength={longest}
        inputMode={key === 'materials' ? 'numeric' : 'text'}
        value={form[key]}
        onInput={(event) => setForm({ ...form, [key]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <Dialog title={say('acceptTitle')} onClose={onClose}>
      <form
        class="leg-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <label>
          {say('flow')}
          <select
            class="entry"
            name="flow"
            value={form.flowId}
            onChange={(event) => setForm({ ...form, flowId: event.currentTarget.value })}
          >
            {flows.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {field('applicant', say('applicant'), 40)}
        {field('last4', say('last4'), 4)}
        {field('about', say('about'), 100)}
        {field('materials', say('materialCount'), 3)}
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={say('cancel')} onPress={onClose} />
          <Button label={say('accept')} look="main" busy={busy} onPress={() => void save()} />
        </div>
      </form>
    </Dialog>
  )
}
