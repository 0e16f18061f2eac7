import { aheadWords, reckonedWords } from '../contract/slip-words.ts'
import type { Slip } from '../devices/printer/slip.ts'
import type { HallModel } from '../domain/hall-model.ts'
import { nameIn, slipTime, wherePlaces } from './slip-of-ticket.ts'

/** `longest`: everything that can make a slip long at once; `english`: for whoever took the number in English. */
export const sampleCases = ['usual', 'longest', 'english'] as const
export type SampleCase = (typeof sampleCases)[number]

/** A slip of nobody, for looking at the layout: number 000, the hall's own names, an address that leads to no visit. */
export function sampleSlip(hallModel: HallModel, kind: SampleCase, address: string, now: number): Slip {
  const { hall, matters } = hallModel
  const queue = hall.queues[0]
  const listed = [...matters.values()].filter((matter) => matter.queueId !== null)
  const usual = listed.find((matter) => matter.popular > 0) ?? listed[0]
  const language = kind === 'english' ? 'en' : 'zh-Hans'
  const matter = kind !== 'longest' ? usual : listed.toSorted((one, other) => other.name.length - one.name.length)[0]
  const counters = hall.counters.filter(({ queues }) => queues.includes(matter?.queueId ?? queue?.id ?? ''))
  const first = counters[0]
  const where = first
    ? wherePlaces(
        hall,
        [
          {
            floor: first.floor,
            zone: first.zone,
            counters: counters.filter(({ zone }) => zone === first.zone).map(({ id }) => id),
          },
        ],
        language,
      ).join('；')
    : hall.name
  const time = slipTime(now, hall.timeZone, language)
  const number = `${hall.queues.find(({ id }) => id === matter?.queueId)?.series ?? queue?.series ?? 'A'}000`
  const long = kind === 'longest'
  const ahead = long ? 128 : 6
  return {
    language,
    hallName: (kind === 'english' && hall.nameEn) || hall.name,
    takenAt: time.text,
    number,
    matterName: nameIn(language, matter?.name ?? queue?.name ?? '', matter ? matter.nameEn : queue?.nameEn),
    where,
    ahead,
    aheadWords: aheadWords(ahead, language),
    waitWords: reckonedWords(
      `${long ? '115–150' : '15–25'} ${kind === 'english' ? 'min' : '分钟'}`,
      time.clock,
      language,
    ),
    trackingUrl: `${address}/t/sample-slip-of-nobody`,
    missing: long ? (matter?.guide?.materials.slice(0, 3).map(({ name }) => name) ?? []) : [],
    legs: long ? [`1. ${queue?.name ?? ''}（${where}）`, `2. ${hall.queues[1]?.name ?? ''}（${where}）`] : [],
    code: `样张-${number}`,
    requeueMinutes: hall.missed.withinMinutes,
  }
}
