import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readMatterRows } from '../../gateway/catalogue/read-matter-rows.ts'
import type { ReadRows } from '../../gateway/catalogue/source-row.ts'
import { rawWorkbook, rowsXml } from '../support/raw-workbook.ts'

const folder = resolve(import.meta.dirname, '../fixtures/faults/imports')
const fileOf = (name: string): Uint8Array => readFileSync(resolve(folder, name))
async function read(bytes: Uint8Array | string): Promise<ReadRows> {
  const answer = await readMatterRows(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  if (!answer.ok) throw new Error(answer.message)
  return answer
}
const refused = async (bytes: Uint8Array | string): Promise<string> => {
  const answer = await readMatterRows(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  return answer.ok ? '' : answer.message
}
const codes = ({ rows }: ReadRows): string[] => rows.map(({ code }) => code)
const table = '事项名称,实施编码,实施主体\n居住证办理,512B-1,公安局\n护照办理,512B-2,公安局\n'

test.each([
  ['86-html-table.xls', /网页格式的表格.*另存为/],
  ['88-spreadsheetml2003.xml', /Excel 2003 的 XML 表格.*另存为/],
  ['90-password.xlsx', /密码.*信息→保护工作簿/],
  ['encrypted.xlsx', /密码.*信息→保护工作簿/],
])('TB1 %s is named for what it is, with the click that helps', async (name, words) => {
  expect(await refused(fileOf(name))).toMatch(words)
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
    await refused(Buffer.from(start, 'latin1').length === start.length ? Buffer.from(start, 'latin1') : start),
  ).toMatch(words)
})

test('TB1 old Office files and archives are told apart by what is in them', async () => {
  const old = (stream: string): Buffer =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
  expect(await refused(old('Workbook'))).toContain('.et')
  expect(await refused(old('WordDocument'))).toContain('Word')
  const { zipSync, strToU8 } = await import('fflate')
  const archive = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') })
  expect(await refused(archive('word/document.xml'))).toContain('Word')
  expect(await refused(archive('content.xml'))).toContain('OpenDocument')
  expect(await refused(archive('xl/workbook.bin'))).toContain('xlsb')
  expect(await refused(archive('2024/清单.xlsx'))).toContain('解压')
})

test('TB1 a csv that bears the name of a workbook is read all the same', async () => {
  expect(codes(await read(table))).toEqual(['512B-1', '512B-2'])
})

test.each(['11-utf8-one-bad-byte.csv', 'csv-utf8-cut-field.csv'])(
  'TB2 %s: one row is refused, the others stay Chinese',
  async (name) => {
    const { rows, rejected } = await read(fileOf(name))
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
  expect((await read(iconv.encode(mark + rare, encoding))).rows).toEqual((await read(rare)).rows)
})

test.each([';', '\t', '|', '，', ','])(
  'TB3 cells between %j are found, also below title lines with commas',
  async (mark) => {
    const lines = table.replaceAll(',', mark)
    const { rows } = await read(`某市，某年政务服务事项清单,共两项\n制表：审批局\n${lines}`)
    expect(rows.map(({ row, code }) => [row, code])).toEqual([
      [4, '512B-1'],
      [5, '512B-2'],
    ])
  },
)

test('TB3 05-semicolon-title.csv and csv-fullwidth-comma.csv are read whole', async () => {
  expect((await read(fileOf('05-semicolon-title.csv'))).rows.length).toBe(5)
  expect((await read(fileOf('csv-fullwidth-comma.csv'))).rows.map(({ department }) => department)).toEqual([
    '市场监督管理局',
    '市场监督管理局',
  ])
})

test('TB3 a line sep= is no row; all three kinds of line ends may stand in one file', async () => {
  const { rows } = await read('sep=;\r\n事项名称;实施编码;部门\r\n甲事;A-1;公安局\n乙事;A-2;公安局\r丙事;A-3;公安局')
  expect(rows.map(({ row }) => row)).toEqual([2, 3, 4])
})

test('TB4 a hidden sheet does not win and is named with the click', async () => {
  for (const name of ['35-hidden-sheet-first.xlsx', 'f-hidden-sheet.xlsx']) {
    const { rows, notes } = await read(fileOf(name))
    expect(rows.some((row) => row.name.startsWith('旧'))).toBe(false)
    expect(notes.join()).toMatch(/“(2019旧版|字典)”隐藏着.*取消隐藏/)
  }
})

test('TB4 hidden rows are left out and counted, the row numbers stay; a hidden column gives way', async () => {
  const rows = [
    ['事项名称', '实施编码', '部门', '部门名称'],
    ['甲事', 'A-1', '公安局', '旧局'],
    ['乙事', 'A-2', '公安局', '旧局'],
    ['丙事', 'A-3', '公安局', '旧局'],
  ]
  const xml = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${rowsXml(rows, { 3: 'hidden="1"' })}</sheetData>`
  const answer = await read(rawWorkbook([{ name: '事项', xml }]))
  expect(answer.rows.map(({ row, department }) => [row, department])).toEqual([
    [2, '旧局'],
    [4, '旧局'],
  ])
  expect(answer.notes.join()).toContain('1 行隐藏着或被筛选掉了')
})

test('TB5 all sheets are read; the sheet’s name is the department where there is no column, and it is said', async () => {
  const { rows, notes } = await read(fileOf('38-sheet-per-department-no-column.xlsx'))
  expect(rows.map(({ department }) => department)).toEqual([
    ...Array<string>(3).fill('市公安局'),
    ...Array<string>(3).fill('市人社局'),
  ])
  expect(notes.join()).toContain('用工作表的名字当部门')
})

test('TB5 a sheet for each of many departments, each with a column: none is lost, doubles across sheets are told', async () => {
  const sheet = (name: string, ...lines: string[][]): { name: string; xml: string } => ({
    name,
    xml: `<sheetData>${rowsXml([['事项名称', '实施编码', '部门'], ...lines])}</sheetData>`,
  })
  const sheets = Array.from({ length: 34 }, (_, nth) =>
    sheet(`部门${nth}`, ...Array.from({ length: 5 }, (_, at) => [`事项${nth}号${at}`, `C-${nth}-${at}`, `第${nth}局`])),
  )
  const answer = await read(rawWorkbook([...sheets, sheet('附表', ['又一次', 'C-0-0', '第0局'])]))
  expect(answer.rows.length).toBe(170)
  expect(answer.rejected).toEqual([{ row: 2, reason: expect.stringContaining('“部门0”表第 2 行') as string }])
})

test('TB5 the department in a row of its own belongs to the rows below; kinds and remarks are not departments', async () => {
  expect((await read(fileOf('32-department-section-rows.xlsx'))).rows.map(({ department }) => department)).toEqual([
    '市公安局',
    '市公安局',
    '市人社局',
  ])
  const { rows, rejected } = await read(
    '事项名称,实施编码,类型\n一、市公安局（2项）,,\n甲事,A-1,\n乙事,A-2,\n（二）行政许可,,\n丙事,A-3,\n合计,,3\n注：以上为初稿,,',
  )
  expect(rows.map(({ department, kind }) => [department, kind])).toEqual([
    ['市公安局', ''],
    ['市公安局', ''],
    ['市公安局', '行政许可'],
  ])
  expect(rejected.map(({ row }) => row)).toEqual([7, 8])
})

test('TB6 two heading rows: a group above, its parts below', async () => {
  const { rows } = await read(fileOf('21-two-header-rows-group.xlsx'))
  expect(rows[0]?.values).toMatchObject({ statutoryDays: '20', promisedDays: '5', fee: '不收费', charged: '否' })
})

test('TB6 remarks in headings are set aside and their unit counts; a power list is known', async () => {
  const remarks = await read(fileOf('24-headings-with-remarks.xlsx'))
  expect([remarks.strange, remarks.rows[0]?.values.statutoryDays]).toEqual([[], '20工作日'])
  const power = await read(fileOf('25-power-list-headings.xlsx'))
  expect([power.strange, power.rows.length, power.rows[0]?.values.conditions]).toEqual([[], 5, '本市户籍。'])
  const many = await read(
    '"* 事项名称（必填，不超过200字）","实施编码[文本]","3.实施主体","承诺时限(天)","办理条件 Conditions"\n甲事,A-1,公安局,30,有房',
  )
  expect(many.rows[0]?.values).toMatchObject({ promisedDays: '30自然日', conditions: '有房' })
})

test('TB6 headings that were not understood are listed by name, also where the file is refused for them', async () => {
  expect((await read('事项名称,实施编码,部门,神秘列,内部标记\n甲事,A-1,公安局,x,y')).strange).toEqual([
    '神秘列',
    '内部标记',
  ])
  expect(await refused('事项名称,暗号,部门\n甲事,A-1,公安局')).toMatch(/缺少“实施编码”.*没有认出的列：暗号/)
})

test('TB6 numbered columns, repeated headings and rows that explain the form are no matters', async () => {
  const { rows, rejected } = await read(
    '事项名称,实施编码,部门\n1,2,3\n必填,必填，36位,必填\n甲事,A-1,公安局\n事项名称,实施编码,部门\n乙事,A-2,公安局',
  )
  expect(rows.map(({ name }) => name)).toEqual(['甲事', '乙事'])
  expect(rejected).toEqual([{ row: 3, reason: expect.stringContaining('填写说明') as string }])
})

test('TB7 merged departments are filled down', async () => {
  for (const name of ['30-merged-department.xlsx', 'd-merged-dept.xlsx'])
    expect((await read(fileOf(name))).rejected).toEqual([])
  expect((await read(fileOf('30-merged-department.xlsx'))).rows.map(({ department }) => department)).toEqual([
    ...Array<string>(3).fill('市公安局'),
    ...Array<string>(3).fill('市人社局'),
  ])
})

test('TB7 cells merged across say the same for each column; a matter over several rows has all its materials', async () => {
  const rows = [
    ['事项名称', '实施编码', '部门', '法定时限', '承诺时限', '申请材料'],
    ['甲事', 'A-1', '公安局', '即办', '', '身份证'],
    ['', '', '', '', '', '户口簿'],
    ['乙事', 'A-2', '公安局', '20', '5', '申请表'],
  ]
  const merges =
    '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ref="D2:E3"/></mergeCells>'
  const answer = await read(rawWorkbook([{ name: '事项', xml: `<sheetData>${rowsXml(rows)}</sheetData>${merges}` }]))
  expect(answer.rejected).toEqual([])
  expect(
    answer.rows.map(({ code, values, lists }) => [code, values.promisedDays, lists.materials?.map(({ name }) => name)]),
  ).toEqual([
    ['A-1', '即办', ['身份证', '户口簿']],
    ['A-2', '5', ['申请表']],
  ])
})

test('TB7 a department column that was merged in another program is filled and every such row is doubtful', async () => {
  const { rows } = await read(
    '事项名称,实施编码,部门\n甲事,A-1,公安局\n乙事,A-2,\n丙事,A-3,\n丁事,A-4,民政局\n戊事,A-5,',
  )
  expect(rows.map(({ department, doubt }) => [department, doubt !== null])).toEqual([
    ['公安局', false],
    ['公安局', true],
    ['公安局', true],
    ['民政局', false],
    ['民政局', true],
  ])
})

test('TB8 codes are what a person sees; lost zeros are doubtful, lost digits refused', async () => {
  const { rows, rejected } = await read(fileOf('40-codes.xlsx'))
  expect(rows.map(({ code }) => code)).toEqual([
    '113500001234567',
    '00012345',
    '12345',
    '11350-001',
    '1135 0001',
    '11350008',
  ])
  expect(rows.filter(({ doubt }) => doubt !== null).map(({ code }) => code)).toEqual(['12345'])
  expect(rejected.map(({ row }) => row)).toEqual([3, 4])
})

test('TB8 the same tricks in csv and JSON, and a number format that shows zeros', async () => {
  expect(
    codes(await read('事项名称,实施编码,部门\n甲事,="00012345",公安局\n乙事,"=""00012346""",公安局\n丙事,1234,公安局')),
  ).toEqual(['00012345', '00012346', '1234'])
  const json = await read(
    '[{"taskName":"甲事","taskCode":1135000012345678901,"deptName":"公安局"},{"taskName":"乙事","taskCode":"0012","deptName":"公安局"}]',
  )
  expect([codes(json), json.rejected.length]).toEqual([['0012'], 1])
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="00000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
  const xml = `<sheetData>${rowsXml([
    ['事项名称', '实施编码', '部门'],
    ['甲事', '<c r="B2" s="1"><v>12345</v></c>', '公安局'],
    ['乙事', '<c r="B3"><v>1.13500001234567E+14</v></c>', '公安局'],
  ])}</sheetData>`
  expect(codes(await read(rawWorkbook([{ name: '事项', xml }], { styles })))).toEqual(['00012345', '113500001234567'])
})

test('TB10 cells without references, formulas and errors, rich and shared text', async () => {
  expect(codes(await read(fileOf('j-noref.xlsx')))).toEqual(['TST0001', 'TST0002'])
  const strings = '<si><r><t>居住</t></r><r><rPr/><t>证</t></r><rPh><t>ㄐㄩ</t></rPh></si><si><t>公_x000D_安局</t></si>'
  const xml = `<sheetData>${rowsXml([
    ['事项名称', '实施编码', '部门'],
    ['<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="str"><f>"A"&amp;1</f><v>A1</v></c>', '<c r="C2" t="s"><v>1</v></c>'],
    ['乙事', '<c r="B3" t="e"><f>X()</f><v>#NAME?</v></c>', '公安局'],
    ['丙事', '<c r="B4"><f>C1&amp;C2</f></c>', '公安局'],
    ['丁事', '<c r="B5"><f>"0007"</f></c>', '公安局'],
  ])}</sheetData>`
  const { rows, rejected } = await read(rawWorkbook([{ name: '事项', xml }], { strings }))
  expect(rows.map(({ name, code }) => [name, code])).toEqual([
    ['居住证', 'A1'],
    ['丁事', '0007'],
  ])
  expect(rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('#NAME?'),
    expect.stringContaining('没有算过的公式'),
  ])
})

test('I2 a JSON list, an answer that holds one, and one object on each line give the same matters', async () => {
  const list = JSON.parse(Buffer.from(fileOf('96-json-array.json')).toString('utf8')) as object[]
  const { rows } = await read(fileOf('96-json-array.json'))
  expect(rows.length).toBe(5)
  expect((await read(JSON.stringify({ code: 0, data: { total: 5, rows: list } }))).rows).toEqual(rows)
  expect((await read(list.map((one) => JSON.stringify(one)).join('\n'))).rows).toEqual(rows)
})

test('I6 a heading and nothing else is told as that', async () => {
  const { rows, notes } = await read(fileOf('85-only-header.csv'))
  expect([rows, notes.join()]).toEqual([[], expect.stringContaining('没有一行事项')])
})

test('I11 names that look like error pages go, real names with such words stay', async () => {
  const { rows, rejected } = await read(fileOf('62-names.xlsx'))
  expect(rejected.map(({ row }) => row)).toEqual([6, 7, 12, 13, 15])
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '系统错误信息查询',
      '第404号文件备案',
      '500人以上大型活动审批',
      '身份证办理(首次)',
      '加粗的名称',
      '身份证',
    ]),
  )
})

test.each([
  '502 Bad Gateway',
  'HTTP 404',
  '页面不存在',
  '您访问的页面不存在或已删除',
  '系统异常，请联系管理员',
  '数据加载中',
  'Loading...',
  '[object Object]',
  'NaN',
  '请先登录',
  '—',
])('I11 %s is no name', async (name) =>
  expect((await read(`事项名称,实施编码,部门\n"${name}",A-1,公安局\n甲事,A-2,公安局`)).rows.length).toBe(1),
)
test.each([
  '网络异常行为举报受理',
  '数据加载设备检测',
  '404医院设置审批',
  '登录许可证核发',
  '无障碍设施验收',
  '错误信息更正',
  '服务器托管备案',
])('I11 %s is a name', async (name) =>
  expect((await read(`事项名称,实施编码,部门\n${name},A-1,公安局`)).rows.length).toBe(1),
)
