import { expect, test } from 'vitest'
import { findWished, wayAddress, wishedWay } from '../../gateway/contract/ways/wished-way.ts'
import { smallPlan } from '../support/small-plan.ts'

test.each([
  { terminal: 'K1', goal: { kind: 'counter', counter: '37' }, stepFree: false },
  { terminal: 'K3', goal: { kind: 'place', floor: '1', name: '无障碍卫生间 & 饮水' }, stepFree: true },
  { terminal: 'K1', goal: { kind: 'zone', zone: '1A' }, stepFree: false },
  { terminal: 'K1', goal: null, stepFree: false },
] as const)('PN5 an address is read as it was written: $goal', (wish) => {
  const address = wayAddress(wish)
  expect(address.startsWith('/way?')).toBe(true)
  expect(wishedWay(new URL(address, 'http://hall').searchParams)).toEqual(wish)
})

test('CZ4 a zone leads to the middle of its counters and tells all of them, with a wheelchair the low ones', () => {
  const counters = ['1', '2', '3', '4'].map((id) => ({ id, floor: '1', zone: '1A', accessible: id === '4' }))
  const wish = { terminal: 'K1', goal: { kind: 'zone', zone: '1A' }, stepFree: false } as const
  expect(findWished({ plan: smallPlan, counters }, wish)).toMatchObject({
    floor: '1',
    zone: '1A',
    counters: ['1', '2', '3', '4'],
    place: null,
  })
  expect(findWished({ plan: smallPlan, counters }, { ...wish, stepFree: true })?.counters).toEqual(['4'])
  expect(findWished({ plan: smallPlan, counters }, { ...wish, goal: { kind: 'zone', zone: '5A' } })).toBeNull()
})

test('PN5 what somebody makes up is cut, and asks for nothing', () => {
  expect(wishedWay(new URLSearchParams({ from: 'x'.repeat(500) }))).toEqual({
    terminal: 'x'.repeat(60),
    goal: null,
    stepFree: false,
  })
})
