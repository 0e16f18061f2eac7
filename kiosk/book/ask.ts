import type { ErrorBody } from '../../gateway/contract/messages.ts'
import { words } from './words.ts'

export type Answer<T> = { ok: true; body: T } | { ok: false; code: string; message: string }

/** One question to the gateway; a network that is away is an answer too. */
export async function ask<T>(path: string, body: unknown = null, key: string | null = null): Promise<Answer<T>> {
  const headers = {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...(key === null ? {} : { 'idempotency-key': key }),
  }
  const answer = await fetch(
    path,
    body === null ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  ).catch(() => null)
  const read = (await answer?.json().catch(() => null)) as (T & { error?: ErrorBody }) | null | undefined
  if (!answer || read == null) return { ok: false, code: 'offline', message: words.offline }
  return answer.ok
    ? { ok: true, body: read }
    : { ok: false, code: read.error?.code ?? 'offline', message: read.error?.message ?? words.offline }
}
