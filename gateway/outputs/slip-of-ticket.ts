import type { Ticket } from '../domain/line/ticket.ts'
import type { Hall } from '../contract/hall.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { placeOf, matterName } from '../views/ticket-view.ts'
import { legViews } from '../views/leg-views.ts'
import { whereOf } from '../views/queue-view.ts'

/** Ids of counters as people say them: 8–14, 17. */
export function counterRanges(ids: readonly string[]): string {
  const numbers = ids.map(Number)
  if (numbers.some(Number.isNaN)) return ids.join('、')
  const parts: [number, number][] = []
  for (const number of numbers.sort((one, other) => one - other)) {
    const last = parts.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}

const two = (value: number): string => String(value).padStart(2, '0')

/** The time in the hall as the slip says it: 2026-03-18 星期三 10:31. */
export function slipTime(at: number, timeZone: string): { day: string; clock: string; text: string } {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('zh-CN', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const day = `${parts.year}-${parts.month}-${parts.day}`
  const clock = `${two(Number(parts.hour))}:${parts.minute}`
  return { day, clock, text: `${day} ${parts.weekday} ${clock}` }
}

/** 1 楼 A 区 8–14 号窗口, one line for each place. */
export const wherePlaces = (hall: Hall, where: ReturnType<typeof whereOf>): string[] =>
  where.map(({ floor, zone, counters }) => {
    const place = hall.floors.find((one) => one.id === floor)
    const zoneName = place?.zones.find((one) => one.id === zone)?.name ?? zone
    return `${place?.name ?? floor} ${zoneName} ${counterRanges(counters)} 号窗口`
  })

/** What a slip says, from the state: derived anew for every copy, so a reprint tells the present place in the line. */
export function slipOfTicket(hallModel: HallModel, state: OfficeState, ticket: Ticket, address: string, now: number) {
  const { hall } = hallModel
  const { ahead, wait } = placeOf(hallModel, state, ticket, now)
  const time = slipTime(ticket.takenAt, hall.timeZone)
  const where = wherePlaces(hall, whereOf(hallModel, state, ticket.queueId))
  return {
    hallName: hall.name,
    takenAt: time.text,
    number: ticket.number,
    matterName: matterName(hallModel, ticket) ?? hallModel.queues.get(ticket.queueId)?.name ?? '',
    where: where.join('；'),
    ahead,
    waitWords:
      wait === null
        ? null
        : `${wait.lowMinutes}–${wait.highMinutes} 分钟（${slipTime(now, hall.timeZone).clock} 估计）`,
    trackingUrl: `${address}/t/${ticket.token}`,
    missing: ticket.missing,
    legs:
      ticket.legs.length > 1
        ? legViews(hallModel, state, ticket).map(
            (leg, nth) => `${nth + 1}. ${leg.queueName}（${wherePlaces(hall, leg.where).join('；')}）`,
          )
        : [],
    code: `${ticket.terminalId ?? '咨询台'}-${time.day.slice(5).replace('-', '')}-${ticket.number}`,
    requeueMinutes: hall.missed.withinMinutes,
  }
}
