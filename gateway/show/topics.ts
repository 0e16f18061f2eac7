import { approvalOf } from '../views/approval-view.ts'
import { boardCounter } from '../views/board-counter.ts'
import { boardView } from '../views/board-view.ts'
import { counterRow } from '../views/counter-row.ts'
import { counterView } from '../views/counter-view.ts'
import { deskView, figuresView, linesInHall, ticketsAtHand } from '../views/desk-view.ts'
import { ticketFact } from '../views/facts.ts'
import { lightsView } from '../views/lights-view.ts'
import { manageView } from '../views/manage-view.ts'
import { panelView } from '../views/panel-view.ts'
import { queueView } from '../views/queue-view.ts'
import { ratingView } from '../views/rating-view.ts'
import { ratingsView } from '../views/ratings-view.ts'
import type { Reading } from '../views/reading.ts'
import { screenView } from '../views/screen-view.ts'
import { standingView } from '../views/standing-view.ts'
import { startView } from '../views/start-view.ts'
import { stripView } from '../views/strip-view.ts'
import { terminalView } from '../views/terminal-view.ts'
import { lineRow, ticketRow } from '../views/ticket-view.ts'
import { trackView } from '../views/track-view.ts'

/** The view behind a topic; null when there is no such thing. */
export function viewOfTopic(reading: Reading, topic: string): unknown {
  const [kind, id = ''] = topic.split(':')
  switch (kind) {
    case 'screen':
      return screenView(reading, id)
    case 'strip':
      return stripView(reading, id)
    case 'panel':
      return panelView(reading, id)
    case 'track':
      return trackView(reading, id)
    case 'counter':
      return counterView(reading, id)
    case 'terminal':
      return terminalView(reading, id)
    case 'signals':
      return reading.live().signals(id)
    case 'desk':
      return deskView(reading)
    case 'figures':
      return figuresView(reading)
    case 'rating':
      return ratingView(reading, id)
    case 'audit':
      return { seq: reading.state('log').seq }
    case 'ratings':
      return ratingsView(reading)
    case 'board':
      return boardView(reading)
    case 'lights':
      return lightsView(reading)
    case 'approval':
      return approvalOf(reading, id)
    case 'standing':
      return standingView(reading)
    case 'manage':
      return manageView(reading)
    default:
      return startView(reading)
  }
}

/** A topic of keyed rows: each row travels whole, and only when it changed. */
export interface RowsTopic {
  ids(reading: Reading): readonly string[]
  row(reading: Reading, id: string): unknown
}

export const rowsTopics: ReadonlyMap<string, RowsTopic> = new Map<string, RowsTopic>([
  ['queues', { ids: ({ hallModel }) => hallModel.hall.queues.map(({ id }) => id), row: queueView }],
  ['counters', { ids: ({ hallModel }) => hallModel.hall.counters.map(({ id }) => id), row: counterRow }],
  ['board-counters', { ids: ({ hallModel }) => hallModel.hall.counters.map(({ id }) => id), row: boardCounter }],
  ['lines', { ids: linesInHall, row: lineRow }],
  [
    'tickets',
    {
      ids: ticketsAtHand,
      row: (reading, id) => {
        const ticket = ticketFact(reading, id)
        return ticket && ticketRow(reading, ticket)
      },
    },
  ],
  [
    'devices',
    {
      // A hall has hundreds of counters; theirs stand here only when somebody must go there.
      ids: (reading) =>
        reading
          .live()
          .devices()
          .filter(
            ({ kind, state }) => (kind !== 'counter' && kind !== 'strip') || state === 'fault' || state === 'warning',
          )
          .map(({ id }) => id),
      row: (reading, id) =>
        reading
          .live()
          .devices()
          .find((device) => device.id === id),
    },
  ],
])

/** Who must see a fact first: whoever works on it and whoever is called; then those who look after the hall, then phones. */
const ranks = [
  ['counter', 'signals', 'terminal', 'rating'],
  ['screen', 'panel', 'strip'],
  ['queues', 'figures'],
  [
    'desk',
    'lines',
    'tickets',
    'devices',
    'manage',
    'ratings',
    'audit',
    'board',
    'board-counters',
    'standing',
    'lights',
    'approval',
    'start',
    'counters',
  ],
  ['track'],
]
export const RANKS = ranks.length

const calm = new Set(['figures', 'audit', 'board', 'standing'])
/** Every fact changes these few: once a second is as good as at once. */
export const isCalm = (topic: string): boolean => calm.has(topic)

export const rankOf = (topic: string): number =>
  Math.max(
    0,
    ranks.findIndex((kinds) => kinds.includes(topic.split(':')[0] ?? '')),
  )
