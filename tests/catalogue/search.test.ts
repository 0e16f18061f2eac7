import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { catalogueEntry } from '../../gateway/catalogue/catalogue-entry.ts'
import { readingsFor } from '../../gateway/catalogue/readings.ts'
import { searchIndex } from '../../gateway/catalogue/search/indexed-matters.ts'
import { searchMatters } from '../../gateway/catalogue/search/search-matters.ts'
import { readHall } from '../../gateway/config.ts'

const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const entries = read.matters.map((matter) => catalogueEntry(matter, ''))
const index = searchIndex(entries, readingsFor(entries))
const names = (query: string): string[] => searchMatters(index, query, 5).found.map(({ entry }) => entry.name)

test.each([
  ['yyzz', '营业执照补领、换发'],
  ['yingyezhizhao', '内资公司设立登记（新办营业执照）'],
  ['yingyezz', '营业执照补领、换发'],
  ['营业zz', '营业执照补领、换发'],
  ['办执照', '内资公司设立登记（新办营业执照）'],
  ['我要办执照', '内资公司设立登记（新办营业执照）'],
  ['设立登记（新办', '个体工商户设立登记（新办营业执照）'],
  ['个体户', '个体工商户设立登记（新办营业执照）'],
  ['落户', '出生登记（新生儿落户）'],
  ['提公积金', '提取住房公积金（购买、建造、翻建、大修自住住房）'],
  ['gongjijin', '提取住房公积金（租房）'],
  ['gjj', '提取住房公积金（购买、建造、翻建、大修自住住房）'],
  ['gjj提取', '提取住房公积金（租房）'],
  ['公积金贷款', '住房公积金贷款申请'],
  ['身份证', '居民身份证换领'],
  ['sfz', '居民身份证补领'],
  ['SFZ', '居民身份证补领'],
  ['身份证丢了', '居民身份证补领'],
  ['huzhao', '普通护照首次申请'],
  ['港澳通行证', '往来港澳通行证及签注'],
  ['jiehun', '结婚登记'],
  ['社保卡', '社会保障卡申领'],
  ['医保异地', '异地就医备案'],
  ['二手房', '国有建设用地使用权及房屋所有权转移登记（存量房买卖）'],
  ['驾驶证到期', '机动车驾驶证期满换证'],
  ['老年证', '老年人优待证申领'],
  ['gljt', '高龄津贴申请'],
  ['税务登记', '新办纳税人信息确认'],
  ['失业金', '失业保险金申领'],
  ['食品经营', '食品经营许可证核发'],
])('SE1 %s finds %s among the first five', (query, name) => {
  expect(names(query)).toContain(name)
})

test('SE1 yyzz leads to matters of queue B first', () => {
  expect(searchMatters(index, 'yyzz', 3).found.map(({ entry }) => entry.queueId)).toEqual(['B', 'B', 'B'])
})

test('SE2 every whole name comes first', () => {
  const missed = read.matters.filter(({ name }) => names(name)[0] !== name).map(({ name }) => name)
  expect(missed).toEqual([])
})

test('SE3 marks are the characters that matched', () => {
  const marked = (query: string, at: number): string => {
    const { entry, marks } = searchMatters(index, query, 5).found[at] ?? { entry: { name: '' }, marks: [] }
    return marks.map(([from, to]) => entry.name.slice(from, to)).join('|')
  }
  expect(marked('yyzz', 0)).toBe('营业执照')
  expect(marked('yyzz', 1)).toBe('营业执照')
  expect(marked('公积金', 0)).toBe('公积金')
  expect(marked('gjj提取', 0)).toBe('提取|公积金')
})

const fitting = (query: string): number => {
  const { near, total } = searchMatters(index, query, 1)
  return near === null ? total : 0
}

test('SE4 exactly the letters that lead somewhere are offered', () => {
  for (const start of ['', 'y', 'yy', 'gj', 'gjj', 'she', 'yyz']) {
    const offered = searchMatters(index, start, 1).letters
    for (const letter of 'abcdefghijklmnopqrstuvwxyz')
      expect(offered?.has(letter), start + letter).toBe(fitting(start + letter) > 0)
  }
  expect(searchMatters(index, 'yyz', 1).letters?.has('z')).toBe(true)
  expect(searchMatters(index, '', 1).letters?.has('v')).toBe(false)
})

test('SE6 the best of the first letters are the best of all that fit', () => {
  for (const typed of ['s', 'z', 'g', 'sh', 'yy', 'gj', 'an', 'she', 'gon', 'yyz', 'sfz']) {
    const all = searchMatters(index, typed, entries.length)
    const few = searchMatters(index, typed, 7)
    expect(few.found, typed).toEqual(all.found.slice(0, 7))
    expect([few.total, all.total], typed).toEqual([all.found.length, all.found.length])
  }
})

test.each(['', '   ', 'qxzqxz', '火星签证', '★'])('SE5 “%s” finds nothing', (query) => {
  expect(names(query)).toEqual([])
})
