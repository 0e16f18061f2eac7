import { expect, test } from 'vitest'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { setCounter } from '../../gateway/domain/counters/state.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { openRecorded } from '../../gateway/show/recorded.ts'
import { openShow } from '../../gateway/show/show.ts'
import { nothingLive } from '../../gateway/views/plain-reading.ts'
import { showWorld } from '../support/show-world.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const START = Date.UTC(2026, 2, 18, 2, 0)
const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const

/** A page that keeps each message. */
function ear() {
  const heard: ServerMessage[] = []
  return { heard, send: (text: string) => void heard.push(JSON.parse(text) as ServerMessage) }
}

test('SH2 what a fact does not change is not sent again', () => {
  const world = showWorld(tinyHallModel(), START)
  const [strip, other] = [world.page(), world.page()]
  world.listen(strip, ['strip:1'])
  world.listen(other, ['strip:3'])
  world.order(take('B'))
  const before = [strip.messages, other.messages]
  // Counter 1 calls B alone, counter 3 calls A alone.
  world.order(take('A'))
  expect([strip.messages, other.messages]).toEqual([before[0], (before[1] ?? 0) + 1])
})

test('SH3 of keyed rows only those travel that changed, each whole, with the ids of those that are gone', () => {
  const world = showWorld(tinyHallModel(), START)
  const page = ear()
  world.show.listen(page, ['queues', 'tickets'])
  world.order(take('A'))
  const rows = page.heard.flatMap((one) => (one.type === 'rows' && !one.all ? [one] : []))
  expect(rows.map(({ topic, rows: changed }) => [topic, changed.length])).toEqual([
    ['queues', 1],
    ['tickets', 1],
  ])
  expect(rows[0]?.rows[0]?.[1]).toMatchObject({ id: 'A', waiting: 1, name: '不动产登记' })
  const ticketId = rows[1]?.rows[0]?.[0]
  world.pass(15 * 3_600_000)
  world.order(take('B'))
  expect(page.heard.flatMap((one) => (one.type === 'rows' && one.topic === 'tickets' ? one.gone : []))).toEqual([
    ticketId,
  ])
})

test('SH4 who enters gets the whole at once; who changes topics hears only what it did not hold', () => {
  const world = showWorld(tinyHallModel(), START)
  world.order(take('A'))
  const page = ear()
  world.show.listen(page, ['strip:2', 'queues'])
  expect(page.heard.map((one) => ('topic' in one ? one.topic : one.type))).toEqual(['strip:2', 'queues'])
  expect(page.heard[1]).toMatchObject({ all: true, gone: [] })
  world.show.listen(page, ['strip:2', 'strip:3'])
  expect(page.heard.slice(2).map((one) => ('topic' in one ? one.topic : one.type))).toEqual(['strip:3'])
  expect([world.show.audience('queues'), world.show.audience('strip:2')]).toEqual([0, 1])
})

test('SH5 counters and walls hear of a call before desks, and phones last', () => {
  const world = showWorld(tinyHallModel(), START)
  world.order({ type: 'open-counter', counterId: '1' })
  world.order(take('B'))
  const token = [...world.state.line.tickets.values()][0]?.token ?? ''
  const page = ear()
  world.show.listen(page, [`track:${token}`, 'tickets', 'queues', 'screen:L1', 'strip:1', 'counter:1'])
  page.heard.length = 0
  world.order({ type: 'call-next', counterId: '1' })
  const topics = page.heard.flatMap((one) => ('topic' in one ? [one.topic] : []))
  const at = (topic: string): number => topics.indexOf(topic)
  expect(topics).toHaveLength(6)
  expect(at('counter:1')).toBe(0)
  expect(Math.max(at('screen:L1'), at('strip:1'))).toBeLessThan(at('queues'))
  expect(at('queues')).toBeLessThan(at('tickets'))
  expect(at(`track:${token}`)).toBe(5)
})

test('SH6 a moment that comes is told without any fact', () => {
  const world = showWorld(tinyHallModel(), START)
  const page = world.page()
  world.listen(page, ['screen:L1'])
  world.order({ type: 'raise-emergency', title: '请马上离开大厅', lines: [], drill: true, minutes: 1 })
  world.pass(59_000)
  expect(page.holds('screen:L1')).toContain('请马上离开大厅')
  world.pass(1_000)
  expect(page.holds('screen:L1')).not.toContain('请马上离开大厅')
})

test('SH7 a listener within the process hears a view at once and whenever it changes, and no more after it left', () => {
  const world = showWorld(tinyHallModel(), START)
  const seen: number[] = []
  const leave = world.show.watch<{ waiting: number }>('panel:P1', ({ waiting }) => void seen.push(waiting))
  world.order(take('A'))
  leave()
  world.order(take('A'))
  expect(seen).toEqual([0, 1])
})

test('SH9 a fact is shown in a turn after that of the one who pressed', () => {
  const state = emptyOffice()
  const turns: (() => void)[] = []
  const sources = { hallModel: () => tinyHallModel(), state: () => state, live: nothingLive, now: () => START }
  const tasks = { elapsed: () => 0, soon: (task: () => void) => void turns.push(task), every: () => () => {} }
  const show = openShow({ recorded: openRecorded(sources), seq: () => 0, tasks })
  const page = ear()
  show.listen(page, ['counter:1'])
  setCounter(state, '1', { state: 'open' })
  show.invalidate('all')
  expect(page.heard).toHaveLength(1)
  for (const turn of turns.splice(0)) turn()
  expect(page.heard).toHaveLength(2)
})

test('SH9 the figures of the hall are told at once, then at most once a second, and the last ones come', () => {
  const world = showWorld(tinyHallModel(), START)
  const page = ear()
  world.show.listen(page, ['figures'])
  const waiting = () =>
    page.heard.map((one) => (one.type === 'view' ? (one.view as { waiting: number }).waiting : null))
  for (let nth = 0; nth < 5; nth += 1) world.order(take('A'))
  expect(waiting()).toEqual([0, 1])
  world.wait(1_000)
  expect(waiting()).toEqual([0, 1, 5])
  world.wait(1_000)
  expect(waiting()).toEqual([0, 1, 5])
})

/** A show whose turns are taken by hand; each look at its clock is `stepMs` later. */
function byHand(stepMs: number) {
  const state = emptyOffice()
  const turns: (() => void)[] = []
  const ticking = { stopped: false }
  let elapsed = 0
  const tasks = {
    elapsed: () => (elapsed += stepMs),
    soon: (task: () => void) => void turns.push(task),
    every: () => () => void (ticking.stopped = true),
  }
  const sources = { hallModel: () => tinyHallModel(), state: () => state, live: nothingLive, now: () => START }
  const recorded = openRecorded(sources)
  const show = openShow({ recorded, seq: () => 0, tasks })
  const page = ear()
  const topics = ['counter:1', 'counter:2', 'counter:3', 'counter:4']
  show.listen(page, topics)
  page.heard.length = 0
  const change = (word: 'open' | 'closed'): void => {
    for (const id of ['1', '2', '3', '4']) setCounter(state, id, { state: word })
    show.invalidate('all')
  }
  return { recorded, show, page, turns, ticking, change, takeTurn: () => turns.shift()?.() }
}

test('SH9 others have their turn every eight milliseconds, and nothing is lost by it', () => {
  const { page, turns, change, takeTurn } = byHand(4)
  change('open')
  expect(turns).toHaveLength(1)
  takeTurn()
  // The second room began after four milliseconds, a third would have begun after eight.
  expect([page.heard.length, turns.length]).toEqual([2, 1])
  takeTurn()
  expect(page.heard).toHaveLength(4)
  takeTurn()
  expect([page.heard.length, turns.length]).toEqual([4, 0])
  change('closed')
  expect(turns).toHaveLength(1)
})

test('SH9 what comes while a turn is waited for is told in it, once', () => {
  const { page, turns, change, takeTurn } = byHand(0)
  change('open')
  change('closed')
  change('open')
  expect(turns).toHaveLength(1)
  takeTurn()
  expect([page.heard.length, turns.length]).toEqual([4, 0])
})

test('SH12 a show that is closed tells nothing more and stops its clock', () => {
  const { show, page, ticking, change, takeTurn } = byHand(0)
  change('open')
  show.close()
  takeTurn()
  expect([page.heard, ticking.stopped]).toEqual([[], true])
})

test('SH11 topics that nobody hears are made no more, rows neither', () => {
  const { recorded, show, page, takeTurn } = byHand(0)
  show.listen(page, ['queues', 'devices', 'strip:1'])
  takeTurn()
  show.leave(page)
  expect([show.rooms.size, show.audience('queues')]).toEqual([0, 0])
  expect(recorded.touch(['all'])).toEqual([])
})

test('SH4 a topic that another still hears goes on', () => {
  const world = showWorld(tinyHallModel(), START)
  const [one, other] = [world.page(), world.page()]
  world.listen(one, ['queues'])
  world.listen(other, ['queues'])
  world.leave(one)
  const before = [one.messages, other.messages]
  world.order(take('A'))
  expect([one.messages, other.messages]).toEqual([before[0], (before[1] ?? 0) + 1])
  expect(world.show.audience('queues')).toBe(1)
})
