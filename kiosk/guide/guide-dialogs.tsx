import type { JSX } from 'preact'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Dialog } from '../shared/staff/dialog.tsx'
import { KeysDialog } from '../shared/staff/keys-dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { SwitchOffDialog, switchOff } from '../shared/staff/switch-off.tsx'
import { AnnounceDialog } from './announce-dialog.tsx'
import { AppointmentsDialog } from './appointments-dialog.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { ConsultDialog } from './consult/consult-dialog.tsx'
import type { DeskShown } from './desk-shown.ts'
import type { DeviceAct } from './device-acts.ts'
import { nameOf } from './device-names.ts'
import { ErrandsDialog } from './errands/errands-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'
import { type Taken, TakenTicket } from './taken-ticket.tsx'
import type { Desk, TicketAction } from './ticket-actions.ts'
import { type Question, TicketQuestion } from './ticket-question.tsx'
import type { Verb } from './verbs.ts'
import { keyRows, say } from './words.ts'
import type { ZoneNames } from './zone-names.ts'

/** The one dialog that stands over the desk; null = none. */
export type Open =
  | { kind: 'switch-off'; device: DeviceView }
  | { kind: 'take'; entry: CatalogueEntry | null }
  | { kind: 'announce'; number: string | null }
  | { kind: 'assign'; counterId: string | null }
  | { kind: 'taken'; taken: Taken }
  | { kind: 'question'; question: Question }
  | { kind: 'palette' | 'notice' | 'appointments' | 'keys' | 'consult' | 'errands' }
  | null

interface GuideDialogsProps {
  open: Open
  setOpen: (open: Open) => void
  hall: HallConnection
  orders: OrderLine
  view: DeskShown
  index: SearchIndex
  zones: ZoneNames
  desk: Desk
  onAction: (action: TicketAction, ticket: TicketView) => void
  /** It was done, and may be taken back for some seconds. */
  onDone: (action: TicketAction, ticket: TicketView) => void
  onTicket: (ticketId: string) => void
  onQueue: (queueId: string) => void
  onVerb: (verb: Verb) => void
  onDevice: (what: DeviceAct, device: DeviceView) => void
}

export function GuideDialogs(props: GuideDialogsProps): JSX.Element | null {
  const { open, setOpen, hall, orders, view, index, zones, desk } = props
  const onClose = (): void => setOpen(null)
  switch (open?.kind) {
    case undefined:
      return null
    case 'take':
      return (
        <TakeDialog
          hall={hall}
          orders={orders}
          view={view}
          index={index}
          zones={zones}
          desk={desk}
          first={open.entry}
          onClose={onClose}
        />
      )
    case 'announce':
      return (
        <AnnounceDialog
          hall={hall}
          orders={orders}
          number={open.number}
          counters={view.counterRows.map(({ id }) => id)}
          onClose={onClose}
        />
      )
    case 'appointments':
      return (
        <AppointmentsDialog
          hall={hall}
          orders={orders}
          printer={desk.printerId ?? 'none'}
          onTaken={(taken) => setOpen({ kind: 'taken', taken })}
          onClose={onClose}
        />
      )
    case 'taken':
      return (
        <Dialog title={say('take.taken')} onClose={onClose} wide>
          <TakenTicket
            taken={open.taken}
            queue={view.queues.find(({ id }) => id === open.taken.queueId) ?? null}
            zones={zones}
            timeZone={view.hall.timeZone}
            onAnother={() => setOpen({ kind: 'appointments' })}
            onClose={onClose}
          />
        </Dialog>
      )
    case 'notice':
      return <NoticeDialog orders={orders} onClose={onClose} />
    case 'keys':
      return <KeysDialog rows={keyRows} onClose={onClose} />
    case 'consult':
      return <ConsultDialog hall={hall} orders={orders} view={view} index={index} onClose={onClose} />
    case 'errands':
      return <ErrandsDialog hall={hall} orders={orders} view={view} index={index} desk={desk} onClose={onClose} />
    case 'switch-off':
      return (
        <SwitchOffDialog
          device={open.device}
          onClose={onClose}
          onChoose={(reason) => {
            onClose()
            void orders.press(switchOff(open.device, reason))
          }}
        />
      )
    case 'assign':
      return <AssignDialog view={view} orders={orders} first={open.counterId} onClose={onClose} />
    case 'question': {
      const { action, ticketId } = open.question
      const ticket = view.tickets.find((one) => one.ticketId === ticketId)
      const onDone = (): void => void (ticket && props.onDone(action, ticket))
      return <TicketQuestion question={open.question} view={view} orders={orders} onClose={onClose} onDone={onDone} />
    }
    case 'palette':
      return (
        <CommandPalette
          view={view}
          index={index}
          desk={desk}
          deskPrinter={nameOf(view, desk.printerId ?? '')}
          onClose={onClose}
          onAction={props.onAction}
          onTicket={(ticket) => {
            onClose()
            props.onTicket(ticket.ticketId)
          }}
          onQueue={(queueId) => {
            onClose()
            props.onQueue(queueId)
          }}
          onMatter={(entry) => setOpen({ kind: 'take', entry })}
          onVerb={props.onVerb}
          onCounter={(counterId) => setOpen({ kind: 'assign', counterId })}
          onDevice={props.onDevice}
        />
      )
  }
}
