import { sendingError } from '../contract/refusals/sending-refusals.ts'
import type { ErrorBody } from '../contract/messages.ts'
import { within } from './page-clock.ts'

/** Reads an answer: a zod schema of the contract, or anything that answers as one. */
export interface Reader<T> {
  safeParse(body: unknown): { success: true; data: T } | { success: false }
}
/** `heardAt`: the gateway's clock as the answer says it, epoch ms by the second; null = it does not. */
export type Asked<T> = { ok: true; body: T; heardAt: number | null } | { ok: false; error: ErrorBody }
export interface Question {
  /** JSON, or a file as it is: an order. null = it only reads. */
  body?: object | null
  token?: string | null
  /** Idempotency-Key: the same press stays the same order. */
  key?: string | null
  /** What a file is; else nothing is said of it, and the gateway looks inside. */
  type?: string
  language?: string
  withinMs?: number | undefined
}

/** An order is answered at once or never; what is read may be long, and a file that goes or comes longer still. */
const ORDER_WITHIN_MS = 10_000
const READ_WITHIN_MS = 30_000
export const FILE_WITHIN_MS = 120_000

/** For pages that a visitor's own phone loads, where a schema would weigh more than the page: an answer that has these fields. */
export const withFields = <T extends object>(...fields: (keyof T & string)[]): Reader<T> => ({
  safeParse: (body) =>
    typeof body === 'object' && body !== null && fields.every((field) => field in body)
      ? { success: true, data: body as T }
      : { success: false },
})
/** Where only the yes or no counts. */
export const anything: Reader<unknown> = { safeParse: (body) => ({ success: true, data: body }) }

/**
 * The pages' one way to ask the gateway over HTTP: always with a limit, every answer read as what it should be. A network that is away, a silence
 * and an answer that cannot be read (a portal of the network's own) are `not-answered`; a refusal comes in the gateway's words.
 */
export async function ask<T>(path: string, reader: Reader<T>, question: Question = {}): Promise<Asked<T>> {
  const response = await request(path, question)
  if (response === null) return notAnswered
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) return refusalIn(body)
  const read = reader.safeParse(body)
  return read.success ? { ok: true, body: read.data, heardAt: dateOf(response) } : notAnswered
}

/** The same for a picture or another file. */
export async function askFile(path: string, question: Question = {}): Promise<Asked<Blob>> {
  const response = await request(path, { withinMs: FILE_WITHIN_MS, ...question })
  if (response === null) return notAnswered
  if (!response.ok) return refusalIn(await response.json().catch(() => undefined))
  const file = await response.blob().catch(() => null)
  return file === null ? notAnswered : { ok: true, body: file, heardAt: dateOf(response) }
}

const notAnswered: Asked<never> = { ok: false, error: sendingError('not-answered') }

function request(path: string, question: Question): Promise<Response | null> {
  const { body = null, token = null, key = null, language, type = 'application/octet-stream' } = question
  const method = body === null ? 'GET' : 'POST'
  const isFile = body instanceof Blob
  const usual = isFile ? FILE_WITHIN_MS : method === 'GET' ? READ_WITHIN_MS : ORDER_WITHIN_MS
  const url = new URL(path, location.href)
  const headers = new Headers({ accept: 'application/json' })
  if (body !== null) headers.set('content-type', isFile ? type : 'application/json')
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  if (key !== null) headers.set('idempotency-key', key)
  if (language !== undefined) headers.set('accept-language', language)
  const sent = body === null ? null : isFile ? body : JSON.stringify(body)
  const given: RequestInit = { method, headers, body: sent, signal: within(question.withinMs ?? usual) }
  // Another program on this computer gets nothing that the browser keeps for us.
  const elsewhere: RequestInit = { ...given, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' }
  return fetch(url, url.origin === location.origin ? given : elsewhere).catch(() => null)
}

function refusalIn(body: unknown): Asked<never> {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
  if (typeof error !== 'object' || error === null || !('code' in error) || !('message' in error)) return notAnswered
  const details = 'details' in error ? error.details : undefined
  return { ok: false, error: { code: String(error.code), message: String(error.message), details } }
}

function dateOf(response: Response): number | null {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? null : at
}
