import type { Ticket } from '../domain/line/ticket.ts'
import { counterRanges } from '../contract/counter-ranges.ts'
import { notCallingShort } from '../contract/not-calling-words.ts'
import { waitPhrase } from '../contract/wait-words.ts'
import { clockAt, dayAt, weekdayOf } from '../contract/hall-time.ts'
import type { Hall } from '../contract/hall.ts'
import type { Reading } from '../views/reading.ts'
import { placeOf, matterName } from '../views/ticket-view.ts'
import { flowName, legViews } from '../views/leg-views.ts'
import { notCallingOf, whereOf } from '../views/queue-view.ts'

const weekdayNames = ['', '一', '二', '三', '四', '五', '六', '日'] as const

/** The time in the hall as the slip says it: 2026-03-18 星期三 10:31. */
export function slipTime(at: number, timeZone: string): { day: string; clock: string; text: string } {
  const [day, clock] = [dayAt(at, timeZone), clockAt(at, timeZone)]
  return { day, clock, text: `${day} 星期${weekdayNames[weekdayOf(day)]} ${clock}` }
}

/** 1 楼 A 区 8–14 号窗口, one line for each place. */
export const wherePlaces = (hall: Hall, where: ReturnType<typeof whereOf>): string[] =>
  where.map(({ floor, zone, counters }) => {
    const place = hall.floors.find((one) => one.id === floor)
    const zoneName = place?.zones.find((one) => one.id === zone)?.name ?? zone
    return `${place?.name ?? floor} ${zoneName} ${counterRanges(counters)} 号窗口`
  })

/** What a slip says, from the state: derived anew for every copy, so a reprint tells the present place in the line. */
export function slipOfTicket(reading: Reading, ticket: Ticket, address: string, now: number) {
  const { hallModel } = reading
  const { hall } = hallModel
  const { ahead, wait } = placeOf(reading, ticket)
  const time = slipTime(ticket.takenAt, hall.timeZone)
  const where = wherePlaces(hall, whereOf(reading, ticket.queueId))
  return {
    hallName: hall.name,
    takenAt: time.text,
    number: ticket.number,
    matterName:
      flowName(hallModel, ticket) ?? matterName(hallModel, ticket) ?? hallModel.queues.get(ticket.queueId)?.name ?? '',
    where: where.join('；'),
    ahead,
    waitWords:
      wait === null
        ? notCallingShort(notCallingOf(reading, ticket.queueId))
        : `${waitPhrase(wait)}（${slipTime(now, hall.timeZone).clock} 估计）`,
    trackingUrl: `${address}/t/${ticket.token}`,
    missing: ticket.missing,
    legs:
      ticket.legs.length > 1
        ? legViews(reading, ticket).map(
            (leg, nth) => `${nth + 1}. ${leg.queueName}（${wherePlaces(hall, leg.where).join('；')}）`,
          )
        : [],
    code: `${ticket.terminalId ?? '咨询台'}-${time.day.slice(5).replace('-', '')}-${ticket.number}`,
    requeueMinutes: hall.missed.withinMinutes,
  }
}
