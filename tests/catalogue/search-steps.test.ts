import { expect, test } from 'vitest'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { matchLetters, spell } from '../../gateway/catalogue/search/match-letters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import { LONGEST_QUERY, MOST_STEPS } from '../../gateway/catalogue/search/steps.ts'

const words: readonly (readonly [text: string, syllables: string])[] = [
  ['(资质证书)', '( zi zhi zheng shu )'],
  ['社会团体', 'she hui tuan ti'],
  ['食品经营许可', 'shi pin jing ying xu ke'],
  ['职业资格', 'zhi ye zi ge'],
  ['证照', 'zheng zhao'],
  ['变更登记', 'bian geng deng ji'],
  ['的的(补办)', 'de de ( bu ban )'],
]
/** So many matters, each of three of these words. */
const manyMatters = (size: number) =>
  searchIndex(
    Array.from({ length: size }, (_, nth): CatalogueEntry => {
      const own = [nth, nth * 3 + 1, nth * 5 + 2].map((at) => words[at % words.length] as (typeof words)[number])
      return {
        id: `m${nth}`,
        name: own.map(([text]) => text).join(''),
        department: '局',
        departmentId: 'D',
        kind: '行政许可',
        queueId: 'A',
        popular: nth % 50,
        aliases: ['办证'],
        syllables: own.flatMap(([, syllables]) => syllables.split(' ')),
        aliasSyllables: [['ban', 'zheng']],
        onTheSpot: false,
      }
    }),
    { 办: 'ban', 证: 'zheng', 的: 'de' },
  )
const hostile = [
  '('.repeat(100),
  'zhzhzhzhzh',
  'zh'.repeat(50),
  '的'.repeat(60),
  'shi'.repeat(20),
  '(a'.repeat(30),
  '?'.repeat(40),
  '办'.repeat(20) + '证'.repeat(20),
  'ngeng'.repeat(12),
  'ﷺ'.repeat(40),
]

test('DO9 whatever is typed, among 20,000 matters a search ends within its steps', () => {
  const index = manyMatters(20_000)
  for (const typed of hostile) {
    const steps = { left: MOST_STEPS }
    searchMatters(index, typed, 50, steps)
    // The last one under way may finish.
    expect([typed.slice(0, 8), steps.left > -5_000]).toEqual([typed.slice(0, 8), true])
  }
})

test('DO9 brackets and doubled letters are matched once for each place, not once for each way there', () => {
  const cost = (syllables: string[], typed: string): number => {
    const steps = { left: 1_000_000_000 }
    matchLetters(spell(syllables.map((one) => (one.length > 1 ? '字' : one)).join(''), syllables), typed, steps)
    return 1_000_000_000 - steps.left
  }
  expect(cost(Array<string>(40).fill('('), '('.repeat(40))).toBeLessThan(2_000)
  expect(cost(Array<string>(30).fill('zhzh'), `${'zh'.repeat(19)}x`)).toBeLessThan(2_000)
})

test('DO9 a search that ran out of steps still gives the best that it saw, and flattens no key', () => {
  const index = manyMatters(2_000)
  const found = searchMatters(index, 'shehuitt', 5, { left: 500 })
  expect(found.found.length).toBeGreaterThan(0)
  expect(found.letters).toBeNull()
  expect(searchMatters(index, 'shehuitt', 5).letters).not.toBeNull()
})

test('DO9 what people type comes out as without a bound', () => {
  const index = manyMatters(2_000)
  for (const typed of [
    's',
    'sh',
    'spjyxk',
    'shipinxuke',
    '社会团体',
    '变更登记',
    '食品许可',
    'zhengzhao',
    '证',
    'bgdj',
    '社会团提',
  ]) {
    const free = searchMatters(index, typed, 20, { left: 1e12 })
    expect(searchMatters(index, typed, 20)).toEqual(free)
  }
})

test('DO9 more than can be typed is cut off', () => {
  const index = manyMatters(50)
  const most = 'a'.repeat(LONGEST_QUERY)
  expect(searchMatters(index, `${most}xyz`, 5)).toEqual(searchMatters(index, most, 5))
})
