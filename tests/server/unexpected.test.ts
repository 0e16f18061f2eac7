import { expect, test, vi } from 'vitest'
import { keepDoing } from '../../gateway/work/keep-doing.ts'
import { SHOWN_MS, unexpected } from '../../gateway/work/unexpected.ts'

const gathered = () => {
  const told: string[] = []
  let at = 0
  const one = unexpected({
    log: (error, where) => told.push(`log ${where} ${String(error)}`),
    show: (isTroubled) => told.push(`board ${isTroubled}`),
    giveUp: () => told.push('end'),
    now: () => at,
  })
  return { one, told, pass: (ms: number) => void (at += ms) }
}

test('DO2 what breaks is logged each time, stands on the board once, and goes from it when it is long ago', () => {
  const { one, told, pass } = gathered()
  one.note('first', 'timer')
  one.note('second', 'socket')
  expect(told).toEqual(['log timer first', 'board true', 'log socket second'])
  pass(SHOWN_MS - 1)
  one.look()
  expect(told).toHaveLength(3)
  pass(1)
  one.look()
  one.look()
  expect([told.at(-1), told.length, one.count]).toEqual(['board false', 4, 2])
})

test('DO2 fifty in a minute are borne, one more ends it, once; fifty-one over two minutes are borne', () => {
  const flood = gathered()
  for (let nth = 0; nth < 50; nth += 1) flood.one.note('x', 'timer')
  expect(flood.told).not.toContain('end')
  flood.one.note('x', 'timer')
  flood.one.note('x', 'timer')
  expect(flood.told.filter((one) => one === 'end')).toHaveLength(1)
  const slow = gathered()
  for (let nth = 0; nth < 200; nth += 1) {
    slow.one.note('x', 'timer')
    slow.pass(1_500)
  }
  expect(slow.told).not.toContain('end')
})

test('DO3 work that throws or rejects is told and done again the next time, until it is stopped', async () => {
  vi.useFakeTimers()
  const broken: unknown[] = []
  let times = 0
  const work = (): Promise<void> => {
    times += 1
    if (times === 1) throw new Error('thrown')
    return times === 2 ? Promise.reject(new Error('rejected')) : Promise.resolve()
  }
  const timer = keepDoing(1_000, work, (error) => broken.push((error as Error).message))
  await vi.advanceTimersByTimeAsync(3_500)
  timer.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  vi.useRealTimers()
  expect([times, broken]).toEqual([3, ['thrown', 'rejected']])
})
