import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificate.ts'
import { sealedDoor } from './sealed-door.ts'

export interface WebServer {
  server: Server
  /** From the moment that it listens: with the port that was free when 0 was asked for. */
  address(): { url: string; port: number }
  /** Fails when the port is taken or not allowed. */
  listen(): Promise<void>
  /** Takes a renewed certificate for lines that are opened from now on. */
  renew(certificate: Certificate): void
  close(): void
}
export interface WebServerDeps {
  port: number
  host: string
  /** null = plain HTTP. */
  sealed: { certificate: Certificate; plain: boolean; authority(): string | null } | null
  onBroken(error: unknown): void
}

/** The one HTTP server; what is asked of it and who may upgrade is joined to it before it listens. */
export function webServer({ port, host, sealed, onBroken }: WebServerDeps): WebServer {
  const server = createServer()
  const door = sealed && sealedDoor(server, { ...sealed, onBroken })
  const outer = door?.server ?? server
  return {
    server,
    address() {
      const bound = outer.address() as AddressInfo
      const name = bound.family === 'IPv6' ? `[${host}]` : host
      return { url: `${door ? 'https' : 'http'}://${name}:${bound.port}`, port: bound.port }
    },
    async listen() {
      outer.maxConnections = server.maxConnections
      await new Promise<void>((done, fail) => outer.once('error', fail).listen(port, host, done))
      // A listening server tells of trouble too: no more files may be opened.
      outer.on('error', onBroken)
      if (outer !== server) server.on('error', onBroken)
    },
    renew: (certificate) => door?.renew(certificate),
    close() {
      door?.close()
      server.close()
      server.closeAllConnections()
    },
  }
}
