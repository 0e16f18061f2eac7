import express from 'express'
import { afterEach, expect, test } from 'vitest'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rateLimit } from '../../gateway/server/rate-limit.ts'
import { bearer } from '../../gateway/rights/actor.ts'
import { requireRight } from '../../gateway/server/require-right.ts'
import { isOwnHost } from '../../gateway/server/own-host.ts'
import { isSameOrigin } from '../../gateway/server/same-origin.ts'

test('RG7 so many tries a minute for each, counted from the first; a new minute is a new count', () => {
  let now = 1_000
  const may = rateLimit(2, () => now)
  const tries = (key: string, many: number) => Array.from({ length: many }, () => may(key))
  expect(tries('one', 3)).toEqual([true, true, false])
  expect(may('other')).toBe(true)
  now += 59_999
  expect(may('one')).toBe(false)
  now += 1
  expect(tries('one', 3)).toEqual([true, true, false])
})

test('RG7 those who rest are forgotten before the memory fills; those who try on are not', () => {
  let now = 0
  const may = rateLimit(1, () => now)
  for (let nth = 0; nth < 10_001; nth += 1) may(`old-${nth}`)
  now = 30_000
  expect(may('busy')).toBe(true)
  expect(may('old-1')).toBe(false)
  now = 60_001
  expect(may('one-more')).toBe(true)
  expect(may('busy')).toBe(false)
  expect(may('old-1')).toBe(true)
})

test.each([
  [{}, true],
  [{ host: 'hall.example' }, true],
  [{ origin: 'http://hall.example', host: 'hall.example' }, true],
  [{ origin: 'https://hall.example:8443', host: 'hall.example:8443' }, true],
  [{ origin: 'http://hall.example:81', host: 'hall.example' }, false],
  [{ origin: 'http://evil.example', host: 'hall.example' }, false],
  [{ origin: 'http://hall.example.evil', host: 'hall.example' }, false],
  [{ origin: 'null', host: 'hall.example' }, false],
  [{ origin: 'http://hall.example' }, false],
])('RG8 %j is of the same site: %s', (headers, same) => {
  expect(isSameOrigin(headers)).toBe(same)
})

test.each([
  ['127.0.0.1:8080', null, true],
  ['192.168.1.7', null, true],
  ['[::1]:8080', null, true],
  ['localhost:8080', null, true],
  ['hall.example', null, false],
  ['hall.example:8080', 'https://hall.example', true],
  ['other.example', 'https://hall.example', false],
  ['127.0.0.1.evil.example', 'https://hall.example', false],
  ['not a host', 'https://hall.example', false],
  [undefined, 'https://hall.example', false],
])('RG8 the name %s under %s is this machine’s: %s', (host, publicUrl, own) => {
  expect(isOwnHost(host, publicUrl)).toBe(own)
})

let server: Server | null = null
afterEach(() => void server?.close())

test('RG9 a door with roles tells who is not signed in from who may not', async () => {
  const app = express()
  const guard = requireRight((request) => {
    const role = request.get('x-role')
    return role === undefined ? null : bearer('x', role === 'none' ? [] : [role as 'guide'])
  }, 'know-notices')
  app.get('/', guard, (_, response) => void response.json('inside'))
  const open = app.listen(0, '127.0.0.1')
  server = open
  await new Promise((done) => open.once('listening', done))
  const url = `http://127.0.0.1:${(open.address() as AddressInfo).port}/`
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(url, { headers })
    const body = (await response.json()) as { error?: { code: string; message: string } } | string
    return [response.status, typeof body === 'string' ? body : body.error?.code, response.headers.get('cache-control')]
  }
  expect(await ask({})).toEqual([401, 'not-signed-in', 'no-store'])
  expect(await ask({ 'x-role': 'clerk' })).toEqual([403, 'not-allowed', 'no-store'])
  expect(await ask({ 'x-role': 'none' })).toEqual([403, 'not-allowed', 'no-store'])
  expect(await ask({ 'x-role': 'supervisor' })).toEqual([200, 'inside', 'no-store'])
  const english = await fetch(url, { headers: { 'accept-language': 'en-GB' } })
  expect(((await english.json()) as { error: { message: string } }).error.message).toMatch(/^[A-Z]/)
})
