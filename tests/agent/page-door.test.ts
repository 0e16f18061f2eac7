import { request } from 'node:http'
import { createConnection } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, expect, test, vi } from 'vitest'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { type PageDoor, openPageDoor } from '../../gateway/agent/page-door.ts'
import { readArguments } from '../../gateway/agent/read-arguments.ts'
import { ownComputer } from '../../gateway/contract/agent-page.ts'

vi.setConfig({ testTimeout: 30_000 })

const GATEWAY = 'http://192.168.1.10:8080'
const own = { terminal: 'K3', token: 'a-token-of-k3' }
const doors: PageDoor[] = []
afterEach(() => {
  for (const door of doors.splice(0)) door.close()
})
async function open(port = 0): Promise<{ door: PageDoor; taken: () => boolean }> {
  let taken = false
  const state = async () => ({ terminal: 'K3', gateway: 'away' as const, since: 1_000, devices: [] })
  const door = await openPageDoor({ port, origins: [GATEWAY], own, state, onTaken: () => void (taken = true) })
  doors.push(door)
  return { door, taken: () => taken }
}
interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}
/** Over real TCP, with any header a program can send. */
function ask(
  port: number | null,
  path: string,
  method: string,
  headers: Record<string, string>,
  body = '',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(
      { host: '127.0.0.1', port: port ?? 0, path, method, headers: { origin: GATEWAY, ...headers }, agent: false },
      (response) => {
        let text = ''
        response.on('data', (chunk) => void (text += String(chunk)))
        response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      },
    )
    asked.on('error', fail)
    asked.end(body)
  })
}
const json = { 'content-type': 'application/json' }
const bearer = { authorization: `Bearer ${own.token}` }
const connects = (host: string, port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = createConnection({ host, port, timeout: 2_000 }, () => done(true))
    socket.on('error', () => done(false)).on('timeout', () => done(false))
    socket.on('connect', () => socket.destroy())
  })

test('PG1 only 127.0.0.1 listens: at every other address of this computer nobody does', async () => {
  const { door } = await open()
  const port = door.port() ?? 0
  const others = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address))
  expect(await connects('127.0.0.1', port)).toBe(true)
  for (const address of ['::1', ...others].filter((one) => one !== '127.0.0.1'))
    expect([address, await connects(address, port)]).toEqual([address, false])
})

test('PG2 the gateway’s page is told who it is; a foreign origin, none, and another host get nothing', async () => {
  const { door } = await open()
  const right = await ask(door.port(), '/who', 'POST', json, '{}')
  expect([right.status, JSON.parse(right.body)]).toEqual([200, own])
  expect(right.headers['access-control-allow-origin']).toBe(GATEWAY)
  expect(right.headers['cache-control']).toBe('no-store')
  const wrong: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `${GATEWAY}.evil.example` },
    { origin: 'http://192.168.1.10' },
    { host: 'evil.example' },
    { host: `evil.example:${door.port()}` },
    { host: '127.0.0.1' },
    { host: '192.168.1.10:8080' },
  ]
  for (const path of ['/who', '/state'])
    for (const headers of wrong) {
      const answer = await ask(
        door.port(),
        path,
        path === '/who' ? 'POST' : 'GET',
        { ...json, ...bearer, ...headers },
        path === '/who' ? '{}' : '',
      )
      expect([headers, answer.status, answer.body, answer.headers['access-control-allow-origin']]).toEqual([
        headers,
        403,
        '',
        undefined,
      ])
    }
  const bare = await fetch(`http://127.0.0.1:${door.port()}/who`, { method: 'POST', headers: json, body: '{}' })
  expect([bare.status, await bare.text()]).toEqual([403, ''])
})

test('PG3 the state wants the terminal’s token, in a header and nowhere else', async () => {
  const { door } = await open()
  const right = await ask(door.port(), '/state', 'GET', bearer)
  expect(ownComputer.parse(JSON.parse(right.body))).toMatchObject({ terminal: 'K3', gateway: 'away' })
  expect(right.body).not.toContain(own.token)
  for (const headers of [
    {},
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${own.token}x` },
    { authorization: own.token },
  ])
    expect([(await ask(door.port(), '/state', 'GET', headers)).status]).toEqual([401])
  expect((await ask(door.port(), `/state?token=${own.token}`, 'GET', {})).status).toBe(404)
})

test('PG4 the browser’s question before is answered; simple requests, long bodies, other methods and addresses are refused', async () => {
  const { door } = await open()
  const before = {
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
    'access-control-request-private-network': 'true',
  }
  const preflight = await ask(door.port(), '/who', 'OPTIONS', before)
  expect(preflight.status).toBe(204)
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': GATEWAY,
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-private-network': 'true',
  })
  const foreign = await ask(door.port(), '/who', 'OPTIONS', { ...before, origin: 'https://evil.example' })
  expect([foreign.status, foreign.headers['access-control-allow-private-network']]).toEqual([403, undefined])
  expect((await ask(door.port(), '/who', 'POST', { 'content-type': 'text/plain' }, '{}')).status).toBe(415)
  expect((await ask(door.port(), '/who', 'POST', json, 'x'.repeat(300))).status).toBe(413)
  expect((await ask(door.port(), '/who', 'GET', json)).status).toBe(405)
  expect((await ask(door.port(), '/', 'GET', json)).status).toBe(404)
  expect((await ask(door.port(), '/who', 'POST', json, '{}')).status).toBe(200)
})

test('PG6 a taken port is said and breaks nothing', async () => {
  const first = await open()
  const second = await open(first.door.port() ?? 0)
  expect([first.taken(), second.taken(), second.door.port()]).toEqual([false, true, null])
})

test('PG2 who may ask is the gateway’s page and those named on the command line, by their origin', () => {
  const read = (...more: string[]) =>
    readArguments(
      ['--gateway', 'http://192.168.1.10:8080/x', '--terminal', 'K3', '--token', 't', ...more],
      {},
      () => '',
    )
  expect(read()).toMatchObject({ ok: true, pagePort: 47_610, pageOrigins: ['http://192.168.1.10:8080'] })
  expect(read('--page', 'https://hall.example/kiosk/', '--page-port', '0')).toMatchObject({
    pagePort: null,
    pageOrigins: [GATEWAY, 'https://hall.example'],
  })
  for (const more of [
    ['--page', 'hall'],
    ['--page-port', '70000'],
    ['--page-port', 'x'],
  ])
    expect(read(...more)).toMatchObject({ ok: false })
})

test('PG7 what the gateway asked for is listed: held, plugged in or gone; nothing is opened for it, and it is bounded', async () => {
  let plugged = ['/dev/hidraw0']
  const info = (path: string) => ({
    path,
    vendorId: 1,
    productId: 1,
    serial: null,
    product: '',
    usagePage: 1,
    usage: 1,
    port: null,
  })
  const list = lentList({ list: async () => plugged.map(info) })
  const back = list.lent({ kind: 'hid', path: '/dev/hidraw0' })
  list.refused({ kind: 'bytes', path: '/dev/usb/lp99', baudRate: 115_200 })
  list.refused({ kind: 'card-reader', path: '/dev/null', baudRate: 115_200 })
  expect(await list.now()).toEqual([
    { kind: 'hid', path: '/dev/hidraw0', present: true, lent: true },
    { kind: 'printer', path: '/dev/usb/lp99', present: false, lent: false },
    { kind: 'card-reader', path: '/dev/null', present: true, lent: false },
  ])
  back()
  back()
  plugged = []
  expect((await list.now())[0]).toEqual({ kind: 'hid', path: '/dev/hidraw0', present: false, lent: false })
  for (let nth = 0; nth < 1_000; nth += 1) list.refused({ kind: 'bytes', path: `/dev/usb/lp${nth}`, baudRate: 1 })
  expect((await list.now()).length).toBe(96)
})
