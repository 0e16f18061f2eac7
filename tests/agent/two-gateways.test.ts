import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { readArguments } from '../../gateway/agent/read-arguments.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import type { HidPort } from '../../gateway/devices/hid/hid-port.ts'

const hid: HidPort = { list: async () => [], open: async () => null, onChange: () => {} }

async function door() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const there = new Set<WebSocket>()
  server.on('connection', (socket) => {
    there.add(socket)
    socket.once('close', () => there.delete(socket))
    socket.once('message', () => socket.send(JSON.stringify({ type: 'welcome' })))
  })
  const { port } = server.address() as AddressInfo
  const close = (): void => {
    for (const socket of there) socket.terminate()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, there, close }
}

test('TG9 an agent whose gateway is gone lends to the other one, and its page may come from both', async () => {
  const [one, other] = [await door(), await door()]
  const read = readArguments(
    ['--gateway', one.url, '--gateway', other.url, '--terminal', 'K3', '--token', 't'],
    {},
    () => '',
  )
  if (!read.ok) throw new Error('not read')
  expect(read.pageOrigins).toEqual([one.url, other.url])
  const agent = runAgent({
    ...read,
    token: read.token ?? '',
    hid,
    lentList: lentList(hid),
    instance: 'instance-1',
    version: 'test',
    system: 'test',
    now: () => 0,
    onState: () => {},
  })
  await expect.poll(() => one.there.size).toBe(1)
  one.close()
  await expect.poll(() => other.there.size).toBe(1)
  agent.close()
  other.close()
})
