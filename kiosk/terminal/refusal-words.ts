import type { ErrorBody } from '../../gateway/contract/messages.ts'
import type { RefusalCode } from '../../gateway/contract/refusals.ts'
import { language } from '../../display/shared/page-words.ts'

/** A refusal as it came: typed, scanned or told by the view. */
export type Refused = Pick<ErrorBody, 'code' | 'details'> & { message?: string }

let list: typeof import('../../gateway/contract/refusals.ts') | null = null
/** The closed list of refusals in every language; nobody is refused before the first screen stands. */
export async function readRefusals(): Promise<void> {
  list = await import('../../gateway/contract/refusals.ts')
}

/** The gateway answers in Chinese; the closed list of refusals has the other languages. */
export const inWords = ({ code, message = '', details }: Refused): string =>
  list !== null && Object.hasOwn(list.refusals, code)
    ? list.wordsOf(code as RefusalCode, language.value, details)
    : message
