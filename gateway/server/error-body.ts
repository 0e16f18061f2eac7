import type { ErrorBody } from '../contract/messages.ts'
import { type Language, type RefusalCode, wordsOf } from '../contract/refusals.ts'

export function errorBody(code: RefusalCode, details: unknown = {}, language: Language = 'zh-Hans'): ErrorBody {
  return { code, message: wordsOf(code, language, details), details }
}

/** What zod found, as path and sentence; never the value itself. */
export const faultsOf = (
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): { faults: { at: string; message: string }[] } => ({
  faults: issues.slice(0, 10).map(({ path, message }) => ({ at: path.map(String).join('.'), message })),
})
