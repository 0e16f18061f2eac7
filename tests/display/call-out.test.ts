import { expect, test } from 'vitest'
import manifest from '../../assets/sounds/zh-Hans/manifest.json' with { type: 'json' }
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallView } from '../../gateway/contract/views.ts'
import { type CallOutState, nextCallOut, noCallOuts, takeUp } from '../../display/lobby/call-out.ts'
import { phraseOf } from '../../display/lobby/phrase.ts'
import { rowsOf } from '../../display/lobby/rows.ts'

const call = (nth: number, calledAt = 1_000 + nth): CallView => ({ callId: `c${nth}`, number: `B${String(nth).padStart(3, '0')}`, counterId: '1', counterName: '1 号窗口', floor: '1', zone: '1A', calledAt, times: 1 })

test('V1 forty calls at once are all spoken, once, in the order called', () => {
  let outs = noCallOuts([])
  const spoken: string[] = []
  // A view keeps the last 20, newest first: the burst arrives in overlapping views.
  for (let last = 1; last <= 40; last += 5) {
    const view = Array.from({ length: 20 }, (_, back) => last + 4 - back).filter((nth) => nth >= 1).map((nth) => call(nth))
    outs = takeUp(outs, view, 2_000)
    const [first, ...rest] = outs.waiting
    if (first) spoken.push(first.callId)
    outs = { ...outs, waiting: rest }
  }
  spoken.push(...outs.waiting.map(({ callId }) => callId))
  expect(spoken).toEqual(Array.from({ length: 40 }, (_, index) => `c${index + 1}`))
})

test('V2 calls older than sixty seconds are listed, not spoken; known ones are not spoken again', () => {
  const outs = takeUp(noCallOuts(['c2']), [call(3, 99_000), call(2, 98_000), call(1, 30_000)], 100_000)
  expect(outs.waiting.map(({ callId }) => callId)).toEqual(['c3'])
  expect(outs.known).toEqual(['c2', 'c1', 'c3'])
})

test('V3 what is remembered is bounded', () => {
  let outs = noCallOuts([])
  for (let nth = 0; nth < 1_000; nth += 1) outs = takeUp(outs, [call(nth)], 1_500_000)
  expect(outs.known).toHaveLength(200)
})

test('V4 nothing cuts a call off: a call is only begun when idle', () => {
  const walk: CallOutState[] = []
  let state: CallOutState = 'idle'
  for (const event of ['call', 'call', 'ended', 'call', 'ended', 'call', 'ended'] as const) {
    state = nextCallOut(state, { type: event })
    walk.push(state)
  }
  expect(walk).toEqual(['chime', 'chime', 'speak', 'speak', 'gap', 'gap', 'idle'])
})

test('V5 the spoken number is the shown number; the counter is said as a numeral; the first call chimes too', () => {
  expect(phraseOf({ number: 'B001', counterId: '1' }).join(' ')).toBe('chime qing B d0 d0 d1 hao dao d1 chuangkou')
  const counter = (id: string): string => phraseOf({ number: 'A1', counterId: id }).slice(6, -1).join(' ')
  expect(['8', '10', '12', '30', '45', '100', '105', '112', '126', '170'].map(counter)).toEqual(['d8', 'shi', 'shi d2', 'd3 shi', 'd4 shi d5', 'd1 bai', 'd1 bai d0 d5', 'd1 bai d1 shi d2', 'd1 bai d2 shi d6', 'd1 bai d7 shi'])
})

test('V6 every clip that a call can need is there', () => {
  const known = manifest as Record<string, { file: string; seconds: number }>
  const needed = new Set([...'ABCDEFGHJKLMNPQRSTUVWXYZ'].flatMap((series) => phraseOf({ number: `${series}0123456789`, counterId: '170' })))
  for (const clip of needed) {
    expect(known[clip]?.seconds, clip).toBeGreaterThan(0.05)
    expect(existsSync(join(import.meta.dirname, '../../assets/sounds/zh-Hans', known[clip]?.file ?? '')), clip).toBe(true)
  }
})

test('V7 a recall moves its row up instead of standing twice', () => {
  const again = { ...call(1, 9_000), callId: 'c9', times: 2 }
  expect(rowsOf([again, call(3), call(2), call(1)], 4).map(({ callId }) => callId)).toEqual(['c9', 'c3', 'c2'])
})
