import { type Server, createServer } from 'node:http'
import type { AddressInfo, Server as NetServer } from 'node:net'
import type { Certificate } from './certificate.ts'
import { sealedDoor } from './sealed-door.ts'

export interface WebServer {
  server: Server
  /** From the moment that it listens: with the port that was free when 0 was asked for. */
  address(): { url: string; port: number }
  /** Fails when the port is taken or not allowed. `before`: of this process; its port is taken over, and so is who is still connected there. */
  listen(before?: WebServer | null): Promise<void>
  /** What listens: this server, or the one that unseals what comes. */
  outer: NetServer
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
    outer,
    address() {
      const bound = outer.address() as AddressInfo
      const name = bound.family === 'IPv6' ? `[${host}]` : host
      return { url: `${door ? 'https' : 'http'}://${name}:${bound.port}`, port: bound.port }
    },
    async listen(before = null) {
      outer.maxConnections = server.maxConnections
      await new Promise<void>((done, fail) => {
        outer.once('error', fail)
        if (before === null) outer.listen(port, host, done)
        // The same socket goes on listening: there is no moment in which a page knocks in vain.
        else outer.listen(before.outer, done)
      })
      for (const asked of ['request', 'upgrade'] as const)
        before?.server.removeAllListeners(asked).on(asked, (...given: unknown[]) => void server.emit(asked, ...given))
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
