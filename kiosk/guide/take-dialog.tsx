import { afterWord } from '../../gateway/contract/wait-words.ts'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { notCallingSentence } from '../../gateway/contract/not-calling-words.ts'
import type { QueueView } from '../../gateway/contract/line-views.ts'
import { type RefusalCode, wordsOf } from '../../gateway/contract/refusals.ts'
import type { DeskShown } from './desk-shown.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { rangeWords } from '../shared/staff/time-words.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { MatterPick, type Wanted } from './matter-pick.tsx'
import { TakenTicket, type Taken } from './taken-ticket.tsx'
import type { Desk } from './ticket-actions.ts'
import { list, say } from './words.ts'
import type { ZoneNames } from './zone-names.ts'

interface TakeDialogProps {
  hall: HallConnection
  orders: OrderLine
  view: DeskShown
  index: SearchIndex
  zones: ZoneNames
  first: CatalogueEntry | null
  desk: Desk
  onClose: () => void
}

const wantedOf = (entry: CatalogueEntry | null): Wanted | null =>
  entry?.queueId == null ? null : { matterId: entry.id, queueId: entry.queueId, name: entry.name }

/** Takes a number for somebody at the desk: what for → perhaps a reason to go first → the number, large. */
export function TakeDialog({ hall, orders, view, index, zones, first, desk, onClose }: TakeDialogProps): JSX.Element {
  const [wanted, setWanted] = useState<Wanted | null>(wantedOf(first))
  const [reason, setReason] = useState<string | null>(null)
  const [accessible, setAccessible] = useState(false)
  const [taken, setTaken] = useState<Taken | null>(null)
  const startAgain = (): void => {
    setWanted(null)
    setReason(null)
    setAccessible(false)
    setTaken(null)
  }
  const take = (wish: Wanted): void => {
    void orders.press({
      id: 'take',
      done: null,
      commands: [
        {
          type: 'take-ticket',
          matterId: wish.matterId,
          queueId: wish.matterId === null ? wish.queueId : null,
          terminalId: null,
          priority: reason,
          printer: desk.printerId ?? 'none',
          missing: [],
          accessible,
        },
      ],
      then: (result) => setTaken(result as Taken),
    })
  }
  const redeem = (code: string): void => {
    const printer = desk.printerId ?? 'none'
    const command = {
      type: 'take-ticket',
      matterId: null,
      queueId: null,
      terminalId: null,
      priority: null,
      printer,
      missing: [],
      accessible: false,
      appointmentCode: code,
    } as const
    void orders.press({
      id: 'take',
      done: null,
      commands: [{ ...command, missing: [] }],
      then: (result) => setTaken(result as Taken),
    })
  }
  // What had the focus is gone with the step before; without any, keys would go nowhere.
  useEffect(() => {
    if (wanted !== null || taken !== null) document.querySelector<HTMLElement>('dialog[open] .button-main')?.focus()
  }, [wanted, taken])
  const reasons = [null, ...list('priorityReasons')]
  const onKey = (key: string, event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement && event.target.type === 'text') return
    if (taken !== null) {
      if (key === 'Enter') {
        event.preventDefault()
        onClose()
      }
      return
    }
    if (wanted === null || event.isComposing) return
    const asked = /^[0-9]$/.test(key) ? reasons[Number(key)] : undefined
    if (asked !== undefined) setReason(asked)
    else if (key.toUpperCase() === 'W') setAccessible(!accessible)
    else if (key === 'Backspace') startAgain()
    else if (key === 'Enter' && hall.online.value) take(wanted)
    else return
    event.preventDefault()
  }
  const queue = view.queues.find((one) => one.id === (taken?.queueId ?? wanted?.queueId))
  return (
    <Dialog title={taken ? say('take.taken') : say('take.title')} onClose={onClose} onKey={onKey} wide>
      {taken ? (
        <TakenTicket
          taken={taken}
          queue={queue ?? null}
          zones={zones}
          timeZone={view.hall.timeZone}
          onAnother={startAgain}
          onClose={onClose}
        />
      ) : wanted === null ? (
        <MatterPick index={index} queues={view.queues} onPick={setWanted} onCode={redeem} onClose={onClose} />
      ) : (
        <div>
          <p class="take-name">{wanted.name}</p>
          {queue && (
            <p class="take-queue">
              <b class="num">{queue.series}</b> {queue.name} ·{' '}
              {queue.wait === null
                ? sayStaff('peopleWaiting', { people: queue.waiting })
                : say('take.waiting', { people: queue.waiting, range: afterWord(rangeWords(queue.wait)) })}
            </p>
          )}
          {queue && whyWait(queue) !== null && <p class="take-warning">{whyWait(queue)}</p>}
          <fieldset class="take-reasons">
            <legend>{say('take.reason')}</legend>
            {reasons.map((one, place) => (
              <label key={one ?? ''}>
                <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />{' '}
                {one ?? say('take.noReason')} <KeyCap>{place}</KeyCap>
              </label>
            ))}
          </fieldset>
          <label class="take-accessible">
            <input
              type="checkbox"
              checked={accessible}
              onChange={(event) => setAccessible(event.currentTarget.checked)}
            />{' '}
            {say('take.accessible')} <KeyCap>W</KeyCap>
          </label>
          <div class="dialog-foot">
            <Button label={say('take.back')} icon="back" onPress={startAgain} />
            <span class="grow" />
            <Button
              big
              look="main"
              icon="ticket"
              first
              label={say('take.confirm')}
              keyCap={say('palette.enter')}
              blocked={hall.online.value ? null : say('because.offline')}
              busy={orders.underWay.value === 'take'}
              onPress={() => take(wanted)}
            />
          </div>
        </div>
      )}
    </Dialog>
  )
}

/** What the visitor must know before: that no number is given, or that nobody would call it now. null = counters call. */
function whyWait({ notNow, notCalling }: QueueView): string | null {
  if (notNow !== null) return wordsOf(notNow.code as RefusalCode, 'zh-Hans', notNow.details)
  return notCallingSentence(notCalling)
}
