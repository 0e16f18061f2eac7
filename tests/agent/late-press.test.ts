import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lentList } from '../../gateway/agent/lent-list.ts'
import { runAgent } from '../../gateway/agent/run-agent.ts'
import type { HidDevice, HidInfo, HidPort } from '../../gateway/devices/hid/hid-port.ts'
import { driveKeypad } from '../../gateway/devices/keypad/drive-keypad.ts'
import { drivePad } from '../../gateway/devices/pad/drive-pad.ts'
import { padModels } from '../../gateway/devices/pad/pad-models.ts'
import { encodePosReports } from '../../gateway/devices/scanner/hid-pos.ts'
import { driveScanner } from '../../gateway/devices/scanner/drive-scanner.ts'
import { type AgentDoor, openAgentDoor } from '../../gateway/server/agent-door.ts'
import { lineAge } from '../../gateway/server/line-age.ts'
import { openUpgradeDoor } from '../../gateway/server/upgrade-door.ts'
import { openAgain } from '../support/network/line-habits.ts'
import { type SlowLine, openSlowLine } from '../support/network/slow-line.ts'
import { bearer } from '../../gateway/rights/actor.ts'

vi.setConfig({ testTimeout: 30_000 })

const info: HidInfo = {
  path: '/dev/hidraw4',
  vendorId: 1,
  productId: 2,
  serial: null,
  product: 'pad',
  usagePage: 0xff00,
  usage: 1,
  port: null,
}
let press: (key: number) => void = () => {}
const hid: HidPort = {
  list: async () => [info],
  onChange: () => {},
  open: async () => ({
    write: async () => {},
    sendFeature: async () => {},
    onReport: (listener) => void (press = (key) => listener(Uint8Array.of(key))),
    onGone: () => {},
    close: () => {},
  }),
}
const wait = { timeout: 15_000, interval: 50 }
const heard: number[] = []
const broken: unknown[] = []
/** How far the gateway's clock was moved on by hand. */
let ahead = 0
const server = createServer()
let door: AgentDoor
let line: SlowLine
let agent: ReturnType<typeof runAgent>

beforeAll(async () => {
  const onBroken = (error: unknown): void => void broken.push(error)
  door = openAgentDoor(openUpgradeDoor(server, { refusalOf: () => null, onBroken }), {
    actorOf: () => bearer('K3', ['terminal']),
    terminals: ['K3'],
    now: Date.now,
    ticks: () => performance.now() + ahead,
    onBroken,
    refusalMs: 4_000,
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  line = await openSlowLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  agent = runAgent({
    gateways: [line.url],
    terminal: 'K3',
    token: 'x',
    instance: 'instance-1',
    version: '1',
    system: 'test',
    sealed: true,
    also: [],
    hid,
    lentList: lentList(hid),
    now: Date.now,
    onState: () => {},
  })
  await vi.waitFor(() => expect(door.at('K3')).not.toBeNull(), wait)
  const device = await door.hidAt('K3').open(info.path)
  device?.onReport(([key], isLate) => void (isLate || heard.push(key ?? 0)))
})
afterAll(async () => {
  agent.close()
  door.close()
  await line.close()
  server.close()
})

test('AG10 a press that a half-open line held for twelve seconds does nothing; the next one on the same line acts', async () => {
  press(1)
  await vi.waitFor(() => expect(heard).toEqual([1]), wait)
  line.become({ up: 'held' })
  press(2)
  await new Promise((done) => setTimeout(done, 100))
  ahead += 12_000
  line.become(openAgain)
  // A press after the gateway's next ping was answered; until then none can be told from an old one.
  await vi.waitFor(() => {
    press(3)
    expect(heard).toContain(3)
  }, wait)
  expect(heard).not.toContain(2)
  expect(broken).toEqual([])
})

test('AG10 what stands before a pong in the line is as old as the ping before; a pong that nobody asked for makes nothing younger', () => {
  let now = 0
  const age = lineAge(() => now)
  now = 5_000
  const ping = age.ping()
  now = 10_000
  expect(age.isLate()).toBe(false)
  now = 10_001
  expect(age.isLate()).toBe(true)
  for (const forged of ['', 'x', '10001', 'Infinity', '-1']) age.pong(forged)
  expect(age.isLate()).toBe(true)
  age.pong(ping)
  expect(age.isLate()).toBe(false)
  now = 15_001
  expect(age.isLate()).toBe(true)
})

test('AG10 pad, keypad and scanner act on nothing late, and a finger that was lifted late may press again', () => {
  const told: string[] = []
  const listeners: ((report: Uint8Array, isLate?: boolean) => void)[] = []
  const device = {
    write: async () => {},
    sendFeature: async () => {},
    onReport: (listener) => void listeners.push(listener),
    onGone: () => {},
    close: () => {},
  } satisfies HidDevice
  let now = 0
  drivePad(
    device,
    padModels.lit,
    (report) => void told.push(report),
    () => now,
  )
  const [pad] = listeners.splice(0)
  const [down, up] = [Uint8Array.of(1, 1), Uint8Array.of(1, 0)]
  pad?.(down)
  now += 20_000
  for (const report of [up, down, up]) pad?.(report, true)
  expect(told.splice(0)).toEqual(['0101'])
  pad?.(down)
  expect(told.splice(0)).toEqual(['0101'])

  driveKeypad(device, {}, (key) => void told.push(key))
  const [keypad] = listeners.splice(0)
  const [right, none] = [Uint8Array.of(0, 0, 0x4f, 0, 0, 0, 0, 0), new Uint8Array(8)]
  keypad?.(right)
  for (const report of [none, right, none]) keypad?.(report, true)
  keypad?.(right)
  expect(told.splice(0)).toEqual(['right', 'right'])

  driveScanner(
    device,
    info,
    (text) => void told.push(text),
    () => now,
  )
  const [scanner] = listeners.splice(0)
  const code = encodePosReports(new TextEncoder().encode('11112222'))
  for (const report of code) scanner?.(report, true)
  expect(told).toEqual([])
  for (const report of code) scanner?.(report)
  expect(told).toEqual(['11112222'])
})
