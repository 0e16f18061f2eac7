import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caseHash } from '../../gateway/cases/case-key.ts'
import { type CaseStore, caseStore } from '../../gateway/cases/case-store.ts'
import { caseTimeOf } from '../../gateway/cases/case-time.ts'
import { watchDropFolder } from '../../gateway/cases/watch-drop-folder.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { openDatabase } from '../../gateway/store/database.ts'

const head = ['受理号', '证件后四位', '事项名称', '部门', '状态', '受理日期', '承诺时限', '环节', '更新时间']
const row = (receipt: string, over: string[] = []): string[] =>
  over.length > 0
    ? over
    : [
        receipt,
        '123X',
        '食品经营许可',
        '市场监督管理局',
        '审核中',
        '2026/3/2',
        '5个工作日',
        '受理 2026-03-02 2026-03-03；审查 2026-03-03；决定',
        '2026-03-04 10:00',
      ]
const csv = (...rows: string[][]): string => [head, ...rows].map((cells) => cells.join(',')).join('\n')

let dataDir: string
let store: CaseStore
let drop: ReturnType<typeof watchDropFolder>
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tingshi-drop-'))
  store = caseStore(openDatabase(join(dataDir, 'tingshi.db')), caseHash(dataDir), Date.now)
  drop = watchDropFolder({
    store,
    dataDir,
    time: caseTimeOf('Asia/Shanghai', noHolidays),
    now: Date.now,
    onBroken: () => {},
  })
})
afterEach(() => drop.stop())
const put = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(dataDir, 'cases-in', name), content)
const inside = (name: string): string[] => readdirSync(join(dataDir, 'cases-in', name)).sort()
const looked = async (): Promise<void> => {
  await drop.look()
  await drop.look()
}

test('CP9 cases of a csv and an xlsx file are taken; a note is left and not the file', async () => {
  put('one.csv', csv(row('R-0001')))
  put('two.xlsx', await writeXlsxFile([head, row('R-0002')], { sheet: '办件' }).toBuffer())
  await looked()
  expect(store.find({ receipt: 'r-0001', last4: '123x' })).toMatchObject({
    status: 'under-review',
    acceptedOn: '2026-03-02',
    promisedDays: 5,
  })
  expect(
    store.find({ receipt: 'R-0002', last4: '123X' })?.steps.map(({ name, endedAt }) => [name, endedAt !== null]),
  ).toEqual([
    ['受理', true],
    ['审查', false],
    ['决定', false],
  ])
  expect([inside('done'), inside('failed')]).toEqual([['one.csv.txt', 'two.xlsx.txt'], []])
  expect(existsSync(join(dataDir, 'cases-in', 'one.csv'))).toBe(false)
})

test('CP9 what cannot be read goes to failed with the reason in words; good rows of the same file are taken', async () => {
  put(
    'half.csv',
    csv(
      row('R-0003'),
      row('', ['R-0004', '123X', '13812345678', '局', '审核中', '2026-03-02', '5', '受理', '']),
      row('', ['R-0005', '123X', '事项', '局', '不知道', '2026-03-02', '5', '受理', '']),
    ),
  )
  put('page.csv', '<!DOCTYPE html><html>')
  put('other.csv', '甲,乙\n1,2')
  await looked()
  expect(store.find({ receipt: 'R-0003', last4: '123X' })).not.toBeNull()
  expect(inside('failed')).toEqual([
    'half.csv',
    'half.csv.txt',
    'other.csv',
    'other.csv.txt',
    'page.csv',
    'page.csv.txt',
  ])
  const why = readFileSync(join(dataDir, 'cases-in/failed/half.csv.txt'), 'utf8')
  expect(why).toMatch(/收了 1 件.*没收 2 件/)
  expect(why).toMatch(/第 3 行：“事项名称”.*手机号/)
  expect(why).toMatch(/第 4 行：“状态”/)
  expect(why).not.toContain('13812345678')
})

test('CP9 a file that still grows, is half copied or no file at all is left alone', async () => {
  put('grows.csv', csv(row('R-0006')))
  put('.hidden.csv', csv(row('R-0007')))
  put('copy.csv.part', csv(row('R-0008')))
  await drop.look()
  put('grows.csv', csv(row('R-0006'), row('R-0009')))
  await drop.look()
  expect(store.find({ receipt: 'R-0006', last4: '123X' })).toBeNull()
  await drop.look()
  expect(store.find({ receipt: 'R-0009', last4: '123X' })).not.toBeNull()
  expect(inside('failed')).toEqual([])
  expect(existsSync(join(dataDir, 'cases-in', 'copy.csv.part'))).toBe(true)
})

test('LG9 a sheet tells special procedures, limits of steps and who applied; a whole name is refused', async () => {
  const wide = [...head, '特别程序', '申请人']
  const steps = '受理 2026-03-02 2026-03-03 限1天；审查 2026-03-03（限5个工作日）；决定'
  const one = (receipt: string, pauses: string, applicant: string): string[] => [
    ...row(receipt).with(7, steps),
    pauses,
    applicant,
  ]
  const rows = [wide, one('R-0010', '听证 2026-03-05 2026-03-10；检测 2026-03-12', '李*'), one('R-0011', '', '李小明')]
  put('paused.csv', rows.map((cells) => cells.join(',')).join('\n'))
  await looked()
  expect(store.byReceipt('R-0010')).toMatchObject({
    applicant: '李*',
    pauses: [
      { name: '听证', from: '2026-03-05', until: '2026-03-10' },
      { name: '检测', from: '2026-03-12', until: null },
    ],
    steps: [{ limitDays: 1 }, { name: '审查', limitDays: 5 }, { limitDays: null }],
  })
  expect(store.byReceipt('R-0011')).toBeNull()
  expect(readFileSync(join(dataDir, 'cases-in', 'failed', 'paused.csv.txt'), 'utf8')).toContain('申请人的姓名要写成')
})
