import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface WebServer {
  server: Server
  /** From the moment that it listens: with the port that was free when 0 was asked for. */
  address(): { url: string; port: number }
  /** Fails when the port is taken or not allowed. */
  listen(): Promise<void>
  close(): void
}

/** The one HTTP server; what is asked of it and who may upgrade is joined to it before it listens. */
export function webServer(port: number, host: string, onBroken: (error: unknown) => void): WebServer {
  const server = createServer()
  return {
    server,
    address() {
      const bound = server.address() as AddressInfo
      const name = bound.family === 'IPv6' ? `[${host}]` : host
      return { url: `http://${name}:${bound.port}`, port: bound.port }
    },
    async listen() {
      await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
      // A listening server tells of trouble too: no more files may be opened.
      server.on('error', onBroken)
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
