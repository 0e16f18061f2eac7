import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isThisMachine, visitorAddress } from '../../gateway/server/visitor-address.ts'

const asked = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage

test('DO13 without a proxy in the hall folder it is who knocked, whatever he writes into his headers', () => {
  const addressOf = visitorAddress([])
  expect(addressOf(asked('192.0.2.7', { 'x-forwarded-for': '198.51.100.1' }))).toBe('192.0.2.7')
  expect(addressOf(asked('::ffff:192.0.2.7'))).toBe('192.0.2.7')
})

test('DO13 behind the hall’s proxies it is the nearest that is none of them; what stands further out was written by himself', () => {
  const addressOf = visitorAddress(['10.0.0.0/24', '192.0.2.1', 'fd00::/8'])
  const through = (chain: string) => addressOf(asked('10.0.0.5', { 'x-forwarded-for': chain }))
  expect(through('198.51.100.1')).toBe('198.51.100.1')
  expect(through('1.1.1.1, 198.51.100.1, 192.0.2.1')).toBe('198.51.100.1')
  expect(through('198.51.100.1:4711, fd00::1')).toBe('198.51.100.1')
  expect(through('unknown')).toBe('10.0.0.5')
  expect(addressOf(asked('10.0.0.5'))).toBe('10.0.0.5')
  expect(addressOf(asked('10.0.1.5', { 'x-forwarded-for': '198.51.100.1' }))).toBe('10.0.1.5')
})

test('DO13 all addresses of one IPv6 network are one visitor', () => {
  const addressOf = visitorAddress([])
  const of = (address: string) => addressOf(asked(address))
  expect(of('2001:db8:0:5::1')).toBe(of('2001:db8:0:5:a:b:c:d'))
  expect(of('2001:db8::1')).toBe(of('2001:db8:0:0:1::'))
  expect(of('2001:db8:0:5::1')).not.toBe(of('2001:db8:0:6::1'))
})

test('DO15 this computer is who asks from it, by its own name, and through nothing else', () => {
  const here = { host: 'localhost:8080' }
  for (const [address, headers, is] of [
    ['127.0.0.1', here, true],
    ['::1', { host: '[::1]:8080' }, true],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }, true],
    ['192.0.2.7', here, false],
    ['127.0.0.1', { host: 'hall.example.cn' }, false],
    ['127.0.0.1', { ...here, 'x-forwarded-for': '192.0.2.7' }, false],
    ['127.0.0.1', { ...here, forwarded: 'for=192.0.2.7' }, false],
    ['127.0.0.1', { ...here, via: '1.1 proxy' }, false],
    ['127.0.0.1', { ...here, 'x-real-ip': '192.0.2.7' }, false],
  ] as const)
    expect([address, headers, isThisMachine(asked(address, headers))]).toEqual([address, headers, is])
})
