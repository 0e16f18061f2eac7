import type { PhoneOffer } from '../contract/phone-numbers.ts'
import { type RefusalCode, wordsOf } from '../contract/refusals.ts'
import { waitPhrase } from '../contract/wait-words.ts'
import { remoteRefused } from '../domain/line/remote-places.ts'
import { queueView } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** What a phone in the hall may take a number of, in words that are ready to be read. */
export function phoneOfferView(reading: Reading): PhoneOffer {
  const { hall } = reading.hallModel
  const { inHall = false, remote = null } = hall.phoneNumbers ?? {}
  const inWords = (refusal: { code: string; details: object } | null, language: 'zh-Hans' | 'en'): string | null =>
    refusal && wordsOf(refusal.code as RefusalCode, language, refusal.details)
  return {
    hall: { name: hall.name, nameEn: hall.nameEn, timeZone: hall.timeZone },
    queues: hall.queues.map((queue) => {
      const { id, name, nameEn, where, wait, waiting, notNow } = queueView(reading, queue.id)
      const notRemote = notNow ?? remoteRefused(reading.hallModel, reading.state(`queue:${id}`), queue)
      return {
        id,
        name,
        where,
        wait: waitPhrase(wait),
        waiting,
        whyNot: inWords(notNow, 'zh-Hans'),
        whyNotRemote: inWords(notRemote, 'zh-Hans'),
        en: {
          name: nameEn,
          wait: waitPhrase(wait, true),
          whyNot: inWords(notNow, 'en'),
          whyNotRemote: inWords(notRemote, 'en'),
        },
      }
    }),
    inHall,
    remote: remote && { placeAfterMiss: hall.missed.place },
  }
}
