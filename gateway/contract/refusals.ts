import { appointmentRefusals } from './refusals/appointment-refusals.ts'
import { catalogueRefusals } from './refusals/catalogue-refusals.ts'
import { grievanceRefusals } from './refusals/grievance-refusals.ts'
import { signInRefusals } from './refusals/sign-in-refusals.ts'
import { sendingRefusals } from './refusals/sending-refusals.ts'
import { noticeRefusals } from './refusals/notice-refusals.ts'
import { deskRefusals } from './refusals/desk-refusals.ts'
import { detailWords } from './refusals/refusal-details.ts'
import { phoneRefusals } from './refusals/phone-refusals.ts'
import { requestRefusals } from './refusals/request-refusals.ts'
import { supervisionRefusals } from './refusals/supervision-refusals.ts'
import { settingsRefusals } from './refusals/settings-refusals.ts'
import { ticketRefusals } from './refusals/ticket-refusals.ts'

/** Every "no" that the gateway says: its HTTP status and its words. The list is closed; pages show `message`, scripts read the code. */
export const refusals = {
  ...requestRefusals,
  ...sendingRefusals,
  ...ticketRefusals,
  ...catalogueRefusals,
  ...appointmentRefusals,
  ...phoneRefusals,
  ...noticeRefusals,
  ...grievanceRefusals,
  ...supervisionRefusals,
  ...signInRefusals,
  ...settingsRefusals,
  ...deskRefusals,
}

export type RefusalCode = keyof typeof refusals
export type Language = 'zh-Hans' | 'en' | 'mn-Mong'

export const statusOf = (code: RefusalCode): number => refusals[code][0]

/**
 * The sentence of a refusal with what its details tell, as `{key}` or `{key|words when it is not told}`. Mongolian words that no
 * reviewer has confirmed are left empty and shown in Chinese (ACCESSIBILITY, Wording).
 */
export function wordsOf(code: RefusalCode, language: Language = 'zh-Hans', details: unknown = {}): string {
  const [, zh, en, mn] = refusals[code]
  const isEnglish = language === 'en'
  const told = detailWords(details, isEnglish)
  const sentence = isEnglish ? en : language === 'mn-Mong' && mn !== '' ? mn : zh
  const words = sentence.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, key: string, untold = '') => told[key] ?? untold)
  // A day at the head of a sentence needs no space before it.
  return words.trimStart()
}
