import { signal } from '@preact/signals'
import { expect, test, vi } from 'vitest'
import type { Answer, HallConnection } from '../../gateway/client/connect.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { openSession } from '../../kiosk/terminal/session.ts'

function terminal() {
  const forgotten: string[] = []
  const orders: { command: Command; dropped: AbortSignal | undefined; answer: (answer: Answer) => void }[] = []
  const hall: Pick<HallConnection, 'view' | 'rows' | 'online' | 'order' | 'watch' | 'forget' | 'now'> = {
    view: () => signal(null),
    rows: () => signal(new Map()),
    online: signal(true),
    watch: () => {},
    forget: (topic) => void forgotten.push(topic),
    now: () => 0,
    order: (command, dropped) => new Promise((answer) => orders.push({ command, dropped, answer })),
  }
  return { orders, forgotten, session: openSession(hall as HallConnection, 'K1') }
}
const wish = { matterId: null, queueId: 'B', missing: [] }
// What a wipe asks of the browser beside the session.
vi.stubGlobal('getSelection', () => null)
vi.stubGlobal('scrollTo', () => {})
vi.stubGlobal('document', { activeElement: null, documentElement: { dataset: {} } })
const settled = (): Promise<void> => new Promise((done) => setImmediate(done))

test('NO5 a number that is answered after the wipe is not shown to the next visitor, and their own is', async () => {
  const { orders, forgotten, session } = terminal()
  session.press({ type: 'queues' })
  void session.take(wish)
  await settled()
  session.wipe()
  expect(orders[0]?.dropped?.aborted).toBe(true)
  session.press({ type: 'queues' })
  void session.take(wish)
  await settled()
  expect(orders).toHaveLength(2)
  orders[0]?.answer({ ok: true, result: { ticketId: 't1', number: 'B001', token: 'x' } })
  await settled()
  expect(session.where.value.value).toBe('queues')
  expect(session.taking.value).toBe(true)
  orders[1]?.answer({ ok: true, result: { ticketId: 't2', number: 'B002', token: 'y' } })
  await settled()
  expect(session.where.value.context.ticket?.number).toBe('B002')
  expect(session.taking.value).toBe(false)
  // What the gateway told of it goes from the page's memory with the visitor.
  session.wipe()
  expect(forgotten).toEqual(['track:y'])
})

test('NO5 why the last visitor got nothing is not told to the next', async () => {
  const { orders, session } = terminal()
  void session.take(wish)
  void session.printList({ matterId: 'm', flowId: null, answers: {}, brought: [] })
  session.callGuide()
  await settled()
  session.wipe()
  for (const { answer } of orders) answer({ ok: false, error: { code: 'not-answered', message: '没有收到回答' } })
  await settled()
  expect(orders.map(({ dropped }) => dropped?.aborted)).toEqual([true, true, true])
  expect(session.refusal.value).toBeNull()
})

test('AC1 whoever goes back to home without anything on has left: how they wrote and what they searched is nobody’s', () => {
  const { orders, session } = terminal()
  session.press({ type: 'search' })
  session.entry.value = 'strokes'
  session.searched.rested('yyzz', false)
  const visit = session.visit()
  session.press({ type: 'back' })
  expect([session.entry.value, visit.aborted, session.isBegun.value]).toEqual([null, true, false])
  expect(orders.map(({ command }) => command)).toEqual([{ type: 'tell-use', terminalId: 'K1', searches: 1, empty: 0 }])
  // With large letters on they are still there.
  session.press({ type: 'search' })
  session.elder.value = true
  session.entry.value = 'pinyin'
  session.press({ type: 'back' })
  expect([session.entry.value, session.elder.value, session.isBegun.value]).toEqual(['pinyin', true, true])
})
