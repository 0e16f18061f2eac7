import { type IncomingMessage, type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { deviceHook } from '../../gateway/contract/device-hooks.ts'
import { type DeviceBoard, deviceBoard } from '../../gateway/board/device-board.ts'
import { signatureOf } from '../../gateway/outputs/post-signed.ts'
import { openHooks } from '../../gateway/outputs/open-hooks.ts'
import { deliveryStore } from '../../gateway/store/delivery-store.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const KEY = 'a key of this test'
const times = { answerMs: 300, firstPauseMs: 20, longestPauseMs: 80, giveUpMs: 3_600_000 }
const wait = { timeout: 20_000, interval: 10 }
let end = async (): Promise<void> => {}
afterEach(() => end())

interface Heard {
  at: number
  status: number | 'silent'
  headers: IncomingMessage['headers']
  body: string
}
/** Another system: answers as the test says, in order, then 204. */
async function otherSystem(
  answers: (number | 'silent')[],
  hook: { states?: string[]; afterSeconds?: number } = {},
  database = new DatabaseSync(':memory:'),
) {
  const heard: Heard[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => void (body += String(chunk)))
    request.on('end', () => {
      const status = answers.shift() ?? 204
      heard.push({ at: performance.now(), status, headers: request.headers, body })
      if (status !== 'silent') response.writeHead(status, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/devices`
  const off = new Map<string, { at: number; by: string; reason: string | null }>()
  const board: DeviceBoard = deviceBoard({
    onNews: () => {},
    hall: tinyHallModel().hall,
    isListening: () => false,
    isHeard: () => false,
    mayBeOff: () => false,
    remembered: new Map(),
    boundTo: () => null,
    offOf: (id) => off.get(id) ?? null,
    now: Date.now,
  })
  const usual = tinyHallModel()
  const deviceHooks = [deviceHook.parse({ url, afterSeconds: 0, ...hook })]
  const open = () =>
    openHooks({
      office: {
        hallModel: buildHallModel({ ...usual.hall, deviceHooks }, [...usual.matters.values()], false),
        state: emptyOffice(),
        onFacts: () => () => {},
      },
      log: { read: async () => [] },
      store: deliveryStore(database),
      board,
      key: () => KEY,
      now: Date.now,
      onBroken: (error) => {
        throw error
      },
      times,
    })
  const hooks = open()
  end = async () => {
    hooks.close()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  // One whose answer came too late on a busy machine is sent again under the same id: that is no second message.
  const taken = () => {
    const messages = heard
      .filter(({ status }) => status === 204)
      .map(({ body }) => JSON.parse(body) as { id: string; device: Record<string, unknown> })
    return messages.filter(({ id }, nth) => messages.findIndex((one) => one.id === id) === nth)
  }
  return { board, off, heard, hooks, open, taken, server }
}

test('D29 another system is told of a fault and of its end, in order, signed, with what to do', async () => {
  const { board, heard, taken } = await otherSystem([])
  board.learn('PR1', { code: 'ok', detail: null })
  board.learn('PR1', { code: 'paper-out', detail: null })
  await expect.poll(taken, wait).toHaveLength(1)
  board.learn('PR1', { code: 'ok', detail: null })
  await expect.poll(taken, wait).toHaveLength(2)
  expect(taken().map(({ device }) => device.state)).toEqual(['fault', 'ok'])
  expect(taken()[0]).toMatchObject({
    type: 'device-changed',
    hall: 'tiny',
    device: { id: 'PR1', kind: 'printer', word: '缺纸', faults: 1 },
  })
  expect(String(taken()[0]?.device.todo)).toContain('换一卷纸')
  for (const { headers, body } of heard)
    expect(headers['x-tingshi-signature']).toBe(signatureOf(KEY, Number(headers['x-tingshi-timestamp']), body))
  expect(signatureOf('another key', Number(heard[0]?.headers['x-tingshi-timestamp']), heard[0]?.body ?? '')).not.toBe(
    heard[0]?.headers['x-tingshi-signature'],
  )
})

test('D29 one that fails at first is told again, the same message, with longer pauses, and later ones wait their turn', async () => {
  const { board, heard, taken, hooks } = await otherSystem([500, 'silent', 302, 503])
  board.learn('PR1', { code: 'paper-out', detail: null })
  board.learn('PR2', { code: 'offline', detail: null })
  await expect.poll(taken, wait).toHaveLength(2)
  expect(heard.map(({ status }) => status).slice(0, 5)).toEqual([500, 'silent', 302, 503, 204])
  expect(new Set(heard.slice(0, 5).map(({ headers }) => headers['x-tingshi-delivery'])).size).toBe(1)
  expect(taken().map(({ device }) => device.id)).toEqual(['PR1', 'PR2'])
  const gaps = heard.slice(1, 5).map(({ at }, nth) => at - (heard[nth]?.at ?? 0))
  expect(gaps[0]).toBeGreaterThanOrEqual(18)
  expect(gaps[1]).toBeGreaterThanOrEqual(times.answerMs)
  expect(gaps[3]).toBeGreaterThanOrEqual(78)
  expect(hooks.list().items.map(({ about, state, tries }) => `${about} ${state} ${tries}`)).toEqual([
    'PR2 done 1',
    'PR1 done 5',
  ])
})

test('D29 nothing in the hall waits for another system: one that never answers holds up no board', async () => {
  const { board, hooks } = await otherSystem(Array.from({ length: 500 }, () => 'silent' as const))
  const begun = performance.now()
  for (let nth = 0; nth < 250; nth += 1) {
    board.learn('PR1', { code: 'paper-out', detail: null })
    await pause(2)
    board.learn('PR1', { code: 'ok', detail: null })
    await pause(2)
  }
  const learnt = performance.now() - begun
  expect(board.health().find(({ id }) => id === 'PR1')).toMatchObject({ state: 'ok', faults: 250 })
  expect(hooks.list().hooks[0]).toMatchObject({ topics: ['device'], doneAt: null })
  expect(learnt).toBeLessThan(10_000)
})

test('D29 what is over before it has stood long enough is not told, nor that all is well at the start', async () => {
  const { board, taken } = await otherSystem([], { afterSeconds: 0.15 })
  board.learn('PR2', { code: 'ok', detail: null })
  board.learn('PR1', { code: 'offline', detail: null })
  board.learn('PR1', { code: 'ok', detail: null })
  await pause(300)
  expect(taken()).toEqual([])
  board.learn('PR1', { code: 'offline', detail: null })
  await expect.poll(taken, wait).toHaveLength(1)
})

test('D29 only the states that were asked for', async () => {
  const { board, taken } = await otherSystem([], { states: ['fault'] })
  board.learn('PR1', { code: 'paper-low', detail: null })
  board.learn('PR1', { code: 'paper-out', detail: null })
  await expect.poll(taken, wait).toHaveLength(1)
  board.learn('PR1', { code: 'ok', detail: null })
  await pause(60)
  expect(taken()).toHaveLength(1)
})

test('D31 a device that is switched off on purpose is no fault to another system, whatever is done to it; afterwards its faults are told again', async () => {
  const { board, off, taken } = await otherSystem([], { afterSeconds: 0.2 })
  board.learn('PR1', { code: 'paper-out', detail: null })
  // Set aside before the fault was told.
  off.set('PR1', { at: 0, by: 'guide', reason: null })
  board.switched('PR1')
  board.learn('PR1', { code: 'ok', detail: null })
  board.learn('PR1', { code: 'offline', detail: null })
  await pause(600)
  expect(taken()).toEqual([])
  off.clear()
  board.switched('PR1')
  board.learn('PR1', { code: 'offline', detail: null })
  await expect.poll(taken, wait).toHaveLength(1)
  expect(taken()[0]?.device).toMatchObject({ id: 'PR1', state: 'fault', word: '离线', off: null })
})

test('D29 what was told of devices stands in the log of deliveries; what waits outlives a restart, what is refused is put aside', async () => {
  const { board, heard, hooks, open, taken } = await otherSystem([422, 'silent'])
  board.learn('PR1', { code: 'paper-out', detail: null })
  await expect.poll(() => hooks.list().items[0]?.state, wait).toBe('refused')
  expect(hooks.list().items[0]).toMatchObject({
    about: 'PR1',
    topic: 'device',
    type: 'device-changed',
    answer: '对方答 422',
  })
  board.learn('PR2', { code: 'offline', detail: null })
  await expect.poll(() => heard.length, wait).toBe(2)
  hooks.close()
  const again = open()
  await expect.poll(taken, wait).toHaveLength(1)
  expect(again.list().items.map(({ about, state }) => `${about} ${state}`)).toEqual(['PR2 done', 'PR1 refused'])
  // A message that was refused goes out again when somebody says so.
  expect(again.resend(again.list().items[1]?.id ?? '')).toBe(true)
  await expect.poll(taken, wait).toHaveLength(2)
  again.close()
})
