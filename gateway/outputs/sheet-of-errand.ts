import type { MaterialSheet } from '../devices/printer/material-sheet.ts'
import type { ErrandPaper } from '../domain/slips/events.ts'
import { ticketFact } from '../views/facts.ts'
import { whereOf } from '../views/queue-view.ts'
import type { Reading } from '../views/reading.ts'
import { slipTime, wherePlaces } from './slip-of-ticket.ts'

/** One paper for all that a visitor has to do: each matter with its number and where it is called. The sign leads to the page of the first number. */
export function sheetOfErrand(
  reading: Reading,
  { code, items }: ErrandPaper,
  address: string,
  now: number,
): MaterialSheet {
  const { hall, matters } = reading.hallModel
  const tickets = items.map(({ ticketId }) => ticketFact(reading, ticketId))
  const followed = tickets.find((ticket) => ticket !== null) ?? null
  return {
    hallName: hall.name,
    printedAt: slipTime(now, hall.timeZone).text,
    title: `帮办单 ${code}`,
    heading: `${items.length} 件事，一件一件办`,
    materials: items.map(({ matterId }, nth) => {
      const ticket = tickets[nth] ?? null
      const queueId = ticket?.queueId ?? matters.get(matterId)?.queueId ?? null
      const place = queueId === null ? null : wherePlaces(hall, whereOf(reading, queueId)).join('；')
      const name = matters.get(matterId)?.name ?? matterId
      return {
        name: ticket === null ? name : `${ticket.number} ${name}`,
        how: [place, ticket === null ? '还没取号' : null].filter((part) => part !== null).join('，'),
        brought: ticket?.status === 'done',
      }
    }),
    notes: ['有事找引导员，报上这个帮办号。'],
    facts: [],
    url: followed === null ? address : `${address}/t/${followed.token}`,
    scan: followed === null ? '手机扫码看大厅网页' : `手机扫码看 ${followed.number} 叫到哪里`,
  }
}
