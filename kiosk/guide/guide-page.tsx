import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { DeskShown } from './desk-shown.ts'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import type { Chime } from '../shared/staff/chime.ts'
import { Light, Tag } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { OwnName } from '../shared/staff/own-name.tsx'
import { ringForHelp } from '../shared/staff/ring-for-help.ts'
import { switchOn } from '../shared/staff/switch-off.tsx'
import { useSlowTick } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { EscalationBand } from '../shared/staff/escalation-band.tsx'
import { OfflineBand, TopBar } from '../shared/staff/top-bar.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import { DeviceCard } from './device-card.tsx'
import { nameOf } from './device-names.ts'
import { type DeskStep, DeskUndo } from './desk-undo.tsx'
import { DeskWorkCard } from './desk-work-card.tsx'
import { type TicketFilter, everything, findTickets, nextKind, stepSelection } from './find-tickets.ts'
import { guideActs } from './guide-acts.ts'
import { GuideDialogs, type Open } from './guide-dialogs.tsx'
import { GuideFoot } from './guide-foot.tsx'
import { HelpCard } from './help-card.tsx'
import { NoticeCard } from './notice-card.tsx'
import { QueueCard } from './queue-card.tsx'
import { SlipCard } from './slip-card.tsx'
import type { Desk } from './ticket-actions.ts'
import { TicketCard } from './ticket-card.tsx'
import { useGuideKeys } from './use-guide-keys.ts'
import { say } from './words.ts'
import type { ZoneNames } from './zone-names.ts'

interface GuidePageProps {
  hall: HallConnection
  view: ReadonlySignal<DeskShown | null>
  deskId: string | null
  index: ReadonlySignal<SearchIndex>
  zones: ReadonlySignal<ZoneNames>
  toasts: Toaster
  orders: OrderLine
  chime: Chime
}

export const GuidePage = ({ view, ...rest }: GuidePageProps): JSX.Element => (
  <AccessGate hall={rest.hall} ready={view.value !== null}>
    {view.value && <Guide {...rest} view={view.value} />}
  </AccessGate>
)

function Guide({
  hall,
  view,
  deskId,
  index,
  zones,
  toasts,
  orders,
  chime,
}: Omit<GuidePageProps, 'view'> & { view: DeskShown }): JSX.Element {
  const [open, setOpen] = useState<Open>(null)
  const [filter, setFilter] = useState<TicketFilter>(everything)
  const [selectedId, select] = useState<string | null>(null)
  const [lastStep, setLastStep] = useState<DeskStep | null>(null)
  useSlowTick()
  const online = hall.online.value
  const now = hall.now()
  const underWay = orders.underWay.value
  const ownDesk = view.desks.find((one) => one.id === deskId) ?? view.desks[0] ?? null
  const desk: Desk = { online, now, printerId: ownDesk?.printerId ?? null }
  const tickets = findTickets(view.tickets, filter)
  const selected = tickets.find((ticket) => ticket.ticketId === selectedId) ?? null
  const ring = useRef<ReturnType<typeof ringForHelp> | null>(null)
  const names = useRef((from: string) => from)
  names.current = (from) => nameOf(view, from)
  ring.current ??= ringForHelp(chime, (from) => names.current(from))
  useEffect(() => ring.current?.hear(view.help), [view.help])
  useEffect(() => () => ring.current?.end(), [])

  const acts = guideActs({ hall, view, desk, toasts, orders, lastStep, setLastStep, setOpen })
  const sound = (): void => {
    chime.toggle()
    void ring.current?.allow()
  }
  const step = (by: 1 | -1): void => {
    const ids = tickets.map(({ ticketId }) => ticketId)
    select(stepSelection(ids, selectedId, by))
  }
  useGuideKeys({
    selected,
    open: setOpen,
    act: acts.act,
    undo: acts.undo,
    sound,
    nextFilter: () => setFilter({ ...filter, kind: nextKind(filter.kind) }),
    showAll: () => setFilter(everything),
    step,
    goHelp: acts.goHelp,
    pickFirst: () => toasts.say('refused', say('pickFirst')),
  })

  return (
    <div class="guide">
      <TopBar
        hallName={view.hall.name}
        place={ownDesk?.name ?? say('place')}
        now={hall.now}
        timeZone={view.hall.timeZone}
      >
        <span class="state-tag">
          <Tag tone={online ? 'green' : 'amber'}>
            <Light light={online ? 'ok' : 'warning'} size={14} />
            {online ? sayStaff('connected') : sayStaff('reconnecting')}
          </Tag>
        </span>
        <OwnName />
      </TopBar>
      <OfflineBand online={online} />
      <EscalationBand escalations={view.escalations} now={hall.now} orders={orders} />
      <main class="guide-main">
        <QueueCard
          queues={view.queues}
          onlyQueue={filter.queueId}
          onAssign={() => setOpen({ kind: 'assign', counterId: null })}
          onQueue={(queueId) => setFilter({ ...everything, queueId: filter.queueId === queueId ? null : queueId })}
        />
        <div class="guide-middle">
          <HelpCard
            help={view.help}
            today={view.helpToday}
            nameOf={(id) => nameOf(view, id)}
            now={now}
            online={online}
            underWay={underWay}
            onPress={acts.answerHelp}
          />
          <TicketCard
            view={view}
            tickets={tickets}
            filter={filter}
            selected={selected}
            desk={desk}
            underWay={underWay}
            onFilter={setFilter}
            onSelect={select}
            onAction={acts.act}
          />
        </div>
        <div class="guide-right">
          <DeviceCard
            devices={view.devices}
            online={online}
            underWay={underWay}
            onSwitchOff={(device) => setOpen({ kind: 'switch-off', device })}
            onSwitchOn={(device) => void orders.press(switchOn(device))}
            onTrustClock={acts.trustClock}
          />
          <SlipCard
            slips={view.slips}
            nameOf={(id) => nameOf(view, id)}
            desk={desk}
            underWay={underWay}
            onReprint={(ticket) => acts.act('reprint', ticket)}
          />
          <DeskWorkCard view={view} now={now} onOpen={(kind) => setOpen({ kind })} />
          <NoticeCard
            notices={view.notices}
            onAnnounce={() => setOpen({ kind: 'announce', number: null })}
            onNotice={() => setOpen({ kind: 'notice' })}
          />
        </div>
      </main>
      <GuideFoot chime={chime} onSound={sound} onKeys={() => setOpen({ kind: 'keys' })} />
      <GuideDialogs
        open={open}
        setOpen={setOpen}
        hall={hall}
        orders={orders}
        view={view}
        index={index.value}
        zones={zones.value}
        desk={desk}
        onAction={acts.act}
        onDone={acts.did}
        onTicket={(ticketId) => {
          setFilter(everything)
          select(ticketId)
        }}
        onQueue={(queueId) => setFilter({ ...everything, queueId })}
        onVerb={acts.verb}
        onDevice={acts.device}
      />
      <Toasts toasts={toasts}>
        <DeskUndo step={lastStep} seconds={view.undoSeconds} now={hall.now} onUndo={acts.undo} />
      </Toasts>
    </div>
  )
}
