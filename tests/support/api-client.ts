import { WebSocket } from 'ws'
import type { Role } from '../../gateway/contract/commands.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'

export interface Answer<T> {
  status: number
  body: T
}

export interface ApiClient {
  readonly token: string
  get<T>(path: string): Promise<Answer<T>>
  post<T>(path: string, body?: unknown, key?: string): Promise<Answer<T>>
}

export interface TakenTicket {
  ticketId: string
  number: string
  queueId: string
}

/** Speaks to a running demo hall as one role. */
export async function signIn(url: string, role: Role, id: string | null = null): Promise<ApiClient> {
  const { token } = (await (
    await fetch(`${url}/demo/sign-in`, { method: 'POST', body: JSON.stringify({ role, id }) })
  ).json()) as { token: string }
  const call = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }
  return { token, get: (path) => call('GET', path), post: (path, body, key) => call('POST', path, body, key) }
}

export interface Conversation {
  readonly socket: WebSocket
  readonly heard: ServerMessage[]
  say(message: unknown): void
  /** The first message, heard already or still to come, that fits. */
  until(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>
  closed: Promise<number>
}

/** A page's socket without the page. */
export async function converse(url: string, headers: Record<string, string> = {}): Promise<Conversation> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { headers })
  const heard: ServerMessage[] = []
  const waiting: { fits: (message: ServerMessage) => boolean; done: (message: ServerMessage) => void }[] = []
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as ServerMessage
    heard.push(message)
    for (const one of waiting.splice(0)) {
      if (one.fits(message)) one.done(message)
      else waiting.push(one)
    }
  })
  const closed = new Promise<number>((done) => socket.once('close', (code) => done(code)))
  await new Promise<void>((done, fail) => {
    socket.once('open', () => done())
    socket.once('error', fail)
  })
  socket.on('error', () => socket.terminate())
  return {
    socket,
    heard,
    closed,
    say: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    until: (fits) => {
      const known = heard.find(fits)
      return known ? Promise.resolve(known) : new Promise((done) => waiting.push({ fits, done }))
    },
  }
}
