import type { Ticket } from '../domain/line/ticket.ts'
import { counterRanges } from '../contract/counter-ranges.ts'
import { notCallingShort } from '../contract/not-calling-words.ts'
import { type SlipLanguage, aheadWords, inChineseWords, reckonedWords, weekdayWords } from '../contract/slip-words.ts'
import { waitPhrase } from '../contract/wait-words.ts'
import { clockAt, dayAt, weekdayOf } from '../contract/hall-time.ts'
import type { Hall } from '../contract/hall.ts'
import type { Slip } from '../devices/printer/slip.ts'
import type { Reading } from '../views/reading.ts'
import { placeOf, matterName } from '../views/ticket-view.ts'
import { flowName, flowNameEn, legViews } from '../views/leg-views.ts'
import { notCallingOf, whereOf } from '../views/queue-view.ts'

/** The time in the hall as the slip says it: 2026-03-18 星期三 10:31. */
export function slipTime(
  at: number,
  timeZone: string,
  language: SlipLanguage = 'zh-Hans',
): { day: string; clock: string; text: string } {
  const [day, clock] = [dayAt(at, timeZone), clockAt(at, timeZone)]
  return { day, clock, text: `${day} ${weekdayWords(weekdayOf(day), language)} ${clock}` }
}

/** 1 楼 A 区 8–14 号窗口, one line for each place; in English where the hall has named floor and zone so. */
export const wherePlaces = (
  hall: Hall,
  where: ReturnType<typeof whereOf>,
  language: SlipLanguage = 'zh-Hans',
): string[] =>
  where.map(({ floor, zone, counters }) => {
    const place = hall.floors.find((one) => one.id === floor)
    const within = place?.zones.find((one) => one.id === zone)
    if (language === 'en' && place?.nameEn && within?.nameEn)
      return `${place.nameEn} ${within.nameEn}, ${counters.length === 1 ? 'counter' : 'counters'} ${counterRanges(counters, ', ')}`
    const words = `${place?.name ?? floor} ${within?.name ?? zone} ${counterRanges(counters)} 号窗口`
    return language === 'en' ? inChineseWords(words) : words
  })

/** The language of a slip: the one in which its number was taken, where slips are printed in it. */
const languageOf = ({ language }: Pick<Ticket, 'language'>): SlipLanguage => (language === 'en' ? 'en' : 'zh-Hans')

/** A name of the hall's own in a slip's language: in English where there is one, else in Chinese with a mark. */
export const nameIn = (language: SlipLanguage, name: string, nameEn: string | null | undefined): string =>
  language === 'zh-Hans' ? name : nameEn ? nameEn : inChineseWords(name)

/** What a slip says, from the state: derived anew for every copy, so a reprint tells the present place in the line. */
export function slipOfTicket(reading: Reading, ticket: Ticket, address: string, now: number): Slip {
  const { hallModel } = reading
  const { hall } = hallModel
  const language = languageOf(ticket)
  const isEnglish = language === 'en'
  const { ahead, wait } = placeOf(reading, ticket)
  const time = slipTime(ticket.takenAt, hall.timeZone, language)
  const between = isEnglish ? '; ' : '；'
  const where = wherePlaces(hall, whereOf(reading, ticket.queueId), language)
  const waiting = waitPhrase(wait, isEnglish)
  return {
    language,
    hallName: (isEnglish && hall.nameEn) || hall.name,
    takenAt: time.text,
    number: ticket.number,
    matterName: visitName(reading, ticket, language),
    where: where.join(between),
    ahead,
    aheadWords: aheadWords(ahead, language),
    waitWords:
      waiting === null
        ? notCallingShort(notCallingOf(reading, ticket.queueId), isEnglish)
        : reckonedWords(waiting, slipTime(now, hall.timeZone).clock, language),
    trackingUrl: `${address}/t/${ticket.token}`,
    missing: ticket.missing,
    legs:
      ticket.legs.length > 1
        ? legViews(reading, ticket).map((leg, nth) => {
            const name = nameIn(language, leg.queueName, hallModel.queues.get(leg.queueId)?.nameEn)
            const places = wherePlaces(hall, leg.where, language).join(between)
            return isEnglish ? `${nth + 1}. ${name} (${places})` : `${nth + 1}. ${name}（${places}）`
          })
        : [],
    code: `${ticket.terminalId ?? (isEnglish ? 'Desk' : '咨询台')}-${time.day.slice(5).replace('-', '')}-${ticket.number}`,
    requeueMinutes: hall.missed.withinMinutes,
  }
}

/** What the number is for: a flow, a matter, or a kind of business. */
function visitName({ hallModel }: Reading, ticket: Ticket, language: SlipLanguage): string {
  const flow = flowName(hallModel, ticket)
  if (flow !== null) return nameIn(language, flow, flowNameEn(hallModel, ticket))
  const matter = matterName(hallModel, ticket)
  if (matter !== null) return nameIn(language, matter, hallModel.matters.get(ticket.matterId ?? '')?.nameEn)
  const queue = hallModel.queues.get(ticket.queueId)
  return queue ? nameIn(language, queue.name, queue.nameEn) : ''
}
