import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { pagePresence } from '../../gateway/server/page-presence.ts'
import { openSockets } from '../../gateway/server/sockets.ts'
import { openUpgradeDoor } from '../../gateway/server/upgrade-door.ts'

test('DO24 of what one socket sends in one packet, one message is taken in each turn of the event loop', async () => {
  const heardIn: number[] = []
  let turn = 0
  let isCounting = true
  const count = (): void => {
    turn += 1
    if (isCounting) setImmediate(count)
  }
  const server = createServer()
  server.on('error', (error) => expect.unreachable(String(error)))
  const broken: unknown[] = []
  const sockets = openSockets(
    openUpgradeDoor(server, { refusalOf: () => null, onBroken: (error) => broken.push(error) }),
    {
      show: { listen: () => {}, leave: () => {} },
      actorOf: () => null,
      signedIn: () => null,
      unknownPlace: () => null,
      touch: () => {},
      giveOrder: () => Promise.reject(new Error('nobody orders here')),
      onPulse: () => false,
      presence: pagePresence(),
      onBroken: (error) => broken.push(error),
      onToken: () => {},
      addressOf: () => '127.0.0.1',
      limitsOf: () => ({ mayHear: () => heardIn.push(turn) > 0, mayListen: () => true }),
      trackGuard: () => true,
      isTracked: () => false,
      version: '0',
      gateways: [],
      now: () => 0,
      ticks: () => 0,
    },
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    isCounting = false
    sockets.close()
    server.close()
  })
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws`)
  let pongs = 0
  const allBack = new Promise<void>((done) => {
    page.on('message', (text) => {
      if (!String(text).includes('"pong"')) return
      pongs += 1
      if (pongs === 40) done()
    })
  })
  await new Promise((open) => page.once('open', open))
  count()
  page.send(JSON.stringify({ type: 'hello', protocol: 1, token: null, topics: [] }))
  for (let nth = 0; nth < 40; nth += 1) page.send(JSON.stringify({ type: 'ping' }))
  await allBack
  expect(broken).toEqual([])
  expect(heardIn).toHaveLength(41)
  expect(new Set(heardIn).size).toBe(41)
})
