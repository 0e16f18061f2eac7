import { expect, test } from 'vitest'
import { creditPlays } from '../../gateway/board/credit-plays.ts'
import { strangerLine } from '../../gateway/server/stranger-line.ts'

test('DO20 strangers are served one in each turn, in order; one more than fit, of all or of one address, is not let in', async () => {
  const line = strangerLine({ most: 3, mostOfOne: 2 })
  const done: string[] = []
  const enter = (address: string, name: string): boolean => line.enter(address, () => void done.push(name))
  expect([enter('a', 'a1'), enter('a', 'a2'), enter('a', 'a3'), enter('b', 'b1'), enter('c', 'c1')]).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
  const turn = () => new Promise((next) => setImmediate(next))
  await turn()
  expect(done).toEqual(['a1'])
  // Whoever has a token does not stand in it: his work comes between two of theirs.
  done.push('call')
  await turn()
  expect(done).toEqual(['a1', 'call', 'a2'])
  expect(enter('a', 'a4')).toBe(true)
  await turn()
  await turn()
  await turn()
  expect(done).toEqual(['a1', 'call', 'a2', 'b1', 'a4'])
  expect(enter('c', 'c2')).toBe(true)
})

test('DO20 one that breaks keeps those behind it from nothing', async () => {
  const line = strangerLine({ most: 5, mostOfOne: 5 })
  const done: string[] = []
  const broken: unknown[] = []
  const hear = (error: unknown): void => void broken.push(error)
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', hear)
  line.enter('a', () => {
    throw new Error('breaks')
  })
  line.enter('a', () => void done.push('next'))
  for (let turn = 0; turn < 4; turn += 1) await new Promise((next) => setImmediate(next))
  process.removeListener('uncaughtException', hear)
  for (const other of others) process.on('uncaughtException', other)
  expect([done, broken.length]).toEqual([['next'], 1])
})

test('DO5 proof of play is for what hangs there, and no longer than since it was last told', () => {
  const credit = creditPlays(0)
  const hanging = new Set(['n1', 'n2'])
  const tell = (id: string, seconds: number, at: number, hangs = hanging) => credit('L1', [{ id, seconds }], hangs, at)
  expect(tell('n9', 10, 10_000)).toEqual([])
  expect(tell('n1', 3600, 20_000)).toEqual([{ id: 'n1', seconds: 20 }])
  expect(tell('n1', 3600, 20_000)).toEqual([])
  expect(tell('n1', 12.4, 50_000)).toEqual([{ id: 'n1', seconds: 12 }])
  // A picture that stood for half a minute is told when it goes.
  expect(tell('n2', 30, 60_000)).toEqual([{ id: 'n2', seconds: 30 }])
  // It was taken down since the screen last told of itself; the next time it is over.
  expect(tell('n2', 8, 70_000, new Set(['n1']))).toEqual([{ id: 'n2', seconds: 8 }])
  expect(tell('n2', 8, 80_000, new Set(['n1']))).toEqual([])
  expect(credit('L2', [{ id: 'n1', seconds: 5 }], hanging, 80_000)).toEqual([{ id: 'n1', seconds: 5 }])
})
