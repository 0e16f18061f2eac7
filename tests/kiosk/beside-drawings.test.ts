import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { afterWord } from '../../gateway/contract/wait-words.ts'
import { layers, ridgeLine } from '../../kiosk/shared/ridge.tsx'
import { chipsThatFit } from '../../kiosk/terminal/chips-that-fit.ts'
import { readsAs } from '../../kiosk/terminal/find/reads-as.ts'

test.each([100, 1080, 1366, 1919, 1920])(
  'FT4 the ridge ends at %i, which need not be a multiple of its steps',
  (width) => {
    for (const layer of layers) {
      const points = [...ridgeLine(layer, width, 260).matchAll(/L([\d.]+) ([\d.-]+)/g)].map(([, x]) => Number(x))
      // The last point of the line, then the corner below it.
      expect(points.slice(-2)).toEqual([width, width])
      expect(Math.max(...points)).toBe(width)
    }
  },
)

test('FT4 the ridge of the start page ends at its edge', () => {
  const drawn = readFileSync(resolve(import.meta.dirname, '../../kiosk/start/ridge.svg'), 'utf8')
  const width = Number(/viewBox="0 0 (\d+) /.exec(drawn)?.[1])
  const paths = [...drawn.matchAll(/ d="([^"]+)"/g)].map(([, d = '']) => d)
  expect(paths.length).toBeGreaterThan(1)
  for (const d of paths) {
    const points = [...d.matchAll(/L([\d.]+) ([\d.]+)/g)].map(([, x]) => Number(x))
    expect(points.slice(-2)).toEqual([width, width])
  }
})

test('FT3 two rows are filled in their order, and a name too long for the rest is passed over', () => {
  const shown = ({ name }: { name: string }): string => name
  const named = (...names: string[]) => names.map((name) => ({ name }))
  const short = named(
    '营业执照补领、换发',
    '内资公司设立登记',
    '居民身份证补领',
    '提取住房公积金',
    '出生登记',
    '结婚登记',
  )
  expect(chipsThatFit(short, 5, 2, shown)).toEqual(short.slice(0, 5))
  expect(chipsThatFit(short, 5, 1, shown).length).toBeLessThan(5)
  const long = named(
    '营业执照补领、换发',
    '内资公司设立登记',
    '国有建设用地使用权及房屋所有权转移登记',
    '居民身份证补领',
    '出生登记',
  )
  expect(chipsThatFit(long, 5, 2, shown).map(({ name }) => name)).toEqual([
    '营业执照补领、换发',
    '内资公司设立登记',
    '国有建设用地使用权及房屋所有权转移登记',
  ])
  expect(chipsThatFit(named('一'.repeat(40)), 5, 2, shown)).toHaveLength(1)
})

test('FM3 letters are read back in the characters that they stand for', () => {
  const found = (name: string, marks: [number, number][]) =>
    ({ entry: { name }, marks }) as Parameters<typeof readsAs>[1][number]
  const both = [found('营业执照补领', [[0, 4]]), found('新办营业执照', [[2, 6]]), found('一业一证', [[0, 4]])]
  expect(readsAs('yyzz', both)).toBe('营业执照、一业一证')
  expect(readsAs('营业', both)).toBe('')
  expect(readsAs('y', both)).toBe('')
})

test('FM4 digits are set off by a space, Chinese goes on at once', () => {
  expect(['15–25 分钟', '不到 5 分钟', '一个多小时', 'under 5 min'].map((wait) => `等${afterWord(wait)}`)).toEqual([
    '等 15–25 分钟',
    '等不到 5 分钟',
    '等一个多小时',
    '等 under 5 min',
  ])
})
