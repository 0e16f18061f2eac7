import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { codesOf, importFile, readTable, refusedBecause } from '../support/read-table.ts'

const table = '事项名称,实施编码,实施主体\n居住证办理,512B-1,公安局\n护照办理,512B-2,公安局\n'

test.each([
  ['86-html-table.xls', /网页格式的表格.*另存为/],
  ['88-spreadsheetml2003.xml', /Excel 2003 的 XML 表格.*另存为/],
  ['90-password.xlsx', /密码.*信息→保护工作簿/],
  ['encrypted.xlsx', /密码.*信息→保护工作簿/],
])('TB1 %s is named for what it is, with the click that helps', async (name, words) => {
  expect(await refusedBecause(importFile(name))).toMatch(words)
})

test.each([
  ['%PDF-1.7\n…', /PDF/],
  ['\x89PNG\r\n\x1a\n', /图片/],
  ['Rar!\x1a\x07', /压缩包/],
  ['{\\rtf1\\ansi', /Word/],
  ['MIME-Version: 1.0\nContent-Type: multipart/related', /网页/],
  ['<!DOCTYPE html><html><body>登录</body></html>', /这是一个网页/],
  ['<?xml version="1.0"?><list><a/></list>', /XML 文件/],
  ['\t\x08\x10\0\0\x06\x05\0', /旧的 \.xls/],
])('TB1 a file that begins with %j is named', async (start, words) => {
  expect(
    await refusedBecause(Buffer.from(start, 'latin1').length === start.length ? Buffer.from(start, 'latin1') : start),
  ).toMatch(words)
})

test('TB1 old Office files and archives are told apart by what is in them', async () => {
  const old = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
  expect(await refusedBecause(old('Workbook'))).toContain('.et')
  expect(await refusedBecause(old('WordDocument'))).toContain('Word')
  const { zipSync, strToU8 } = await import('fflate')
  const archive = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') })
  expect(await refusedBecause(archive('word/document.xml'))).toContain('Word')
  expect(await refusedBecause(archive('content.xml'))).toContain('OpenDocument')
  expect(await refusedBecause(archive('xl/workbook.bin'))).toContain('xlsb')
  expect(await refusedBecause(archive('2024/清单.xlsx'))).toContain('解压')
})

test('TB1 a csv that bears the name of a workbook is read all the same', async () => {
  expect(codesOf(await readTable(table))).toEqual(['512B-1', '512B-2'])
})

test.each(['11-utf8-one-bad-byte.csv', 'csv-utf8-cut-field.csv'])(
  'TB2 %s: one row is refused, the others stay Chinese',
  async (name) => {
    const { rows, rejected } = await readTable(importFile(name))
    expect(rejected).toEqual([
      { row: name.startsWith('11') ? 3 : 4, reason: expect.stringContaining('字坏了') as string },
    ])
    expect(rows.every((row) => /^[\p{sc=Han}\d]+$/u.test(row.name + row.department))).toBe(true)
  },
)

test.each([
  ['utf8', ''],
  ['utf8', '\ufeff'],
  ['utf16le', '\ufeff'],
  ['utf16le', ''],
  ['utf16be', '\ufeff'],
  ['utf16be', ''],
  ['gbk', ''],
  ['gb18030', ''],
])('TB2 the same table in %s (mark %j) gives the same rows', async (encoding, mark) => {
  const rare = encoding === 'gb18030' ? table.replace('护照', '䶮照') : table
  expect((await readTable(iconv.encode(mark + rare, encoding))).rows).toEqual((await readTable(rare)).rows)
})

test.each([';', '\t', '|', '，', ','])(
  'TB3 cells between %j are found, also below title lines with commas',
  async (mark) => {
    const lines = table.replaceAll(',', mark)
    const { rows } = await readTable(`某市，某年政务服务事项清单,共两项\n制表：审批局\n${lines}`)
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [4, '512B-1'],
      [5, '512B-2'],
    ])
  },
)

test('TB3 05-semicolon-title.csv and csv-fullwidth-comma.csv are read whole', async () => {
  expect((await readTable(importFile('05-semicolon-title.csv'))).rows.length).toBe(5)
  expect((await readTable(importFile('csv-fullwidth-comma.csv'))).rows.map(({ department }) => department)).toEqual([
    '市场监督管理局',
    '市场监督管理局',
  ])
})

test('TB3 a line sep= is no row; all three kinds of line ends may stand in one file', async () => {
  const { rows } = await readTable(
    'sep=;\r\n事项名称;实施编码;部门\r\n甲事;A-1;公安局\n乙事;A-2;公安局\r丙事;A-3;公安局',
  )
  expect(rows.map(({ row }) => row)).toEqual([2, 3, 4])
})

test('I2 a JSON list, an answer that holds one, and one object on each line give the same matters', async () => {
  const list = JSON.parse(Buffer.from(importFile('96-json-array.json')).toString('utf8')) as object[]
  const { rows } = await readTable(importFile('96-json-array.json'))
  expect(rows.length).toBe(5)
  expect((await readTable(JSON.stringify({ code: 0, data: { total: 5, rows: list } }))).rows).toEqual(rows)
  expect((await readTable(list.map((one) => JSON.stringify(one)).join('\n'))).rows).toEqual(rows)
})
