import type { PhoneOffer } from '../contract/phone-numbers.ts'
import { type RefusalCode, wordsOf } from '../contract/refusals.ts'
import { waitPhrase } from '../contract/wait-words.ts'
import { queueView } from './queue-view.ts'
import type { Reading } from './reading.ts'

/** What a phone in the hall may take a number of, in words that are ready to be read. */
export function phoneOfferView(reading: Reading): PhoneOffer {
  const { hall } = reading.hallModel
  return {
    hall: { name: hall.name, timeZone: hall.timeZone },
    queues: hall.queues.map(({ id }) => {
      const { name, where, wait, waiting, notNow } = queueView(reading, id)
      const whyNot = notNow && wordsOf(notNow.code as RefusalCode, 'zh-Hans', notNow.details)
      return { id, name, where, wait: waitPhrase(wait), waiting, whyNot }
    }),
  }
}
