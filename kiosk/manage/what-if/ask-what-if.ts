import { accessToken } from '../../../gateway/client/access.ts'
import type { WhatIfAnswer, WhatIfQuestion } from '../../../gateway/contract/what-if.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { words } from './words.ts'

type Asked = { ok: true; answer: WhatIfAnswer } | { ok: false; message: string }

/** Asks the gateway, which plays the rest of the day. */
export async function askWhatIf(question: WhatIfQuestion): Promise<Asked> {
  const token = await accessToken('supervisor', null)
  const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }
  const response = await fetch('/api/v1/what-if', { method: 'POST', headers, body: JSON.stringify(question) }).catch(
    () => null,
  )
  if (!response) return { ok: false, message: sayStaff('offlineShort') }
  const body = (await response.json().catch(() => null)) as (WhatIfAnswer & { error?: { message: string } }) | null
  return response.ok && body ? { ok: true, answer: body } : { ok: false, message: body?.error?.message ?? words.failed }
}
