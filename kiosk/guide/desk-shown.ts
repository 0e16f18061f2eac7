import { type ReadonlySignal, computed } from '@preact/signals'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { CounterRow, DeskView } from '../../gateway/contract/staff-views.ts'
import type { FiguresView, LineRow, QueueView, TicketRow, TicketView } from '../../gateway/contract/line-views.ts'

/** The guides' desk with all that comes by topics of its own. `tickets` newest first. */
export interface DeskShown extends DeskView {
  queues: QueueView[]
  tickets: TicketView[]
  takenToday: number
  devices: DeviceView[]
  counterRows: CounterRow[]
  /** Slips that need a person: not printed, or nobody knows. */
  slips: TicketView[]
}

export const deskTopics = ['desk', 'figures', 'queues', 'lines', 'tickets', 'counters', 'devices']

/** null until the desk and its queues have come. */
export function deskShown(hall: HallConnection): ReadonlySignal<DeskShown | null> {
  const desk = hall.view<DeskView>('desk')
  const figures = hall.view<FiguresView>('figures')
  const queues = hall.rows<QueueView>('queues')
  const lines = hall.rows<LineRow>('lines')
  const rows = hall.rows<TicketRow>('tickets')
  const devices = hall.rows<DeviceView>('devices')
  const counters = hall.rows<CounterRow>('counters')
  const tickets = computed(() => {
    const placeOf = placesIn(lines.value.values())
    return [...rows.value.values()]
      .map((row): TicketView => ({ ...row, ...(placeOf.get(row.ticketId) ?? nowhere) }))
      .sort((one, other) => other.takenAt - one.takenAt)
  })
  const slips = computed(() => tickets.value.filter(({ slip }) => slip.state === 'failed' || slip.state === 'unknown'))
  return computed(() => {
    if (desk.value === null || queues.value.size === 0) return null
    return {
      ...desk.value,
      queues: [...queues.value.values()],
      tickets: tickets.value,
      takenToday: figures.value?.takenToday ?? 0,
      devices: [...devices.value.values()],
      slips: slips.value,
      counterRows: [...counters.value.values()],
    }
  })
}

type Place = Pick<TicketView, 'ahead' | 'wait' | 'whyNext'>
const nowhere: Place = { ahead: 0, wait: null, whyNext: null }

/** Where each ticket stands in its line. */
export function placesIn(lines: Iterable<LineRow>): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const { tickets, waits, whyFirst } of lines)
    for (const [ahead, ticketId] of tickets.entries())
      places.set(ticketId, { ahead, wait: waits[ahead] ?? null, whyNext: ahead === 0 ? whyFirst : null })
  return places
}
