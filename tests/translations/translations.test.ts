import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { translationsCommand } from '../../gateway/cli/translations-command.ts'
import type { Translation } from '../../gateway/contract/translation.ts'
import { chineseWords } from '../../gateway/translations/chinese-words.ts'
import { faultOf, isReviewed } from '../../gateway/translations/fault-of.ts'
import { readTranslations, shownTranslations, translationPath } from '../../gateway/translations/read-translations.ts'
import { reviewPage } from '../../gateway/translations/review-page.ts'
import { strangeSigns } from '../../gateway/translations/strange-signs.ts'
import { readTranslationSheet, translationSheet } from '../../gateway/translations/translation-sheet.ts'

const hallDir = mkdtempSync(join(tmpdir(), 'translations-'))
afterAll(() => rmSync(hallDir, { recursive: true, force: true }))

/** The attested word stands for any other: no test invents Mongolian. */
const WORD = 'ᠮᠣᠩᠭᠣᠯ'
const one = (over: Partial<Translation> = {}): Translation => ({
  chinese: '取号',
  text: WORD,
  translator: '译者甲',
  reviewers: ['审核甲', '审核乙'],
  date: '2026-03-18',
  ...over,
})

describe('MO1 Mongolian is written in its own block, with its separators, figures and spaces', () => {
  test('letters, U+202F, joiners and figures pass', () => {
    expect(strangeSigns('mn-Mong', `${WORD}\u202f\u1824\u1828 12 \u200c\u200d{{count}}`)).toEqual([])
  })
  test.each([
    ['Cyrillic', 'Монгол', 'U+041C'],
    ['Latin', 'mongol', 'U+006D'],
    ['Chinese', `${WORD}号`, 'U+53F7'],
    ['private use', `\ue234`, 'U+E234'],
    ['no-break space', `${WORD}\u00a0${WORD}`, 'U+00A0'],
  ])('%s does not', (_, text, sign) => expect(strangeSigns('mn-Mong', text)[0]).toBe(sign))
  test('Cyrillic Mongolian has its own letters', () => {
    expect(strangeSigns('mn-Cyrl', 'Монгол үсэг, 12')).toEqual([])
    expect(strangeSigns('mn-Cyrl', WORD)).not.toEqual([])
  })
})

test('MO2 a translation has the places to fill in of its Chinese words, no more and no fewer', () => {
  const chinese = '前面 {{count}} 人'
  expect(faultOf('mn-Mong', { chinese, text: `${WORD} {{count}}` })).toBeNull()
  expect(faultOf('mn-Mong', { chinese, text: WORD })).toContain('{{count}}')
  expect(faultOf('mn-Mong', { chinese: '取号', text: `${WORD} {{n}}` })).toContain('多了')
})

test('MO3 shown is what two people have checked who are neither each other nor the translator, of the words of today', () => {
  expect(isReviewed('mn-Mong', one(), '取号')).toBe(true)
  const not: Partial<Translation>[] = [
    { reviewers: [] },
    { reviewers: ['审核甲'] },
    { reviewers: ['审核甲', '审核甲'] },
    { reviewers: ['译者甲', '审核乙'] },
    { reviewers: ['审核甲', '译者甲'] },
    { date: null },
    { text: 'mongol' },
  ]
  for (const over of not) expect(isReviewed('mn-Mong', one(over), '取号'), JSON.stringify(over)).toBe(false)
  // The Chinese was changed since.
  expect(isReviewed('mn-Mong', one(), '取个号')).toBe(false)
})

test('MO4 the product ships the attested words only, and none of them as checked', () => {
  const shipped = readTranslations(join(hallDir, 'nowhere'), 'mn-Mong')
  const texts = Object.values(shipped).flatMap((part) => Object.values(part).map(({ text }) => text))
  expect(texts).toEqual([WORD])
  expect(shownTranslations(shipped, 'mn-Mong').words).toEqual({})
})

test('MO5 a sheet goes out with every string and comes in again; rows with a fault are refused one by one', async () => {
  const known = { terminal: { take: one(), greeting: one({ chinese: '从前的话' }) } }
  const out = await translationSheet(known, 'mn-Mong')
  const back = readTranslationSheet(out, 'mn-Mong')
  if (!back.ok) throw new Error(back.message)
  expect(back.taken).toBe(2)
  expect(back.refused).toEqual([])
  expect(back.file['terminal']?.['take']).toEqual(one())
  expect(back.file['terminal']?.['greeting']?.chinese).not.toBe('从前的话')
  const csv = (rows: string[]): Uint8Array =>
    new TextEncoder().encode(['部分,键,中文,译文,翻译,审核一,审核二,日期', ...rows].join('\n'))
  const read = readTranslationSheet(
    csv([
      `terminal,take,取号,${WORD},甲,乙,丙,2026-03-18`,
      'terminal,find,办事查询,mongol,甲,乙,丙,2026-03-18',
      `terminal,nothing,没有,${WORD},,,,`,
      `terminal,home,改过的中文,${WORD},甲,乙,丙,2026-03-18`,
      `terminal,back,返回,${WORD},甲,乙,丙,昨天`,
    ]),
    'mn-Mong',
  )
  if (!read.ok) throw new Error(read.message)
  expect(read.taken).toBe(2)
  expect(read.refused.map(({ row }) => row)).toEqual([3, 4, 6])
  expect(read.refused[0]?.why).toContain('U+006D')
  // What was checked stood against other words.
  expect(read.file['terminal']?.['home']?.reviewers).toEqual([])
  expect(readTranslationSheet(csv([]).subarray(0, 3), 'mn-Mong').ok).toBe(false)
})

test('MO5 the command brings a checked sheet into the hall folder, and from there to visitors', async () => {
  const file = join(hallDir, 'back.csv')
  writeFileSync(file, `部分,键,中文,译文,翻译,审核一,审核二,日期\nterminal,take,取号,${WORD},甲,乙,丙,2026-03-18\n`)
  expect(await translationsCommand(['import', file], { hallDir })).toBe(0)
  expect(JSON.parse(readFileSync(translationPath(hallDir, 'mn-Mong'), 'utf8')).terminal.take.text).toBe(WORD)
  expect(shownTranslations(readTranslations(hallDir, 'mn-Mong'), 'mn-Mong').words).toEqual({ terminal: { take: WORD } })
  expect(await translationsCommand(['export', join(hallDir, 'out.xlsx')], { hallDir })).toBe(0)
  expect(await translationsCommand(['page', join(hallDir, 'page.html')], { hallDir })).toBe(0)
  expect(await translationsCommand(['export'], { hallDir })).toBe(2)
  mkdirSync(join(hallDir, 'broken/translations'), { recursive: true })
  writeFileSync(translationPath(join(hallDir, 'broken'), 'mn-Mong'), '{')
  expect(await translationsCommand(['check'], { hallDir: join(hallDir, 'broken') })).toBe(1)
})

test('MO6 the page for the reviewers draws every string upright, with its face in the file, and says what is open', () => {
  const page = reviewPage({ terminal: { take: one(), find: one({ chinese: '办事查询', reviewers: [] }) } }, 'mn-Mong')
  expect(page.match(/<tr/g)?.length).toBe(chineseWords().length + 1)
  expect(page).toContain('writing-mode: vertical-lr')
  expect(page).toContain('data:font/woff2;base64,d09GMg')
  expect(page).toContain(`1 / ${chineseWords().length} 条两人审过`)
  expect(page).toContain('待审核')
  expect(page).not.toMatch(/src="http|href="http/)
})
