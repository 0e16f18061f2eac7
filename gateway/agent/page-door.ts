import { createHash, timingSafeEqual } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OwnComputer, OwnTerminal } from '../contract/agent-page.ts'

export interface PageDoorDeps {
  /** 0 = any free one. */
  port: number
  /** Of the pages that may ask: the gateway's, as the browser writes them (`http://192.168.1.10:8080`). */
  origins: readonly string[]
  own: OwnTerminal
  state(): Promise<OwnComputer>
  /** Somebody else has the port: lending goes on without this door. */
  onTaken(): void
}
export interface PageDoor {
  /** null = the port was taken. */
  port(): number | null
  close(): void
}

const LONGEST_BODY = 256
const MOST_SOCKETS = 16
const PATIENCE_MS = 5_000
const methods: Readonly<Record<string, 'POST' | 'GET'>> = { '/who': 'POST', '/state': 'GET' }

/**
 * What the terminal's page asks of its own computer: who am I, and how are my devices. Bound to 127.0.0.1. A request must come from this
 * computer, call it by that name (else another site's name could point here), carry the Origin of the gateway's page, which a browser
 * lets no page choose, and for all but the first question the terminal's token. Refusals say nothing and are not logged.
 */
export async function openPageDoor({ port, origins, own, state, onTaken }: PageDoorDeps): Promise<PageDoor> {
  let bound: number | null = null

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { host, origin } = request.headers
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('vary', 'origin')
    const end = (status: number, body: OwnTerminal | OwnComputer | null): void => {
      response.statusCode = status
      if (body !== null) response.setHeader('content-type', 'application/json')
      response.end(body === null ? undefined : JSON.stringify(body))
    }
    if (request.socket.remoteAddress !== '127.0.0.1') return end(403, null)
    if (host !== `127.0.0.1:${bound}` && host !== `localhost:${bound}`) return end(403, null)
    if (origin === undefined || !origins.includes(origin)) return end(403, null)
    response.setHeader('access-control-allow-origin', origin)
    // A question in the address would stand in histories: only the bare addresses are known.
    const method = methods[request.url ?? '']
    if (method === undefined) return end(404, null)
    if (request.method === 'OPTIONS') {
      response.setHeader('access-control-allow-methods', method)
      response.setHeader('access-control-allow-headers', 'authorization, content-type')
      response.setHeader('access-control-max-age', '600')
      if (request.headers['access-control-request-private-network'] === 'true')
        response.setHeader('access-control-allow-private-network', 'true')
      return end(204, null)
    }
    if (request.method !== method) return end(405, null)
    if (!(await isSmall(request))) {
      response.setHeader('connection', 'close')
      return end(413, null)
    }
    if (request.url === '/state')
      return isSame(request.headers.authorization, `Bearer ${own.token}`) ? end(200, await state()) : end(401, null)
    // A form or a picture of any page may be sent without asking first; a JSON body may not.
    if (request.headers['content-type'] !== 'application/json') return end(415, null)
    end(200, own)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.maxConnections = MOST_SOCKETS
  server.headersTimeout = PATIENCE_MS
  server.requestTimeout = PATIENCE_MS
  server.on('clientError', (_, socket) => socket.destroy())
  await new Promise<void>((done) => {
    server.on('error', () => {
      // Taken at the start; later there is nothing that this door could do about it.
      if (bound === null) onTaken()
      done()
    })
    server.listen(port, '127.0.0.1', () => {
      bound = (server.address() as AddressInfo).port
      done()
    })
  })
  return {
    port: () => bound,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function isSmall(request: IncomingMessage): Promise<boolean> {
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) return false
  }
  return true
}
/** Takes as long for a wrong token as for a right one. */
function isSame(given: string | undefined, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given ?? ''), digest(wanted))
}
