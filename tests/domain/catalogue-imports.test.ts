import { expect, test } from 'vitest'
import { currentCatalogue } from '../../gateway/domain/catalogue/decide.ts'
import { whyWords } from '../../gateway/domain/line/why-words.ts'
import { type LooseCommand, given } from '../support/given.ts'

const counts = { added: 1, changed: 0, removed: 0, total: 1 }
const [one, two, other] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string]
const bring = (before: string | null, hash: string): LooseCommand => ({
  type: 'import-catalogue',
  hash,
  before,
  source: '清单.xlsx',
  counts,
})

test('E6 an import that was planned on another catalogue than the current one is refused, and so is one that changes nothing', () => {
  const story = given()
  expect(currentCatalogue(story.state)).toBeNull()
  story.when(bring(other, one)).refused('catalogue-changed')
  story.when(bring(null, one)).accepted('catalogue-imported')
  story.when(bring(null, two)).refused('catalogue-changed')
  story.when(bring(one, one)).refused('already-so')
  story.when(bring(one, two)).accepted('catalogue-imported')
  expect(currentCatalogue(story.state)).toBe(two)
  expect(story.events.at(-1)).toMatchObject({ hash: two, before: one, source: '清单.xlsx', counts })
})

test('E3 undo goes back one step after the other, to nothing imported', () => {
  const story = given().when(bring(null, one)).when(bring(one, two))
  const back = (): unknown => story.events.at(-1)
  story.when({ type: 'undo-import' }).accepted('catalogue-restored')
  expect([back(), currentCatalogue(story.state)]).toMatchObject([{ hash: one }, one])
  story.when({ type: 'undo-import' }).accepted('catalogue-restored')
  expect([back(), currentCatalogue(story.state)]).toMatchObject([{ hash: null }, null])
  story.when({ type: 'undo-import' }).refused('no-import-to-undo')
})

test('Q9 every reason of a call has words of its own', () => {
  const said = (why: Parameters<typeof whyWords>[0]) => whyWords(why, (at) => `${at} 点`)
  const all = [
    said({ rule: 'sent-here' }),
    said({ rule: 'priority', reason: '军人' }),
    said({ rule: 'appointment', at: 10 }),
    said({ rule: 'accessible' }),
    said({ rule: 'its-turn', priorities: 2 }),
    said({ rule: 'aged', headStartMinutes: 15 }),
    said({ rule: 'returned' }),
    said({ rule: 'transferred' }),
    said({ rule: 'next-leg' }),
    said({ rule: 'longest' }),
    said({ rule: 'by-hand' }),
  ]
  expect(new Set(all).size).toBe(all.length)
  expect(all.slice(1, 6)).toEqual([
    '优先：军人',
    '预约 10 点 已到点',
    '需要无障碍窗口',
    '已连叫 2 个优先号，轮到普通号',
    '比优先号早到 15 分钟以上',
  ])
  expect(all.every((words) => words.length > 3)).toBe(true)
})
