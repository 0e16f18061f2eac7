import { Agent, request } from 'node:http'
import { WebSocket } from 'ws'

/** Keeps its connections: what is measured is the server, not the handshake. */
const agent = new Agent({ keepAlive: true, maxSockets: 512 })

export interface Posted {
  status: number
  body: string
  ms: number
}

/** One POST with a fresh idempotency key; sent again under it when a connection that was kept had just been closed. */
export async function post(url: string, token: string, body: unknown): Promise<Posted> {
  const from = performance.now()
  const key = `${from}-${Math.random()}`
  return sendOnce(url, token, body, key, from).catch(() => sendOnce(url, token, body, key, from))
}
function sendOnce(url: string, token: string, body: unknown, key: string, from: number): Promise<Posted> {
  const text = JSON.stringify(body)
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'idempotency-key': key,
  }
  return new Promise((done, fail) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      let said = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        said += part
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, body: said, ms: performance.now() - from }))
    })
    sent.on('error', fail)
    sent.end(text)
  })
}

export interface Heard {
  bytes: number
  messages: number
}

/** A page of the hall that listens; `onText` sees what it hears. */
export function listen(
  url: string,
  token: string | null,
  topics: readonly string[],
  heard: Heard,
  onText: (text: string) => void = () => {},
): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`)
  return new Promise((done, fail) => {
    socket.on('error', fail)
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', protocol: 2, token, topics })))
    socket.on('message', (data) => {
      const text = String(data)
      heard.bytes += text.length
      heard.messages += 1
      if (text.startsWith('{"type":"refused"')) fail(new Error(text))
      if (text.startsWith('{"type":"welcome"')) done(socket)
      onText(text)
    })
  })
}
