import { z } from 'zod'

/** Where a hall's log lies when it lies on NATS JetStream. */
export interface StreamAddress {
  /** Host and port of each server of the cluster. */
  servers: readonly string[]
  user: string | null
  password: string | null
  tls: boolean
  /** The hall's name there; null = the hall's own id. */
  hall: string | null
  /** Copies that the cluster keeps: 1 on one server, 3 on three. */
  replicas: number
}

export const isStreamAddress = (text: string): boolean => /^(?:nats|tls):\/\//.test(text)

const shape = /^(nats|tls):\/\/(?:([^:@/?]+)(?::([^@/?]*))?@)?([^/?@]+)(?:\/([^?]*))?(?:\?(.*))?$/
const host = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/
const replicas = z.coerce.number().pipe(z.union([z.literal(1), z.literal(3), z.literal(5)]))

/** Reads `nats://[user:password@]host[:port][,host…][/HALL][?replicas=3]`. null = it is not one. */
export function readStreamAddress(text: string): StreamAddress | null {
  const [, scheme, user, password, hosts = '', hall, query] = shape.exec(text) ?? []
  const servers = hosts.split(',')
  const copies = replicas.safeParse(new URLSearchParams(query).get('replicas') ?? 1)
  if (scheme === undefined || !servers.every((one) => host.test(one)) || !copies.success) return null
  if (hall !== undefined && hall !== '' && !/^[A-Za-z0-9_-]{1,64}$/.test(hall)) return null
  return {
    servers,
    user: user === undefined ? null : decodeURIComponent(user),
    password: password === undefined ? null : decodeURIComponent(password),
    tls: scheme === 'tls',
    hall: hall === undefined || hall === '' ? null : hall,
    replicas: copies.data,
  }
}
