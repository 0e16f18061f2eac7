import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { StaffImportDone, StaffImportPlan } from '../../../gateway/contract/staff-import.ts'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { lookAtFile, takeIn } from './import-calls.ts'
import { ImportCodes } from './import-codes.tsx'
import { ImportPlan } from './import-plan.tsx'
import { say } from './words.ts'
import './staff-import.css'

interface ImportTabProps extends SectionProps {
  onClose: () => void
}

/** A table of people: looked at first, agreed to, and then the codes for their first sign-in, told this once. */
export function ImportTab({ hall, view, toasts, onClose }: ImportTabProps): JSX.Element {
  const [plan, setPlan] = useState<StaffImportPlan | null>(null)
  const [fileName, setFileName] = useState('')
  const [done, setDone] = useState<StaffImportDone | null>(null)
  const [busy, setBusy] = useState(false)
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  const look = async (file: File | undefined): Promise<void> => {
    if (!file || busy) return
    setBusy(true)
    setPlan(null)
    setFileName(file.name)
    const answer = await lookAtFile(file)
    setBusy(false)
    if (answer.ok) setPlan(answer.body)
    else toasts.say('refused', answer.message)
  }
  const carryOut = async (): Promise<void> => {
    if (!plan || busy) return
    setBusy(true)
    const answer = await takeIn(plan.planId)
    setBusy(false)
    if (!answer.ok) return toasts.say('refused', answer.message)
    const { codes, changed } = answer.body
    toasts.say('done', say('import.done', { added: codes.length, changed }))
    if (codes.length === 0) onClose()
    else setDone(answer.body)
  }
  if (done !== null) return <ImportCodes hallName={view.hall.name} codes={done.codes} onClose={onClose} />
  return (
    <div class="staff-section">
      <div class="staff-bar">
        <Button label={say('import.back')} icon="back" onPress={onClose} />
        <h2>{say('import.title')}</h2>
      </div>
      <div class="staff-import">
        <section class="card staff-import-file">
          <p>{say('import.hint')}</p>
          <dl>
            {(['number', 'name', 'department', 'roles', 'counters'] as const).map((column) => (
              <div key={column}>
                <dt>{say(`columns.${column}`)}</dt>
                <dd>{say(`import.columns.${column}`)}</dd>
              </div>
            ))}
          </dl>
          <label
            class={`staff-drop${busy ? ' busy' : ''}`}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault()
              void look(event.dataTransfer?.files[0])
            }}
          >
            {busy && plan === null ? say('import.reading') : say('import.drop')}
            <b>{say('import.pick')}</b>
            <input
              class="unseen"
              type="file"
              accept=".xlsx,.csv,.txt"
              disabled={busy || blocked !== null}
              onChange={(event) => {
                void look(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
          </label>
          <a class="link" href={emptyTable()} download={say('import.emptyName')}>
            {say('import.empty')}
          </a>
        </section>
        {plan === null ? (
          <p class="card staff-import-still">{say('import.nothingYet')}</p>
        ) : (
          <ImportPlan
            plan={plan}
            fileName={fileName}
            busy={busy}
            blocked={blocked}
            onCarryOut={() => void carryOut()}
            onForget={() => setPlan(null)}
          />
        )}
      </div>
    </div>
  )
}

/** Begins with a byte order mark, so that Excel reads it as UTF-8. */
const emptyTable = (): string => `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${say('import.sample')}`)}`
