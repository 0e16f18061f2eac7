import { expect, test } from 'vitest'
import { hallCode } from '../../gateway/server/hall-code.ts'

const MINUTE = 60_000

test('PT2 a code changes with the minute, opens in its minute and the two after it, and never again', () => {
  let now = 10 * MINUTE + 59_000
  const code = hallCode(() => now)
  const first = code.current()
  expect(first.seconds).toBe(1)
  const at = (ms: number): boolean => {
    now = ms
    return code.isFresh(first.code)
  }
  expect([at(10 * MINUTE), at(11 * MINUTE), at(13 * MINUTE - 1), at(13 * MINUTE), at(10 * MINUTE - 1)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  now = 11 * MINUTE
  expect(code.current().code).not.toBe(first.code)
})

test('PT2 a made-up code, the code of another start and odd text open nothing', () => {
  const [one, other] = [hallCode(() => 0), hallCode(() => 0)]
  const { code } = one.current()
  for (const wrong of [
    other.current().code,
    '',
    'A',
    `${code}A`,
    code.toLowerCase(),
    '码'.repeat(16),
    `${code.slice(1)}\n`,
  ])
    expect(one.isFresh(wrong), wrong).toBe(false)
})

test('PT2 a pass is of one phone, and ends', () => {
  let now = 0
  const code = hallCode(() => now)
  const pass = code.passFor('phone-1')
  expect([code.isPass(pass, 'phone-1'), code.isPass(pass, 'phone-2')]).toEqual([true, false])
  expect(code.isPass(pass.replace(/^\d+/, '999999'), 'phone-1')).toBe(false)
  now = 21 * MINUTE
  expect(code.isPass(pass, 'phone-1')).toBe(false)
})
