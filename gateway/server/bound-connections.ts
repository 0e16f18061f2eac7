import type { Server } from 'node:http'

/** All browsers of a hall, with what each opens beside its socket. */
const MOST = 10_000
const MOST_OF_ONE = 4_000
/** Whoever opens a line and asks nothing; a film may take its time to arrive. */
const ASK_WITHIN_MS = 10_000

/** Nobody keeps the others out by holding lines open. `isProxy`: an address that speaks for many. */
export function boundConnections(server: Server, isProxy: (address: string) => boolean): void {
  const open = new Map<string, number>()
  server.maxConnections = MOST
  server.headersTimeout = ASK_WITHIN_MS
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    const own = open.get(address) ?? 0
    if (own >= MOST_OF_ONE && !isProxy(address)) return void socket.destroy()
    open.set(address, own + 1)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
