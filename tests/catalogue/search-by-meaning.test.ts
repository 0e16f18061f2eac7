import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lexiconFor } from '../../gateway/catalogue/lexicon-for.ts'
import { bothSaid, readSaidWords, readTraditional } from '../../gateway/catalogue/said-words-files.ts'
import { byMeaning } from '../../gateway/catalogue/search/by-meaning.ts'
import { askedDepartment } from '../../gateway/catalogue/search/asked-department.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import { readHall } from '../../gateway/config.ts'
import { nothingSaid } from '../../gateway/contract/said-words.ts'
import { sampleIndex } from '../eval/sample-index.ts'
import { scoreHeldBack } from '../eval/search.ts'

const { entries, readings, index } = sampleIndex()
const found = (query: string) => searchMatters(index, query, 5).found
const names = (query: string): string[] => found(query).map(({ entry }) => entry.name)

test.each(['first', 'third'])('SE7 the held-back set “%s” is found', (name) => {
  const { all, meaning, guessed, lacking } = scoreHeldBack(name)
  expect(all.asked).toBeGreaterThan(150)
  expect(all.inFirst / all.asked).toBeGreaterThanOrEqual(0.92)
  expect(meaning.inFirst / meaning.asked).toBeGreaterThanOrEqual(0.88)
  expect(guessed.length / lacking).toBeLessThanOrEqual(0.34)
})

test('SE8 what no hall does finds nothing, and a word tells whom to ask', () => {
  expect(names('zzzz')).toEqual([])
  expect(names('火星旅行团')).toEqual([])
  const { found, ask } = searchMatters(index, '交警罚单', 5)
  expect([found, ask]).toEqual([[], '车辆管理所'])
  expect(names('投诉商家')[0]).toBe('消费纠纷调解')
  expect(names('天气预报')).toEqual([])
  expect(names('tax')).not.toContain('大型设施、移动式平台、超限物体水上拖带审批')
})

test('FM2 a set by somebody who had not seen the words is found, and what is lacking is sent to who is in charge', () => {
  const { all, meaning, guessed, sent } = scoreHeldBack('fourth')
  expect(all.asked).toBeGreaterThan(100)
  expect(all.inFirst / all.asked).toBeGreaterThanOrEqual(0.92)
  expect(meaning.inFirst / meaning.asked).toBeGreaterThanOrEqual(0.92)
  expect(guessed).toEqual([])
  const right = sent.filter(({ department, named, got }) => named === department && got.length === 0)
  expect(right.length / sent.length).toBeGreaterThanOrEqual(0.8)
})

test.each([
  ['我想在院子里打口井', '水务局'],
  ['我是老外，想在这里上班', '人力资源和社会保障局'],
  ['去日本玩签证在哪办', '公安局出入境管理支队'],
  ['给狗办个狗证', '公安局'],
])('FM1 “%s” is the concern of %s, and nothing else is shown', (query, department) => {
  const { found, near, ask } = searchMatters(index, query, 5)
  expect([found, near]).toEqual([[], null])
  const all = entries.map((entry) => ({ name: entry.department }))
  expect(askedDepartment(all, ask ?? '')?.name).toBe(department)
})

test('FM1 a hall that has the matter finds it, and nobody is sent away', () => {
  const [one] = entries
  if (!one) throw new Error('no matters')
  const more = [...entries, { ...one, id: 'well', name: '取水许可证核发', aliases: ['打井'] }]
  const lexicon = lexiconFor(more, readSaidWords(), readTraditional())
  const there = searchIndex(more, readings, lexicon)
  expect(searchMatters(there, '打井', 1).found[0]?.entry.id).toBe('well')
  expect(lexicon.lacks.some(({ say }) => say.includes('打井'))).toBe(false)
})

test('SE9 a row says what led there unless its name shows it', () => {
  const why = (query: string, name: string) => found(query).find(({ entry }) => entry.name === name)?.why
  expect(why('我想开个火锅店', '食品经营许可证核发')).toBe('开个火锅店')
  expect(why('结婚', '结婚登记')).toBeNull()
  expect(why('身份证被我弄丢了', '居民身份证补领')).toBe('身份证…弄丢')
})

test('SE10 traditional characters find what simplified ones find', () => {
  for (const [traditional, simple] of [
    ['駕駛證遺失', '驾驶证遗失'],
    ['營業執照', '营业执照'],
    ['醫保轉移', '医保转移'],
  ] as const)
    expect(names(traditional), traditional).toEqual(names(simple))
})

test('SE11 what a hall adds is found first, in groups that are there already too', () => {
  const own = {
    ...nothingSaid,
    words: { 丢了: ['打飞了'] },
    said: [{ say: ['办红皮'], find: ['普通护照首次'] }],
  }
  const lexicon = lexiconFor(entries, bothSaid(readSaidWords(), own), readTraditional())
  const there = searchIndex(entries, readings, lexicon)
  const first = (query: string) => searchMatters(there, query, 1).found[0]?.entry.name
  expect(first('办红皮')).toBe('普通护照首次申请')
  expect(first('身份证打飞了')).toBe('居民身份证补领')
})

test('SE11 a fault in words.yaml is told with its line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-'))
  cpSync(resolve(import.meta.dirname, '../../assets/sample-hall'), folder, { recursive: true })
  writeFileSync(join(folder, 'words.yaml'), 'said:\n  - say: [办红皮]\n    find: []\n')
  const read = readHall(folder)
  expect(read.ok ? [] : read.faults.map(({ file, line }) => [file.endsWith('words.yaml'), line])).toEqual([[true, 3]])
  writeFileSync(join(folder, 'words.yaml'), 'said:\n  - say: [办红皮]\n    find: [普通护照首次]\n')
  expect(readHall(folder).ok).toBe(true)
})

test('SE12 an English word is found while it is typed, and its letters are offered', () => {
  const offered = (typed: string): boolean => {
    const { letters } = searchMatters(index, typed.slice(0, -1), 1)
    return letters === null || letters.has(typed.at(-1) ?? '')
  }
  for (const word of ['passport', 'divorce', 'tobacco', 'restaurant'])
    for (let length = 1; length <= word.length; length += 1)
      expect(offered(word.slice(0, length)), word.slice(0, length)).toBe(true)
  expect(names('divorce')[0]).toBe('离婚登记')
  expect(names('i lost my id card')[0]).toBe('居民身份证补领')
  expect(names('lostidcard')[0]).toBe('居民身份证补领')
})

test('CZ6 who comes to eat, to be entertained or to have things mended is not guessed at; who does business with the same things finds the matter', () => {
  for (const typed of [
    '附近哪里有好吃的',
    '买演唱会票',
    '学游泳去哪',
    '淘宝客服',
    '哪家火锅好吃',
    '手机屏幕碎了找谁修',
    '买基金',
  ]) {
    const { found: all, ask } = searchMatters(index, typed, 5)
    expect([typed, all.map(({ entry }) => entry.name), ask]).toEqual([typed, [], null])
  }
  const first = (typed: string): string => names(typed)[0] ?? ''
  expect(first('附近新开的火锅店没办证能补办吗')).toContain('食品')
  expect(first('开手机维修店要办什么')).toContain('个体工商户设立登记')
  expect(first('广场上办演唱会')).toContain('大型群众性活动')
})

test('CZ6 half of what is said is no guess when nothing is known of the rest', () => {
  const meant = (typed: string) => byMeaning(index.said, typed, index.readings).meant.length
  expect(meant('大病报销')).toBeGreaterThan(0)
  expect(meant('大病噼里')).toBe(0)
})

test('CZ7 走咯 and 走哒 say what 走了 says', () => {
  for (const typed of ['屋头老汉儿走咯', '屋头老汉儿走哒', '屋头老汉儿走了'])
    expect(names(typed)[0]).toContain('注销户口')
})

test('CZ8 of several departments that may be asked, the one of the longest word is named', () => {
  expect(byMeaning(index.said, '老师图书馆', index.readings).ask).toContain('文化旅游')
  expect(byMeaning(index.said, '图书馆老师', index.readings).ask).toContain('文化旅游')
})
