import { accessToken } from '../../../gateway/client/access.ts'
import type { ImportPlanView } from '../../../gateway/contract/catalogue-imports.ts'
import { words as staffWords } from '../../shared/staff/words.ts'

export interface PastImport {
  importId: string
  source: string
  /** Epoch ms. */
  at: number
}
export type Answer<T> = { ok: true; body: T } | { ok: false; message: string }

async function call<T>(method: 'GET' | 'POST', path: string, body?: Blob | object): Promise<Answer<T>> {
  const token = await accessToken('supervisor', null)
  const isFile = body instanceof Blob
  const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': isFile ? 'application/octet-stream' : 'application/json' }
  const sent = body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }
  const response = await fetch(`/api/v1/catalogue${path}`, { method, headers, ...sent }).catch(() => null)
  if (!response) return { ok: false, message: staffWords.offlineShort }
  const answer = (await response.json()) as T & { error?: { message: string } }
  return response.ok ? { ok: true, body: answer } : { ok: false, message: answer.error?.message ?? '' }
}

export const pastImports = (): Promise<Answer<{ items: PastImport[] }>> => call('GET', '/imports')
export const lookAt = (file: File, source: string): Promise<Answer<ImportPlanView>> => call('POST', `/plans?source=${encodeURIComponent(source)}`, file)
export const carryOut = (
  planId: string,
  agreed: { suspicious: boolean; removals: boolean },
): Promise<Answer<{ counts: Record<'added' | 'changed' | 'removed', number> }>> => call('POST', `/plans/${planId}/carry-out`, agreed)
export const undoLast = (): Promise<Answer<unknown>> => call('POST', '/undo', {})
