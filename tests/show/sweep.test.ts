import { expect, test } from 'vitest'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { openRecorded } from '../../gateway/show/recorded.ts'
import { rowsText } from '../../gateway/show/rooms.ts'
import { openShow } from '../../gateway/show/show.ts'
import { openSweep } from '../../gateway/show/sweep.ts'
import { nothingLive } from '../../gateway/views/plain-reading.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** A show whose sources change without a word, and a page at these topics. */
function behindItsBack(topics: string[], soon: (task: () => void) => void = (task) => task()) {
  const truth = { version: 'one', devices: [] as DeviceView[] }
  const beats: (() => void)[] = []
  const sources = {
    hallModel: () => tinyHallModel(),
    state: emptyOffice,
    live: {
      ...nothingLive,
      get version() {
        return truth.version
      },
      devices: () => truth.devices,
    },
    now: () => Date.UTC(2026, 2, 18, 2),
  }
  const tasks = {
    elapsed: () => 0,
    soon,
    every(_: number, task: () => void) {
      beats.push(task)
      return () => void beats.splice(beats.indexOf(task), 1)
    },
  }
  const show = openShow({ recorded: openRecorded(sources), seq: () => 0, tasks })
  const told: string[] = []
  const sweep = openSweep(show, sources, tasks, (topic) => void told.push(topic))
  const heard: ServerMessage[] = []
  show.listen({ send: (text) => void heard.push(JSON.parse(text) as ServerMessage) }, topics)
  const beat = (): void => {
    for (const task of [...beats]) task()
  }
  return { truth, show, sweep, told, heard, beat }
}
const device = (id: string, word: string): DeviceView => ({
  id,
  kind: 'printer',
  name: id,
  state: 'ok',
  since: 0,
  word,
  code: 'ok',
  todo: null,
  fault: null,
  off: null,
})

test('SH8 the sweep finds what was changed behind its back, tells of it, and makes it right for all', () => {
  const { truth, sweep, told, heard, beat } = behindItsBack(['start'])
  beat()
  expect([sweep.counts, told]).toEqual([{ compared: 1, different: 0 }, []])
  truth.version = 'two'
  beat()
  expect([sweep.counts, told]).toEqual([{ compared: 2, different: 1 }, ['start']])
  expect(JSON.stringify(heard.at(-1))).toContain('"two"')
  beat()
  expect(sweep.counts).toEqual({ compared: 3, different: 1 })
})

test('SH8 the sweep sees a row that is missing, one too many and one that is wrong', () => {
  const { truth, sweep, told, heard, beat } = behindItsBack(['devices'])
  const different = (): number => {
    beat()
    return sweep.counts.different
  }
  expect(different()).toBe(0)
  truth.devices = [device('PR1', '正常'), device('PR2', '正常')]
  expect(different()).toBe(1)
  truth.devices = [device('PR2', '正常'), device('PR1', '正常')]
  expect(different()).toBe(1)
  truth.devices = [device('PR2', '正常'), device('PR1', '缺纸')]
  expect(different()).toBe(2)
  truth.devices = [device('PR1', '缺纸')]
  expect([different(), told.length]).toEqual([3, 3])
  expect(heard.at(-1)).toMatchObject({ type: 'rows', topic: 'devices', rows: [], gone: ['PR2'] })
})

test('SH8 each topic that somebody listens to has its turn, and none after the sweep was closed', () => {
  const { sweep, beat } = behindItsBack(['start', 'devices', 'queues'])
  for (let nth = 0; nth < 3; nth += 1) beat()
  expect(sweep.counts.compared).toBe(3)
  sweep.close()
  beat()
  expect(sweep.counts.compared).toBe(3)
})

test('SH8 nobody listens: there is nothing to compare', () => {
  const { sweep, beat } = behindItsBack([])
  beat()
  expect(sweep.counts).toEqual({ compared: 0, different: 0 })
})

test('SH8 what is about to be told is no difference', () => {
  const turns: (() => void)[] = []
  const { truth, show, sweep, beat } = behindItsBack(['start'], (task) => void turns.push(task))
  truth.version = 'two'
  show.invalidate('live')
  beat()
  expect(sweep.counts).toEqual({ compared: 0, different: 0 })
  for (const turn of turns.splice(0)) turn()
  beat()
  expect(sweep.counts).toEqual({ compared: 1, different: 0 })
})

test('SH8 rows are compared by what they hold, whatever order they came in', () => {
  const rows: [string, string][] = [
    ['b', '{"n":2}'],
    ['a', '{"n":1}'],
  ]
  expect(JSON.parse(rowsText(rows))).toEqual({ a: { n: 1 }, b: { n: 2 } })
  expect(rowsText(rows.toReversed())).toBe(rowsText(rows))
})
