import { accessToken } from '../../gateway/client/access.ts'
import { type Reader, ask } from '../../gateway/client/ask.ts'
import { ticks } from '../../gateway/client/page-clock.ts'
import { sayStaff } from '../shared/staff/words.ts'

export type Answer<T> = { ok: true; body: T } | { ok: false; message: string }

/** A call of the HTTP API as a supervisor; a file goes as it is. What is refused comes back in words. */
export async function manageCall<T>(
  path: string,
  reader: Reader<T>,
  body: object | null = null,
  withinMs?: number,
): Promise<Answer<T>> {
  const madeAt = ticks()
  const token = await accessToken('supervisor', null)
  const answer = await ask(`/api/v1${path}`, reader, { body, token, withinMs, madeAt, language: 'zh-Hans' })
  if (answer.ok) return answer
  const { code, message } = answer.error
  return { ok: false, message: code === 'not-answered' ? sayStaff('offlineShort') : message }
}
