import { expect, test } from 'vitest'
import { fitWords, pagesOfNames } from '../../display/strip/fit-words.ts'

const SIZES = [48, 42, 36, 32]

test('DS1 words of a strip are as large as they fit, in as many lines as there is room for', () => {
  expect(fitWords('不动产登记', 930, 84, SIZES)).toBe(48)
  expect(fitWords('工程建设项目审批 · 水电气暖联合报装 · 公共资源交易', 930, 84, SIZES)).toBe(36)
  expect(fitWords('长'.repeat(200), 930, 84, SIZES)).toBeNull()
})
test('DS1 names that do not fit at any size go by page; none is lost, none is cut', () => {
  const names = Array.from({ length: 12 }, (_, nth) => `工程建设项目审批第${nth + 1}组`)
  const pages = pagesOfNames(names, 930, 84, SIZES)
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.flatMap(({ text }) => text.split(' · '))).toEqual(names)
  expect(pagesOfNames(['社会保险'], 930, 84, SIZES)).toEqual([{ text: '社会保险', size: 48 }])
})
