import { sendingError } from '../contract/refusals/sending-refusals.ts'
import type { ErrorBody } from '../contract/messages.ts'
import { MADE_AT_HEADER, TICKS_HEADER } from '../contract/order-age.ts'
import { ORDER_LIFETIME_MS } from '../contract/order-lifetime.ts'
import { PAGE_WORD_HEADER } from '../contract/page-word.ts'
import { pageWord } from './page-word.ts'
import { orderStamps } from './order-stamps.ts'
import { stopwatch, ticks, within } from './page-clock.ts'

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
  /** The tick at which somebody pressed, where this page had to wait before it could ask. */
  madeAt?: number
  /** What a file is; else nothing is said of it, and the gateway looks inside. */
  type?: string
  /** Of a refusal's words; else that of the page. */
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
  const response = await answerTo(path, question)
  if (response === null) return notAnswered
  if (response === 'not-sent') return notSent
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) return refusalIn(body)
  const read = reader.safeParse(body)
  return read.success ? { ok: true, body: read.data, heardAt: dateOf(response) } : notAnswered
}

/** The same for a picture or another file. */
export async function askFile(path: string, question: Question = {}): Promise<Asked<Blob>> {
  const response = await answerTo(path, { withinMs: FILE_WITHIN_MS, ...question })
  if (response === null) return notAnswered
  if (response === 'not-sent') return notSent
  if (!response.ok) return refusalIn(await response.json().catch(() => undefined))
  const file = await response.blob().catch(() => null)
  return file === null ? notAnswered : { ok: true, body: file, heardAt: dateOf(response) }
}

const notAnswered: Asked<never> = { ok: false, error: sendingError('not-answered') }
const notSent: Asked<never> = { ok: false, error: sendingError('not-sent') }
const stamps = orderStamps()

/** null = nobody answered. What only reads goes as it is; an order of the hall goes with the moment of its press, and only while it lives. */
function answerTo(path: string, question: Question): Promise<Response | null | 'not-sent'> {
  const url = new URL(path, location.href)
  const isOrder = (question.body ?? null) !== null && url.origin === location.origin && url.pathname.startsWith('/api/')
  return isOrder ? sendOrder(url, question) : request(url, question, null)
}

async function sendOrder(url: URL, question: Question): Promise<Response | null | 'not-sent'> {
  const age = stopwatch()
  const madeAt = question.madeAt ?? ticks()
  for (let isFirst = true; ; isFirst = false) {
    // Nothing was heard yet: an order without an age could act at any time.
    if (stamps.of(madeAt) === null && (await askTicks(url.origin)) === null) return 'not-sent'
    if (age() >= ORDER_LIFETIME_MS) return 'not-sent'
    const askedAt = ticks()
    const before = stamps.of(madeAt)
    const response = await request(url, question, before)
    stamps.hear(response?.headers.get(TICKS_HEADER) ?? null, askedAt, ticks())
    // The gateway was started anew, or this computer slept: what was said of the press was wrong, and was refused.
    const isMistaken = response?.status === 408 && stamps.of(madeAt) !== before
    if (!isMistaken || !isFirst) return response
  }
}

/** A question that no worker of a page keeps an old answer to. */
async function askTicks(origin: string): Promise<Response | null> {
  const askedAt = ticks()
  const url = new URL('/api/v1/health', origin)
  const given: RequestInit = { method: 'HEAD', cache: 'no-store', signal: within(ORDER_WITHIN_MS) }
  const response = await fetch(url, given).catch(() => null)
  stamps.hear(response?.headers.get(TICKS_HEADER) ?? null, askedAt, ticks())
  return response
}

/** In which the page's words are now. */
const ownLanguage = (): string => (typeof document === 'undefined' ? 'zh-Hans' : document.documentElement.lang)

function request(url: URL, question: Question, madeAt: string | null): Promise<Response | null> {
  const { body = null, token = null, key = null, language, type = 'application/octet-stream' } = question
  const method = body === null ? 'GET' : 'POST'
  const isFile = body instanceof Blob
  const usual = isFile ? FILE_WITHIN_MS : method === 'GET' ? READ_WITHIN_MS : ORDER_WITHIN_MS
  const headers = new Headers({ accept: 'application/json' })
  if (body !== null) headers.set('content-type', isFile ? type : 'application/json')
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  if (madeAt !== null) headers.set(MADE_AT_HEADER, madeAt)
  const own = pageWord()
  if (token === null && own !== null && url.origin === location.origin) headers.set(PAGE_WORD_HEADER, own)
  if (key !== null) headers.set('idempotency-key', key)
  headers.set('accept-language', language ?? ownLanguage())
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
