import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { Button } from '../shared/staff/button.tsx'
import { ChoiceDialog } from '../shared/staff/choice-dialog.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeyCap, Tag } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { readClock } from '../shared/staff/read-moment.ts'
import { sortedFor, standingOf, standingTones } from './appointment-rows.ts'
import { askAppointments, findByTail } from './ask-appointments.ts'
import type { Taken } from './taken-ticket.tsx'
import { list, say } from './words.ts'

interface AppointmentsDialogProps {
  hall: HallConnection
  orders: OrderLine
  printer: string
  onTaken: (taken: Taken) => void
  onClose: () => void
}
type Asking = { kind: 'early' | 'move' | 'cancel'; row: AppointmentView } | null

/** Appointments of today: who may come now, who is late, who came; four digits of the mobile find one. ↑ ↓ choose, Enter checks in. */
export function AppointmentsDialog({ hall, orders, printer, onTaken, onClose }: AppointmentsDialogProps): JSX.Element {
  const [rows, setRows] = useState<AppointmentView[] | null>(null)
  const [typed, type] = useState('')
  const [at, setAt] = useState(0)
  const [asking, ask] = useState<Asking>(null)
  const [turn, again] = useState(0)
  useEffect(() => {
    const tail = /^\d{4}$/.test(typed) ? typed : null
    void (tail === null ? askAppointments() : findByTail(tail)).then(setRows, () => setRows([]))
  }, [typed.length === 4 ? typed : '', turn])
  const now = hall.now()
  const code = typed.replace(/\s/g, '')
  const shown = sortedFor(rows ?? [], now).filter(({ code: own }) => code.length <= 4 || own.startsWith(code))
  const chosen = shown[Math.min(at, shown.length - 1)]
  const give = (command: Command, done: string | null, then: (result: unknown) => void = () => {}): void => {
    ask(null)
    void orders.press({
      id: 'appointment',
      commands: [command],
      done,
      then: (result) => {
        again(turn + 1)
        then(result)
      },
    })
  }
  const checkIn = (row: AppointmentView, earlyReason: string | null): void =>
    give(
      {
        type: 'take-ticket',
        matterId: null,
        queueId: null,
        terminalId: null,
        priority: null,
        printer,
        missing: [],
        accessible: false,
        appointmentCode: row.code,
        earlyReason,
      },
      null,
      (result) => onTaken(result as Taken),
    )
  const enter = (row: AppointmentView): void => {
    if (row.state !== 'booked') return
    if (now < row.from) ask({ kind: 'early', row })
    else checkIn(row, null)
  }
  if (asking?.kind === 'early')
    return (
      <ChoiceDialog
        title={say('book.earlyTitle', { clock: asking.row.clock })}
        choices={list('book.earlyReasons').map((reason) => ({ value: reason, label: reason }))}
        ownWords={20}
        onClose={() => ask(null)}
        onChoose={(reason) => checkIn(asking.row, reason)}
      />
    )
  if (asking?.kind === 'move')
    return (
      <MoveForm
        row={asking.row}
        onClose={() => ask(null)}
        onMove={(day, clock) =>
          give({ type: 'move-appointment', code: asking.row.code, day, clock }, say('book.moved', { day, clock }))
        }
      />
    )
  if (asking?.kind === 'cancel')
    return (
      <Dialog title={say('book.cancelTitle', { clock: asking.row.clock })} onClose={() => ask(null)}>
        <p>{say('book.cancelText')}</p>
        <div class="dialog-foot">
          <span class="grow" />
          <Button
            look="grave"
            label={say('book.cancel')}
            onPress={() => give({ type: 'cancel-appointment', code: asking.row.code }, say('book.cancelled'))}
          />
          <Button look="main" first label={say('book.keep')} keyCap="Esc" onPress={() => ask(null)} />
        </div>
      </Dialog>
    )
  const onKey = (key: string, event: KeyboardEvent): void => {
    if (key === 'ArrowDown') setAt(Math.min(shown.length - 1, at + 1))
    else if (key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (key === 'Enter' && chosen) enter(chosen)
    else if (key === 'Delete' && chosen?.state === 'booked') ask({ kind: 'cancel', row: chosen })
    else if (key === 'F2' && chosen?.state === 'booked') ask({ kind: 'move', row: chosen })
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={say('book.title')} onClose={onClose} onKey={onKey} wide>
      <label class="palette-field">
        <input
          class="num"
          inputMode="numeric"
          aria-label={say('book.hint')}
          placeholder={say('book.hint')}
          value={typed}
          autofocus
          onInput={(event) => {
            type(event.currentTarget.value.trim())
            setAt(0)
          }}
        />
      </label>
      {shown.length === 0 ? (
        <div class="book-list">
          {rows !== null && <p class="card-empty">{typed === '' ? say('book.none') : say('book.notFound')}</p>}
        </div>
      ) : (
        <div class="book-list" role="listbox" aria-label={say('book.title')}>
          {shown.map((row) => (
            <BookRow key={row.code} row={row} now={now} on={row === chosen} onPress={() => enter(row)} />
          ))}
        </div>
      )}
      <div class="dialog-foot">
        <KeyCap>{say('palette.enter')}</KeyCap> {say('book.checkIn')}
        <KeyCap>F2</KeyCap> {say('book.move')}
        <KeyCap>Del</KeyCap> {say('book.cancel')}
        <span class="grow" />
        <Button look="main" label={say('take.finish')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}

function BookRow({
  row,
  now,
  on,
  onPress,
}: {
  row: AppointmentView
  now: number
  on: boolean
  onPress: () => void
}): JSX.Element {
  const standing = standingOf(row, now)
  return (
    <div class="book-row" role="option" aria-selected={on} onClick={onPress}>
      <b class="num">{row.clock}</b>
      <Tag tone={standingTones[standing]}>{say(`book.standing.${standing}`)}</Tag>
      <span class="cut">{row.matterName ?? row.queueName}</span>
      <span class="num">{row.code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</span>
    </div>
  )
}

/** Another day or hour; what is not offered or full is said by the gateway. */
function MoveForm({
  row,
  onMove,
  onClose,
}: {
  row: AppointmentView
  onMove: (day: string, clock: string) => void
  onClose: () => void
}): JSX.Element {
  const [day, setDay] = useState(row.day)
  const [clock, setClock] = useState(row.clock)
  const read = readClock(clock)
  return (
    <Dialog title={say('book.moveTitle', { clock: row.clock })} onClose={onClose}>
      <form
        class="own-words"
        onSubmit={(event) => {
          event.preventDefault()
          if (read !== null) onMove(day, read)
        }}
      >
        <label>
          <span>{say('book.day')}</span>
          <input value={day} onInput={(event) => setDay(event.currentTarget.value.trim())} />
        </label>
        <label>
          <span>{say('book.clock')}</span>
          <input value={clock} autofocus onInput={(event) => setClock(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button button-main" aria-disabled={read === null}>
          {say('book.moveNow')}
        </button>
      </form>
      <div class="dialog-foot">
        <span class="grow" />
        <Button label={say('book.keep')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
