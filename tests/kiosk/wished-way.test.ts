import { expect, test } from 'vitest'
import { wayAddress, wishedWay } from '../../kiosk/shared/plan/wished-way.ts'

test.each([
  { terminal: 'K1', goal: { kind: 'counter', counter: '37' }, stepFree: false },
  { terminal: 'K3', goal: { kind: 'place', floor: '1', name: '无障碍卫生间 & 饮水' }, stepFree: true },
  { terminal: 'K1', goal: null, stepFree: false },
] as const)('PN5 an address is read as it was written: $goal', (wish) => {
  const address = wayAddress(wish)
  expect(address.startsWith('/way?')).toBe(true)
  expect(wishedWay(new URL(address, 'http://hall').searchParams)).toEqual(wish)
})

test('PN5 what somebody makes up is cut, and asks for nothing', () => {
  expect(wishedWay(new URLSearchParams({ from: 'x'.repeat(500) }))).toEqual({
    terminal: 'x'.repeat(60),
    goal: null,
    stepFree: false,
  })
})
