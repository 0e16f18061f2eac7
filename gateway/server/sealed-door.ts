import { type Server, createServer as createHttp } from 'node:http'
import { type Server as NetServer, type Socket, createServer } from 'node:net'
import { type TlsOptions, createServer as createTls } from 'node:tls'
import { after } from '../time.ts'
import type { Certificate } from './certificate.ts'
import { hostNameOf } from './own-host.ts'
import { trustPage, trustPageHeaders } from './trust-page.ts'

/** The first byte of a TLS record that opens a handshake (RFC 8446, 5.1). */
const HANDSHAKE = 0x16
/** Whoever opens a line says something by then. */
const SPEAKS_WITHIN_MS = 10_000
const secure = ({ cert, key }: Certificate): TlsOptions => ({ cert, key, minVersion: 'TLSv1.2' })

export interface SealedDoor {
  readonly server: NetServer
  /** Lines that are opened from now on. */
  renew(certificate: Certificate): void
  close(): void
}
interface SealedDoorDeps {
  certificate: Certificate
  /** Plain HTTP for everybody, because somebody asked for it. */
  plain: boolean
  /** What devices are to trust; null = nothing of ours. */
  authority(): string | null
  /** Whether a program on this very computer opened the line; else as its addresses say. */
  isHere?(socket: Socket): boolean
  onBroken(error: unknown): void
}

/**
 * One port for both. A TLS handshake is answered and what comes out of it handed to `server`; plain HTTP is for programs on this very computer,
 * anybody else is sent to https and gets nothing over the open line but the certificate to trust, and the page that says how.
 */
export function sealedDoor(
  server: Server,
  { certificate, plain, authority, isHere = isFromHere, onBroken }: SealedDoorDeps,
): SealedDoor {
  const sealed = createTls({ ...secure(certificate), handshakeTimeout: SPEAKS_WITHIN_MS }, (socket) => {
    server.emit('connection', socket)
  })
  // A browser that does not trust the certificate hangs up in the middle: its matter.
  sealed.on('tlsClientError', (_, socket) => void socket.destroy())
  const elsewhere = createHttp((request, response) => {
    const { url = '/', headers } = request
    const [path = ''] = url.split('?')
    const trusted = /^\/enrol\/?(?:ca\.crt)?$/.test(path) ? authority() : null
    if (trusted !== null && path === '/enrol/ca.crt')
      return void response.writeHead(200, certificateHeaders).end(trusted)
    // A name that is none stands in no page of ours.
    if (trusted !== null && hostNameOf(headers.host) !== null && /^[\w.:[\]-]+$/.test(headers.host ?? ''))
      return void response.writeHead(200, trustPageHeaders).end(trustPage(trusted, headers.host ?? ''))
    response.writeHead(308, { location: `https://${headers.host ?? ''}${url}` }).end()
  })
  const waiting = new Set<Socket>()
  const door = createServer({ pauseOnConnect: false }, (socket) => {
    waiting.add(socket)
    const spoke = after(SPEAKS_WITHIN_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      spoke()
      waiting.delete(socket)
    })
    socket.once('readable', () => {
      const first = socket.read(1) as Buffer | null
      if (first === null) return
      waiting.delete(socket)
      spoke()
      socket.unshift(first)
      const takes = first[0] === HANDSHAKE ? sealed : plain || isHere(socket) ? server : elsewhere
      takes.emit('connection', socket)
    })
  })
  // The one that listens is heard by whoever lets it listen; these two are only handed lines.
  for (const server of [sealed, elsewhere]) server.on('error', onBroken)
  return {
    server: door,
    renew: (renewed) => sealed.setSecureContext(secure(renewed)),
    close() {
      door.close()
      for (const socket of waiting) socket.destroy()
      elsewhere.closeAllConnections()
    },
  }
}

export const certificateHeaders = {
  'content-type': 'application/x-x509-ca-cert',
  'content-disposition': 'attachment; filename="tingshi-ca.crt"',
  'cache-control': 'no-store',
}
const isFromHere = ({ remoteAddress = '', localAddress }: Socket): boolean =>
  /^(::ffff:)?127\.|^::1$/.test(remoteAddress) || remoteAddress === localAddress
