import type { ReadonlySignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import type { SearchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { HelpView } from '../../gateway/contract/view-parts.ts'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { DeskShown } from './desk-shown.ts'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import type { Chime } from '../shared/staff/chime.ts'
import { KeysDialog } from '../shared/staff/keys-dialog.tsx'
import { KeyCap, Light, Tag } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { ringForHelp } from '../shared/staff/ring-for-help.ts'
import { useSlowTick } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { OfflineBand, TopBar } from '../shared/staff/top-bar.tsx'
import { useKeys } from '../shared/staff/use-keys.ts'
import { SwitchOffDialog, switchOff, switchOn } from '../shared/staff/switch-off.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { CommandPalette } from './command-palette.tsx'
import { DeviceCard, TRUST_CLOCK } from './device-card.tsx'
import { type DeskStep, DeskUndo } from './desk-undo.tsx'
import { type DeviceAct, pageOf } from './device-acts.ts'
import { type TicketFilter, everything, findTickets, nextKind, stepSelection } from './find-tickets.ts'
import { HelpCard } from './help-card.tsx'
import { AnnounceDialog } from './announce-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { NoticeCard } from './notice-card.tsx'
import { QueueCard } from './queue-card.tsx'
import { SlipCard } from './slip-card.tsx'
import { TakeDialog } from './take-dialog.tsx'
import { type Desk, type TicketAction, actionBlocked, actionKeys, actionWord, directCommand } from './ticket-actions.ts'
import { TicketCard } from './ticket-card.tsx'
import { type Question, TicketQuestion } from './ticket-question.tsx'
import type { Verb } from './verbs.ts'
import { footKeys, keyRows, say } from './words.ts'
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
type Open =
  | { kind: 'switch-off'; device: DeviceView }
  | { kind: 'take'; entry: CatalogueEntry | null }
  | { kind: 'palette' }
  | { kind: 'announce'; number: string | null }
  | { kind: 'assign'; counterId: string | null }
  | { kind: 'notice' }
  | { kind: 'keys' }
  | { kind: 'question'; question: Question }
  | null

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
  useSlowTick()
  const online = hall.online.value
  const now = hall.now()
  const ownDesk = view.desks.find((one) => one.id === deskId) ?? view.desks[0] ?? null
  const desk: Desk = { online, now, printerId: ownDesk?.printerId ?? null }
  const tickets = findTickets(view.tickets, filter)
  const selected = tickets.find((ticket) => ticket.ticketId === selectedId) ?? null
  const close = (): void => setOpen(null)
  const [lastStep, setLastStep] = useState<DeskStep | null>(null)
  const ring = useRef<ReturnType<typeof ringForHelp> | null>(null)
  const names = useRef((from: string) => from)
  names.current = (from) => nameOf(view, from)
  ring.current ??= ringForHelp(chime, (from) => names.current(from))
  useEffect(() => ring.current?.hear(view.help), [view.help])
  useEffect(() => () => ring.current?.end(), [])

  const did = (action: TicketAction, { ticketId, number }: TicketView): void =>
    setLastStep({ ticketId, number, words: say(`undone.${action}`, { number }), at: hall.now() })
  const undo = (): void => {
    if (lastStep === null || hall.now() > lastStep.at + view.undoSeconds * 1_000)
      return toasts.say('refused', say('undoNothing'))
    const { ticketId, number } = lastStep
    void orders.press({
      id: 'undo',
      commands: [{ type: 'undo-desk-step', ticketId }],
      done: say('undoDone', { number }),
      then: () => {
        toasts.takeBack(number)
        setLastStep(null)
      },
    })
  }
  const verb = (which: Verb): void => {
    close()
    switch (which) {
      case 'announce':
        return setOpen({ kind: 'announce', number: null })
      case 'assign':
        return setOpen({ kind: 'assign', counterId: null })
      case 'notice':
        return setOpen({ kind: 'notice' })
      case 'take':
        return setOpen({ kind: 'take', entry: null })
      case 'help':
        return goHelp(0)
    }
  }
  const device = (what: DeviceAct, one: DeviceView): void => {
    close()
    switch (what) {
      case 'open':
        window.open(pageOf(one) ?? '/', '_blank', 'noopener')
        return
      case 'test':
        return void orders.press({
          id: `test ${one.id}`,
          commands: [{ type: 'test-printer', printerId: one.id }],
          done: say('done.tested', { name: one.name }),
        })
      case 'set-aside':
        return setOpen({ kind: 'switch-off', device: one })
      case 'use-again':
        return void orders.press(switchOn(one))
    }
  }

  const act = (action: TicketAction, ticket: TicketView): void => {
    const why = actionBlocked(action, ticket, desk)
    if (why !== null)
      return toasts.say('refused', say('cannot', { number: ticket.number, action: actionWord(action, ticket), why }))
    if (action === 'find') return setOpen({ kind: 'announce', number: ticket.number })
    const command = directCommand(action, ticket, desk.printerId)
    if (command === null) return setOpen({ kind: 'question', question: { action, ticketId: ticket.ticketId } })
    close()
    const { number } = ticket
    const done = action === 'requeue' ? null : say('done.reprinted', { number })
    void orders.press({
      id: `${action}:${ticket.ticketId}`,
      commands: [command],
      done,
      about: number,
      then: () => action === 'requeue' && did(action, ticket),
    })
  }
  const answerHelp = (help: HelpView): void => {
    const type = help.answeredBy === null ? 'answer-help' : 'finish-help'
    const done =
      help.answeredBy === null
        ? say('done.going', { from: nameOf(view, help.from) })
        : help.left
          ? null
          : say('done.helped', { from: nameOf(view, help.from) })
    void orders.press({ id: help.id, commands: [{ type, helpId: help.id }], done })
  }

  const goHelp = (nth: number): void => {
    const help = view.help.filter((one) => one.answeredBy === null)[nth]
    if (help) answerHelp(help)
    else toasts.say('refused', say('nobodyCalls'))
  }
  useKeys((key, event) => {
    const action = (Object.entries(actionKeys) as [TicketAction, string][]).find(
      ([, name]) => name === key || (name === 'Del' && key === 'Delete'),
    )?.[0]
    const card = /^[1-4]$/.test(key) ? document.querySelector<HTMLElement>(`[data-card="${key}"]`) : null
    if (key === '/') setOpen({ kind: 'palette' })
    else if (key === 'Ctrl Z') undo()
    else if (key === '?' || key === '？') setOpen({ kind: 'keys' })
    else if (key === 'N') setOpen({ kind: 'notice' })
    else if (key === 'S') {
      chime.toggle()
      void ring.current?.allow()
    } else if (key === 'F') setFilter({ ...filter, kind: nextKind(filter.kind) })
    else if (key === 'B') setOpen({ kind: 'announce', number: selected?.number ?? null })
    else if (key === 'C') setOpen({ kind: 'assign', counterId: null })
    else if (key === 'T') setOpen({ kind: 'take', entry: null })
    else if (key === 'Escape') setFilter(everything)
    else if (key === 'ArrowDown' || key === 'ArrowUp')
      select(
        stepSelection(
          tickets.map((ticket) => ticket.ticketId),
          selectedId,
          key === 'ArrowDown' ? 1 : -1,
        ),
      )
    else if (key === 'G') goHelp(event.shiftKey ? 1 : 0)
    else if (action && selected) act(action, selected)
    else if (action) toasts.say('refused', say('pickFirst'))
    else if (card) card.focus()
    else return false
    return true
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
      </TopBar>
      <OfflineBand online={online} />
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
            underWay={orders.underWay.value}
            onPress={answerHelp}
          />
          <TicketCard
            view={view}
            tickets={tickets}
            filter={filter}
            selected={selected}
            desk={desk}
            underWay={orders.underWay.value}
            onFilter={setFilter}
            onSelect={select}
            onAction={act}
          />
        </div>
        <div class="guide-right">
          <DeviceCard
            devices={view.devices}
            online={online}
            underWay={orders.underWay.value}
            onSwitchOff={(device) => setOpen({ kind: 'switch-off', device })}
            onSwitchOn={(device) => void orders.press(switchOn(device))}
            onTrustClock={() =>
              void orders.press({
                id: TRUST_CLOCK,
                commands: [{ type: 'trust-clock' }],
                done: say('clockTrusted'),
                fine: ['already-so'],
              })
            }
          />
          <SlipCard
            slips={view.slips}
            nameOf={(id) => nameOf(view, id)}
            desk={desk}
            underWay={orders.underWay.value}
            onReprint={(ticket) => act('reprint', ticket)}
          />
          <NoticeCard
            notices={view.notices}
            onAnnounce={() => setOpen({ kind: 'announce', number: null })}
            onNotice={() => setOpen({ kind: 'notice' })}
          />
        </div>
      </main>
      <footer class="guide-foot">
        {footKeys.map(([key, word]) => (
          <span key={key}>
            <KeyCap>{key}</KeyCap> {say(word)}
          </span>
        ))}
        <span class="grow" />
        <button
          type="button"
          class="foot-key"
          aria-pressed={chime.isOn.value}
          onClick={() => {
            chime.toggle()
            void ring.current?.allow()
          }}
        >
          {chime.isOn.value ? say('soundOn') : say('soundOff')} <KeyCap>S</KeyCap>
        </button>
        <button type="button" class="foot-key" onClick={() => setOpen({ kind: 'keys' })}>
          {sayStaff('allKeys')} <KeyCap>?</KeyCap>
        </button>
      </footer>
      {open?.kind === 'take' && (
        <TakeDialog
          hall={hall}
          orders={orders}
          view={view}
          index={index.value}
          zones={zones.value}
          first={open.entry}
          desk={desk}
          onClose={close}
        />
      )}
      {open?.kind === 'announce' && <AnnounceDialog hall={hall} orders={orders} number={open.number} onClose={close} />}
      {open?.kind === 'notice' && <NoticeDialog orders={orders} onClose={close} />}
      {open?.kind === 'keys' && <KeysDialog rows={keyRows} onClose={close} />}
      {open?.kind === 'switch-off' && (
        <SwitchOffDialog
          device={open.device}
          onClose={close}
          onChoose={(reason) => {
            close()
            void orders.press(switchOff(open.device, reason))
          }}
        />
      )}
      {open?.kind === 'assign' && <AssignDialog view={view} orders={orders} first={open.counterId} onClose={close} />}
      {open?.kind === 'question' && (
        <TicketQuestion
          question={open.question}
          view={view}
          orders={orders}
          onClose={close}
          onDone={() => {
            const { action, ticketId } = open.question
            const ticket = view.tickets.find((one) => one.ticketId === ticketId)
            if (ticket) did(action, ticket)
          }}
        />
      )}
      {open?.kind === 'palette' && (
        <CommandPalette
          view={view}
          index={index.value}
          desk={desk}
          deskPrinter={nameOf(view, desk.printerId ?? '')}
          onClose={close}
          onAction={act}
          onTicket={(ticket) => {
            close()
            setFilter(everything)
            select(ticket.ticketId)
          }}
          onQueue={(queueId) => {
            close()
            setFilter({ ...everything, queueId })
          }}
          onMatter={(entry) => setOpen({ kind: 'take', entry })}
          onVerb={verb}
          onCounter={(counterId) => setOpen({ kind: 'assign', counterId })}
          onDevice={device}
        />
      )}
      <Toasts toasts={toasts}>
        <DeskUndo step={lastStep} seconds={view.undoSeconds} now={hall.now} onUndo={undo} />
      </Toasts>
    </div>
  )
}

const nameOf = (view: DeskShown, deviceId: string): string =>
  view.devices.find((device) => device.id === deviceId)?.name ?? (deviceId === '' ? say('desk') : deviceId)
