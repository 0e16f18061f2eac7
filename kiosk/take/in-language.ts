import { language } from '../../display/shared/page-words.ts'
import type { PhoneOffer } from '../../gateway/contract/phone-numbers.ts'

type Queue = PhoneOffer['queues'][number]

/** How a queue stands, in the visitor's language. */
export const inLanguage = (queue: Queue): Pick<Queue, 'wait' | 'whyNot' | 'whyNotRemote'> =>
  language.value === 'en' ? queue.en : queue
