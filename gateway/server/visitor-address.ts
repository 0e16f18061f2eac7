import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv4 } from 'node:net'

type Asked = Pick<IncomingMessage, 'headers' | 'socket'>
/** Whose request it is, as far as limits go: an IPv4 address, or the first half of an IPv6 one (a household has all of it). */
export type AddressOf = (request: Asked) => string

/** IPv4 inside IPv6 is IPv4; a port behind the address is none of it. null = no address. */
function plainAddress(text: string | undefined): string | null {
  const bare = (text ?? '').trim().replace(/^\[(.*)\](:\d+)?$/, '$1')
  const narrow = bare.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  return isIP(narrow) === 0 ? null : narrow
}

/** `2001:db8:1:2::5` and `2001:db8:1:2::6` are one visitor: addresses are handed out by the /64. */
function limitKey(address: string): string {
  if (isIPv4(address)) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? 0 : 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const words = [...(before ?? []), ...Array<string>(Math.max(0, zeros)).fill('0'), ...(after ?? [])]
  return words
    .slice(0, 4)
    .map((word) => Number.parseInt(word, 16).toString(16))
    .join(':')
}

/** The addresses and networks of a list, such as `10.0.0.0/24`. */
export function addressList(list: readonly string[]): (address: string) => boolean {
  const listed = new BlockList()
  for (const one of list) {
    const [address = '', bits] = one.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (bits === undefined) listed.addAddress(address, family)
    else listed.addSubnet(address, Number(bits), family)
  }
  return (text) => {
    const address = plainAddress(text)
    return address !== null && listed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
  }
}

/**
 * Reads through the proxies that the hall names (`trustedProxies`: addresses or networks), from the nearest outwards: what a stranger
 * writes into `X-Forwarded-For` himself is never believed. Without any, it is who knocked.
 */
export function visitorAddress(trustedProxies: readonly string[]): AddressOf {
  const isTrusted = addressList(trustedProxies)
  return ({ headers, socket }) => {
    let nearest = plainAddress(socket.remoteAddress) ?? ''
    const hops = String(headers['x-forwarded-for'] ?? '').split(',')
    while (nearest !== '' && isTrusted(nearest)) {
      const before = plainAddress(hops.pop())
      if (before === null) break
      nearest = before
    }
    return nearest === '' ? '' : limitKey(nearest)
  }
}

const PASSED_ON = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** Whether a program on this very computer asks, and not a proxy on it for somebody else. */
export function isThisMachine({ headers, socket }: Asked): boolean {
  const isLoopback = /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '')
  const isNamedSo = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(headers.host ?? '')
  return isLoopback && isNamedSo && PASSED_ON.every((name) => headers[name] === undefined)
}
