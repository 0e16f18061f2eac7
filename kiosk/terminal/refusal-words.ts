import type { ErrorBody } from '../../gateway/contract/messages.ts'
import { type RefusalCode, refusals, wordsOf } from '../../gateway/contract/refusals.ts'
import { language } from '../../display/shared/page-words.ts'

/** A refusal as it came: typed, scanned or told by the view. */
export type Refused = Pick<ErrorBody, 'code' | 'details'> & { message?: string }

/** The gateway answers in Chinese; the closed list of refusals has the other languages. */
export const inWords = ({ code, message = '', details }: Refused): string =>
  Object.hasOwn(refusals, code) ? wordsOf(code as RefusalCode, language.value, details) : message
