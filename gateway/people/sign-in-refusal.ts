import type { RefusalCode } from '../contract/refusals.ts'

export interface SignInRefusal {
  ok: false
  code: RefusalCode
  details: Record<string, string | number>
}
export const no = (code: RefusalCode, details: SignInRefusal['details'] = {}): SignInRefusal => ({
  ok: false,
  code,
  details,
})
