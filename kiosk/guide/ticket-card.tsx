import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import type { DeskShown } from './desk-shown.ts'
import type { IconName } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'
import { type TicketFilter, everything, isKind, ticketKinds } from './find-tickets.ts'
import { type Desk, type TicketAction, actionBlocked, actionKeys, actionWord, allActions } from './ticket-actions.ts'
import { TicketRow } from './ticket-row.tsx'
import { say } from './words.ts'

export const actionIcons: Record<TicketAction, IconName> = {
  requeue: 'transfer',
  reprint: 'printer',
  prioritise: 'people',
  transfer: 'counter',
  find: 'speaker',
  cancel: 'close',
}
const DRAWN = 120

interface TicketCardProps {
  view: DeskShown
  tickets: TicketView[]
  filter: TicketFilter
  selected: TicketView | null
  desk: Desk
  underWay: string | null
  onFilter: (filter: TicketFilter) => void
  onSelect: (ticketId: string) => void
  onAction: (action: TicketAction, ticket: TicketView) => void
}

export function TicketCard({
  view,
  tickets,
  filter,
  selected,
  desk,
  underWay,
  onFilter,
  onSelect,
  onAction,
}: TicketCardProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected?.ticketId])
  const queue = view.queues.find((one) => one.id === filter.queueId)
  return (
    <section class="card tickets">
      <div class="card-head">
        <h2>{say('tickets')}</h2>
        <small>{say('ticketsCount', { taken: view.takenToday })}</small>
        <span class="grow" />
        <input
          class="ticket-search"
          aria-label={say('searchTickets')}
          placeholder={say('searchTickets')}
          value={filter.query}
          onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onFilter(everything)
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
            if (event.key === 'Enter' && tickets[0]) onSelect(tickets[0].ticketId)
          }}
        />
        <FilterButton
          on={filter.kind === null && filter.queueId === null}
          label={say('all')}
          onPress={() => onFilter(everything)}
        />
        {ticketKinds.map((kind) => (
          <FilterButton
            key={kind}
            on={filter.kind === kind}
            label={`${say(`kinds.${kind}`)} ${view.tickets.filter((ticket) => isKind(kind, ticket)).length}`}
            onPress={() => onFilter({ ...filter, kind: filter.kind === kind ? null : kind })}
          />
        ))}
        {queue && (
          <FilterButton
            on
            label={say('onlyQueue', { series: queue.series })}
            onPress={() => onFilter({ ...filter, queueId: null })}
          />
        )}
        <KeyCap>F</KeyCap>
        <KeyCap>3</KeyCap>
      </div>
      <div class="ticket-list" ref={list} data-card="3" tabIndex={0} role="listbox" aria-label={say('tickets')}>
        {tickets.length === 0 && (
          <p class="card-empty">{view.tickets.length === 0 ? say('ticketsEmpty') : say('ticketsNotFound')}</p>
        )}
        {tickets.slice(0, DRAWN).map((ticket) => (
          <TicketRow
            key={ticket.ticketId}
            ticket={ticket}
            on={ticket === selected}
            now={desk.now}
            timeZone={view.hall.timeZone}
            onSelect={onSelect}
          />
        ))}
      </div>
      <div class="ticket-foot">
        {selected === null && <span class="ticket-hint">{say('pickFirst')}</span>}
        {selected !== null && <b class="num">{selected.number}</b>}
        {selected !== null && (selected.whyNext ?? selected.whyCalled) !== null && (
          <span class="ticket-why cut" title={whyWords(selected)}>
            {whyWords(selected)}
          </span>
        )}
        {selected !== null &&
          allActions.map((action) => (
            <Button
              key={action}
              icon={actionIcons[action]}
              look={action === 'cancel' ? 'grave' : 'plain'}
              label={actionWord(action, selected)}
              keyCap={actionKeys[action]}
              blocked={actionBlocked(action, selected, desk)}
              busy={underWay === `${action}:${selected.ticketId}`}
              onPress={() => onAction(action, selected)}
            />
          ))}
      </div>
    </section>
  )
}

/** Why it is next, or why it was called before the others. */
const whyWords = ({ whyNext, whyCalled }: TicketView): string =>
  whyNext !== null ? say('whyNext', { why: whyNext }) : say('whyCalled', { why: whyCalled ?? '' })

const FilterButton = ({ on, label, onPress }: { on: boolean; label: string; onPress: () => void }): JSX.Element => (
  <button
    type="button"
    class="tag filter"
    aria-pressed={on}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onPress}
  >
    {label}
  </button>
)
