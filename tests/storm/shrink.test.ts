import { expect, test } from 'vitest'
import { planOf } from './plan.ts'
import { shrink } from './shrink.ts'

const plan = planOf(7, 0.5)
/** Breaks a promise when two happenings that belong together are both there, at the later of them. */
const needs = (...nths: readonly number[]) => {
  const needed = nths.map((nth) => plan.happenings[nth])
  let played = 0
  return {
    needed,
    played: () => played,
    play: async ({ happenings }: typeof plan) => {
      played += 1
      const isBroken = needed.every((one) => one !== undefined && happenings.includes(one))
      return {
        broken: isBroken
          ? { rule: 'SM3', words: 'A001 was given twice', at: Math.max(...needed.map((one) => one?.at ?? 0)) }
          : null,
      }
    },
  }
}

test('SM18 of hundreds of happenings those are left that the broken promise needs', async () => {
  expect(plan.happenings.length).toBeGreaterThan(60)
  const [early, late] = [Math.floor(plan.happenings.length / 3), plan.happenings.length - 5]
  const { needed, play, played } = needs(early, late)
  const at = plan.happenings[late]?.at ?? 0
  const small = await shrink(plan, { rule: 'SM3', words: 'B017 was given twice', at }, play, 400)
  expect(small.plan.happenings).toEqual(needed)
  expect(small.played).toBe(played())
  expect(small.plan.hours * 3_600_000).toBeLessThanOrEqual(at + 2)
})

test('SM18 another promise that breaks on the way is not taken for it, nor the same one in another way', async () => {
  const { play } = needs(3)
  for (const other of [
    { rule: 'SM7', words: 'A001 was given twice' },
    { rule: 'SM3', words: 'the paper of A001 says A002' },
  ]) {
    const small = await shrink(plan, { ...other, at: 10 ** 9 }, play, 60)
    expect(small.plan.happenings).toEqual(plan.happenings)
  }
})

test('SM18 it ends when it has played as often as it may', async () => {
  const { play, played } = needs(2, 9, 30, 40)
  await shrink(plan, { rule: 'SM3', words: 'A001 was given twice', at: 10 ** 9 }, play, 12)
  expect(played()).toBeLessThanOrEqual(12)
})
