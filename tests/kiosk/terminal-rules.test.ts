import { expect, test } from 'vitest'
import en from '../../assets/locales/en/terminal.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/terminal.json' with { type: 'json' }
import { headline } from '../../kiosk/phone/words.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { idleAfter } from '../../kiosk/terminal/idle.ts'
import { touchLine } from '../../kiosk/terminal/touch-line.ts'

test('K6 quiet for 60 seconds asks for 20, then it is over; a number shown asks after 30', () => {
  expect(idleAfter(59_999)).toEqual({ name: 'here' })
  expect(idleAfter(60_000)).toEqual({ name: 'asking', seconds: 20 })
  expect(idleAfter(79_999)).toEqual({ name: 'asking', seconds: 1 })
  expect(idleAfter(80_000)).toEqual({ name: 'over' })
  expect(idleAfter(29_999, { numberShown: true, elder: false })).toEqual({ name: 'here' })
  expect(idleAfter(30_000, { numberShown: true, elder: false })).toEqual({ name: 'asking', seconds: 20 })
  expect(idleAfter(50_000, { numberShown: true, elder: false })).toEqual({ name: 'over' })
})

test('K7 controls begin at 1,220 mm', () => {
  expect(touchLine({ heightMm: 1_200, topEdgeMm: 1_820 })).toBe(960)
  expect(touchLine({ heightMm: 1_000, topEdgeMm: 1_221 })).toBe(2)
  expect(touchLine({ heightMm: 700, topEdgeMm: 1_200 })).toBe(0)
})

test('K8 the English words are complete and have the same places for values', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
  const places = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort()
  for (const [key, text] of Object.entries(zh)) {
    const other = (en as Record<string, string>)[key] ?? ''
    expect([key, places(other)]).toEqual([key, places(text)])
    expect([key, other.trim()]).not.toEqual([key, ''])
  }
})

test('K9 neighbouring counters are a range', () => {
  expect(counterRanges(['8', '9', '10', '12'])).toBe('8–10、12')
  expect(counterRanges(['3', '1', '2'])).toBe('1–3')
  expect(counterRanges(['7'])).toBe('7')
  expect(counterRanges(['12', 'VIP'])).toBe('12、VIP')
  expect(counterRanges([])).toBe('')
})

test('K10 C8 the phone says the counter, and until when a missed number may return, and no longer', () => {
  const view = { counterId: '12', requeueUntil: 100, notNow: null } as Parameters<typeof headline>[0]
  const said = (more: Partial<typeof view>, now = 100): string | null =>
    headline({ ...view, ...more }, () => '11:20', now)
  expect(said({ state: 'called' })).toBe('请到 12 号窗口')
  expect(said({ state: 'waiting' })).toBeNull()
  expect(said({ state: 'missed' })).toBe('过号了，11:20 前到咨询台，还能排上')
  expect(said({ state: 'missed' }, 101)).toBe('过号太久了，请重新取号')
  expect(said({ state: 'expired' })).toBe('这个号已过期，请重新取号')
  const details = { today: '2026-03-20', backDay: '2026-03-23', backClock: '09:00' }
  const closed = { notNow: { code: 'hall-closed', details } }
  expect(said({ state: 'expired', ...closed })).toBe('这个号已过期，请 3 月 23 日星期一 09:00 再来取号')
  expect(said({ state: 'missed', ...closed }, 101)).toBe('过号太久了，请 3 月 23 日星期一 09:00 再来取号')
})
