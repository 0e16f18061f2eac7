import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import type { HidPort } from '../../gateway/devices/hid/hid-port.ts'
import { said } from '../support/damaged-log.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

let gateway: RunningGateway
beforeAll(async () => {
  gateway = await runGateway()
})
afterAll(() => gateway?.discard())

const token = (...args: string[]) => said(() => tokenCommand(args, { dataDir: gateway.dataDir }))
const eventually = { timeout: 20_000, interval: 50 }

/** A page that has said hello; `closed`: the code with which it was sent away. */
async function page(own: string | null): Promise<{ closed(): number | null; isTold(): boolean; socket: WebSocket }> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws`)
  let closed: number | null = null
  let isWelcome = false
  let isTold = false
  socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', protocol: 2, token: own, topics: ['queues'] })))
  socket.on('message', (text) => {
    isWelcome ||= String(text).includes('"welcome"')
    isTold ||= String(text).includes('"not-signed-in"')
  })
  socket.on('close', (code) => {
    closed = code
  })
  await vi.waitFor(() => expect(isWelcome).toBe(true), eventually)
  return { closed: () => closed, isTold: () => isTold, socket }
}
const queuesAs = async (own: string): Promise<number> =>
  (await fetch(`${gateway.url}/api/v1/tickets/x`, { headers: { authorization: `Bearer ${own}` } })).status

test('TK1 a token that is taken back opens nothing any more, and its open pages are sent away; others stay', async () => {
  const { words: first } = await token('add', '一号窗口', '--roles', 'clerk')
  const { words: other } = await token('add', '二号窗口', '--roles', 'clerk')
  const [own, theirs, wall] = await Promise.all([page(first), page(other), page(null)])
  expect(await queuesAs(first)).toBe(404)
  expect(await token('revoke', '一号窗口')).toMatchObject({ code: 0 })
  // The command ended after the gateway had sent it away.
  expect([await queuesAs(first), own.isTold()]).toEqual([401, true])
  await vi.waitFor(() => expect(own.closed()).toBe(4401), eventually)
  expect([await queuesAs(other), theirs.closed(), wall.closed()]).toEqual([404, null, null])
  for (const { socket } of [theirs, wall]) socket.close()
})

test('TK1 an agent whose token is taken back lends no more', async () => {
  const { words: own } = await token('add', 'K3', '--roles', 'terminal')
  const hid: HidPort = { list: async () => [], onChange: () => {}, open: async () => null }
  const states: string[] = []
  const agent = runAgent({
    gateways: [gateway.url],
    terminal: 'K3',
    token: own,
    instance: 'one-of-this-test',
    version: 'test',
    system: 'test',
    sealed: true,
    also: [],
    hid,
    lentList: lentList(hid),
    now: Date.now,
    onState: (state) => void states.push(JSON.stringify(state)),
  })
  await vi.waitFor(() => expect(states.join()).toContain('lending'), eventually)
  const before = states.length
  await token('revoke', 'K3')
  await vi.waitFor(() => expect(states.slice(before).join()).toContain('refused'), eventually)
  agent.close()
})

test('TK2 the list shows who has a token, never the token; one of several is taken back by its id', async () => {
  const { words: first } = await token('add', '咨询台', '--roles', 'guide')
  const { words: second } = await token('add', '咨询台', '--roles', 'guide,clerk')
  const lines = (await token('list')).words.split('\n').filter((line) => line.includes('咨询台'))
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^[0-9a-f]{8} {2}咨询台 {2}guide {2}\d{4}-\d\d-\d\d {2}有效$/)
  expect(lines.join()).not.toContain(first)
  const [id = ''] = (lines[1] ?? '').split(' ')
  expect(await token('revoke', id)).toMatchObject({ code: 0 })
  expect([await queuesAs(first), await queuesAs(second)]).toEqual([404, 401])
  expect((await token('list')).words).toMatch(new RegExp(`${id}.*\\d{4}-\\d\\d-\\d\\d 收回`))
  const again = await token('revoke', id)
  expect(again).toMatchObject({ code: 1 })
  expect(again.words).toContain('没有叫')
})
