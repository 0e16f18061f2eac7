import { expect, test } from 'vitest'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { openRecorded } from '../../gateway/show/recorded.ts'
import { nothingLive } from '../../gateway/views/plain-reading.ts'
import type { Reading } from '../../gateway/views/reading.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const START = Date.UTC(2026, 2, 18, 2)

/** Recorded readings at a clock that stands; `view` says how often each name was made. */
function ledger() {
  const clock = { now: START }
  const hallModel = tinyHallModel()
  const state = emptyOffice()
  const recorded = openRecorded({
    hallModel: () => hallModel,
    state: () => state,
    live: nothingLive,
    now: () => clock.now,
  })
  const made = new Map<string, number>()
  const view = <T>(name: string, make: (reading: Reading) => T): T =>
    recorded.get(name, (reading) => {
      made.set(name, (made.get(name) ?? 0) + 1)
      return make(reading)
    })
  return { clock, recorded, made, view }
}
/** Reads one key. */
const calls = (reading: Reading) => reading.state('calls')
const help = (reading: Reading) => reading.state('help')

test('SH10 a view is made when it is first asked for, and again only after something that it read was touched', () => {
  const { recorded, made, view } = ledger()
  for (let nth = 0; nth < 3; nth += 1) view('a', calls)
  expect(made.get('a')).toBe(1)
  expect(recorded.touch(['help'])).toEqual([])
  view('a', calls)
  expect(made.get('a')).toBe(1)
  expect(recorded.touch(['calls', 'help'])).toEqual(['a'])
  for (let nth = 0; nth < 3; nth += 1) view('a', calls)
  expect(made.get('a')).toBe(2)
})

test('SH10 a touch of everything makes all again, once', () => {
  const { recorded, made, view } = ledger()
  view('a', calls)
  view('b', () => 0)
  expect(recorded.touch(['all'])).toEqual(['a', 'b'])
  for (let nth = 0; nth < 2; nth += 1) {
    view('a', calls)
    view('b', () => 0)
  }
  expect([...made.values()]).toEqual([2, 2])
  // A touch of something else afterwards does not bring the old one back.
  recorded.touch(['calls'])
  view('b', () => 0)
  expect(made.get('b')).toBe(2)
})

test('SH10 what was told to be doubtful is not told again before somebody asked for it', () => {
  const { recorded, view } = ledger()
  view('a', calls)
  expect(recorded.touch(['calls'])).toEqual(['a'])
  expect(recorded.touch(['calls'])).toEqual([])
  view('a', calls)
  expect(recorded.touch(['calls'])).toEqual(['a'])
})

test('SH10 a fact that two views share is made once, and they are made again only when it comes out different', () => {
  const { recorded, made, view } = ledger()
  const facts = { value: 1, made: 0 }
  const shared = (reading: Reading): number =>
    reading.shared(
      'count',
      (own) => {
        own.state('calls')
        facts.made += 1
        return facts.value
      },
      (one, other) => one === other,
    )
  const ask = (): number[] => [view('a', shared), view('b', shared)]
  expect([ask(), facts.made]).toEqual([[1, 1], 1])
  expect(recorded.touch(['calls']).toSorted()).toEqual(['a', 'b', 'fact count'])
  expect([ask(), facts.made, made.get('a'), made.get('b')]).toEqual([[1, 1], 2, 1, 1])
  facts.value = 2
  recorded.touch(['calls'])
  expect([ask(), facts.made, made.get('a'), made.get('b')]).toEqual([[2, 2], 3, 2, 2])
})

test('SH10 a shared fact without a way to compare counts as different whenever it is made again', () => {
  const { recorded, made, view } = ledger()
  const shared = (reading: Reading): number => reading.shared('count', (own) => own.state('calls').seq)
  view('a', shared)
  recorded.touch(['calls'])
  view('a', shared)
  expect(made.get('a')).toBe(2)
})

test('SH10 a view that reads other things than before hears of those and no longer of the old ones', () => {
  const { recorded, view } = ledger()
  let reads = calls
  const make = (reading: Reading) => reads(reading)
  view('a', make)
  reads = help
  recorded.touch(['calls'])
  view('a', make)
  expect(recorded.touch(['calls'])).toEqual([])
  expect(recorded.touch(['help'])).toEqual(['a'])
})

test('SH6 of several moments that a view waits for the next one makes it again, and then the one after', () => {
  const { clock, recorded, view } = ledger()
  const make = (reading: Reading): boolean[] => [90_000, 30_000, 60_000].map((ms) => reading.isBefore(START + ms))
  expect(view('a', make)).toEqual([true, true, true])
  // Another view with a moment of its own is no part of it.
  view('b', (reading) => reading.isBefore(START + 45_000))
  clock.now = START + 29_999
  expect(recorded.tick()).toEqual([])
  clock.now = START + 30_000
  expect(recorded.tick()).toEqual(['a'])
  expect(view('a', make)).toEqual([true, false, true])
  expect(recorded.tick()).toEqual([])
  clock.now = START + 45_000
  expect(recorded.tick()).toEqual(['b'])
  clock.now = START + 60_000
  expect(recorded.tick()).toContain('a')
  expect(view('a', make)).toEqual([true, false, false])
})

test('SH6 a new minute makes again what shows the minute, and nothing else', () => {
  const { clock, recorded, view } = ledger()
  const minute = (reading: Reading): number => reading.time().minute
  expect(view('a', minute)).toBe(600)
  view('b', calls)
  clock.now = START + 59_999
  expect(recorded.tick()).toEqual([])
  clock.now = START + 60_000
  expect(recorded.tick()).toEqual(['a'])
  expect(view('a', minute)).toBe(601)
})

test('SH11 what was dropped is told of no more, nor what only it had read; what another reads stays', () => {
  const { clock, recorded, made, view } = ledger()
  const fact = (name: string) => (reading: Reading) => reading.shared(name, calls)
  const both = (reading: Reading) => [fact('own')(reading), fact('common')(reading), reading.isBefore(START + 1_000)]
  view('a', both)
  view('b', fact('common'))
  recorded.drop('a')
  clock.now = START + 1_000
  expect(recorded.tick()).toEqual([])
  expect(recorded.touch(['calls']).toSorted()).toEqual(['b', 'fact common'])
  view('b', fact('common'))
  // Whoever comes again gets it made afresh.
  view('a', both)
  expect(made.get('a')).toBe(2)
  recorded.drop('b')
  recorded.drop('a')
  recorded.drop('never asked for')
  expect(recorded.touch(['calls', 'all'])).toEqual([])
})

test('SH11 what somebody still reads cannot be dropped', () => {
  const { recorded, made, view } = ledger()
  let times = 0
  const shared = (reading: Reading) =>
    reading.shared(
      'count',
      (own) => {
        times += 1
        return own.state('calls').seq
      },
      Object.is,
    )
  view('a', shared)
  recorded.drop('fact count')
  expect(recorded.touch(['calls'])).toContain('a')
  view('a', shared)
  expect([times, made.get('a')]).toEqual([2, 1])
})
