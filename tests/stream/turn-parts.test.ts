import { expect, test } from 'vitest'
import { FIRST_HASH } from '../../gateway/store/hash-chain.ts'
import { encodeTurn, turnReader } from '../../gateway/stream/turn-message.ts'

const turn = (id: string) => {
  const rows = [{ seq: 1, body: `${id} ${'x'.repeat(200)}`, hash: 'h'.repeat(64) }]
  const before = { seq: 0, hash: FIRST_HASH }
  return encodeTurn({ id, by: 'g1', before, end: { seq: 1, hash: 'h'.repeat(64) }, rows, answers: [] }, 120)
}
const read = (parts: ReturnType<typeof turn>): (string | null)[] => {
  const reader = turnReader()
  return parts.map(({ headers, body }) => reader(headers, body)?.id ?? null)
}

test('JS3 a turn counts with its last part, and only when all are there in their order and of this turn', () => {
  const [one, other] = [turn('one'), turn('other')]
  expect(one.length).toBe(3)
  const [first, second, third] = one as [(typeof one)[0], (typeof one)[0], (typeof one)[0]]
  expect(read([first, second, third])).toEqual([null, null, 'one'])
  expect(read([first, third])).toEqual([null, null])
  expect(read([first, third, second, third])).toEqual([null, null, null, null])
  expect(read([second, third])).toEqual([null, null])
  expect(read([first, ...other.slice(1), second, third])).toEqual([null, null, null, null, null])
  expect(read([first, ...other])).toEqual([null, null, null, 'other'])
})
