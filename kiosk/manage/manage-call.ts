import { accessToken } from '../../gateway/client/access.ts'
import { sayStaff } from '../shared/staff/words.ts'

export type Answer<T> = { ok: true; body: T } | { ok: false; message: string }

/** A call of the HTTP API as a supervisor; a file goes as it is. What is refused comes back in words. */
export async function manageCall<T>(method: 'GET' | 'POST', path: string, body?: Blob | object): Promise<Answer<T>> {
  const token = await accessToken('supervisor', null)
  const isFile = body instanceof Blob
  const headers = {
    authorization: `Bearer ${token ?? ''}`,
    'content-type': isFile ? 'application/octet-stream' : 'application/json',
  }
  const sent = body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }
  const response = await fetch(`/api/v1${path}`, { method, headers, ...sent }).catch(() => null)
  if (!response) return { ok: false, message: sayStaff('offlineShort') }
  const answer = (await response.json()) as T & { error?: { message: string } }
  return response.ok ? { ok: true, body: answer } : { ok: false, message: answer.error?.message ?? '' }
}
