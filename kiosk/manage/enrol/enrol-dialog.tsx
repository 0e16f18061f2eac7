import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { anything, withFields } from '../../../gateway/client/ask.ts'
import type { EnrolFound } from '../../../gateway/contract/enrolment.ts'
import { clockAt } from '../../../gateway/contract/hall-time.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { manageCall } from '../manage-call.ts'
import { CODE_SIGNS, CodeBoxes } from './code-boxes.tsx'
import { EnrolledList } from './enrolled-list.tsx'
import { say } from './words.ts'
import './enrol-dialog.css'

interface EnrolDialogProps {
  timeZone: string
  now: number
  toasts: Toaster
  onClose: () => void
}

/** Lets a machine in: its code is looked up at the sixth sign, the place is chosen already, and the button names its result. */
export function EnrolDialog({ timeZone, now, toasts, onClose }: EnrolDialogProps): JSX.Element {
  const [code, setCode] = useState('')
  const [found, setFound] = useState<EnrolFound | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let left = false
    setFound(null)
    setFault(null)
    if (code.length === CODE_SIGNS)
      void manageCall('/enrol/find', withFields<EnrolFound>('code', 'kind', 'places'), { code }).then((answer) => {
        if (left) return
        if (!answer.ok) return setFault(answer.message)
        setFound(answer.body)
        const [first] = answer.body.places
        setPlace(first && (first.id === answer.body.wished || first.state === 'free') ? first.id : null)
      })
    return () => {
      left = true
    }
  }, [code])
  async function carryOut(verb: 'approve' | 'refuse'): Promise<void> {
    if (busy || !found || (verb === 'approve' && place === null)) return
    setBusy(true)
    const body = verb === 'approve' ? { code, place } : { code }
    const answer = await manageCall(`/enrol/${verb}`, anything, body)
    setBusy(false)
    // A refusal is answered without a body.
    if (!answer.ok && verb === 'approve') return setFault(answer.message)
    toasts.say('done', verb === 'approve' ? say('done', { id: place ?? '' }) : say('refusedDone'))
    onClose()
  }
  return (
    <Dialog
      title={say('title')}
      wide
      onClose={onClose}
      onKey={(key, event) => {
        if (key !== 'Enter' || !found || (event.target instanceof HTMLElement && event.target.closest('button'))) return
        event.preventDefault()
        void carryOut('approve')
      }}
    >
      <div class="enrol-dialog">
        <p class="enrol-note">{say('codeLabel')}</p>
        <div class={found ? 'enrol-top enrol-here' : 'enrol-top'}>
          <CodeBoxes code={code} onCode={setCode} />
          {found && (
            <span class="enrol-tick" aria-hidden="true">
              <Icon name="check" size={22} stroke={2.2} />
            </span>
          )}
          <p role="status">
            {found ? (
              <>
                <b>{say('found')}</b>
                <small>{say('foundNote', { clock: clockAt(found.until, timeZone) })}</small>
              </>
            ) : (
              <small class={fault === null ? '' : 'enrol-fault'}>{fault ?? say('type')}</small>
            )}
          </p>
        </div>
        {found ? (
          <Machine found={found} place={place} onPlace={setPlace} />
        ) : (
          <EnrolledList timeZone={timeZone} now={now} toasts={toasts} />
        )}
      </div>
      <div class="dialog-foot">
        {found && <small>{say('note')}</small>}
        <span class="grow" />
        {found && <Button label={say('refuse')} onPress={() => void carryOut('refuse')} />}
        {found && (
          <Button
            label={place === null ? say('choose') : say('approve', { id: place })}
            look="main"
            keyCap="Enter"
            busy={busy}
            blocked={place === null ? '' : null}
            onPress={() => void carryOut('approve')}
          />
        )}
      </div>
    </Dialog>
  )
}

interface MachineProps {
  found: EnrolFound
  place: string | null
  onPlace: (place: string) => void
}
function Machine({ found, place, onPlace }: MachineProps): JSX.Element {
  const { kind, address, facts, wished, places } = found
  const { width, height, touch } = facts
  const rows = [
    [say('kind'), say(`kinds.${kind}`)],
    [say('address'), address],
    width === 0
      ? [say('computer'), facts.system]
      : [say('screen'), say(touch ? 'touch' : 'noTouch', { width, height })],
  ] as const
  return (
    <>
      <section class="enrol-machine">
        <Icon name={kind === 'terminal' ? 'terminal' : 'screen'} size={56} />
        <dl>
          {rows.map(([label, words]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p class="enrol-note">{say('as')}</p>
      <div class="enrol-places">
        {places.map((one) => (
          <button type="button" key={one.id} aria-pressed={one.id === place} onClick={() => onPlace(one.id)}>
            <i aria-hidden="true" />
            <b>{one.name}</b>
            <span class="num">{one.id}</span>
            <small>{one.where}</small>
            <span class="grow" />
            {one.state === 'taken' ? (
              <small>{say('taken')}</small>
            ) : (
              one.id === wished && <Tag tone="qing">{say('wished')}</Tag>
            )}
          </button>
        ))}
      </div>
    </>
  )
}
