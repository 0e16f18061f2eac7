import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { openUpgradeDoor } from '../../gateway/server/upgrade-door.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway?.discard())

/** Asks for an upgrade and resets the line; resolves with what was heard before. */
function knockAndReset(port: number, path: string, headers: readonly string[], waits: boolean): Promise<string> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    const reset = (): void => {
      socket.resetAndDestroy()
      done(heard)
    }
    socket.on('error', () => done(heard))
    socket.on('data', (part) => {
      heard += String(part)
      reset()
    })
    socket.on('connect', () => {
      const wishes = [
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ]
      socket.write([`GET ${path} HTTP/1.1`, ...headers, ...wishes, '', ''].join('\r\n'))
      if (!waits) setImmediate(reset)
    })
  })
}
const portOf = (): number => Number(new URL(gateway.url).port)

test('DO1 resets on refused upgrades, before and after the answer, end nothing', async () => {
  const own = `Host: 127.0.0.1:${portOf()}`
  const foreign = 'Origin: http://evil.example'
  for (const waits of [true, false])
    for (let nth = 0; nth < 20; nth += 1) {
      await knockAndReset(portOf(), '/nope', [own], waits)
      await knockAndReset(portOf(), '/ws', [own, foreign], waits)
      await knockAndReset(portOf(), '/agent', [own, foreign], waits)
      await knockAndReset(portOf(), '/ws', ['Host: evil.example'], waits)
      await knockAndReset(portOf(), '/ws', [own], waits)
    }
  const health = await fetch(`${gateway.url}/api/v1/health`)
  expect([health.status, gateway.alive()]).toEqual([200, true])
  const supervisor = await signIn(gateway.url, 'supervisor')
  const { body } = await supervisor.get<{ devices: { id: string; state: string }[] }>('/health')
  expect(body.devices.find(({ id }) => id === 'gateway')?.state).toBe('ok')
})

test('DO1 a refused upgrade hears why, in the words of the interface', async () => {
  const own = `Host: 127.0.0.1:${portOf()}`
  expect(await knockAndReset(portOf(), '/nope', [own], true)).toMatch(/^HTTP\/1\.1 404 .*没有这个地址/s)
  const foreign = await knockAndReset(portOf(), '/ws', [own, 'Origin: http://evil.example'], true)
  expect(foreign).toMatch(/^HTTP\/1\.1 403 /)
})

test('DO2 a door that breaks over an upgrade loses that one socket, and is told of', async () => {
  const broken: unknown[] = []
  const server = createServer()
  const upgrades = openUpgradeDoor(server, { refusalOf: () => null, onBroken: (error) => broken.push(error) })
  upgrades.at('/breaks', () => {
    throw new Error('no such thing')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const gone = new Promise<void>((done) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /breaks HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    )
    socket.on('error', () => {})
    socket.on('close', () => done())
  })
  await gone
  server.close()
  expect(broken).toHaveLength(1)
})
