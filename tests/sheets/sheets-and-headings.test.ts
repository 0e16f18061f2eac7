import { expect, test } from 'vitest'
import { rawWorkbook, rowsXml } from '../support/raw-workbook.ts'
import { importFile, readTable, refusedBecause } from '../support/read-table.ts'

test('TB4 a hidden sheet does not win and is named with the click', async () => {
  for (const name of ['35-hidden-sheet-first.xlsx', 'f-hidden-sheet.xlsx']) {
    const { rows, notes } = await readTable(importFile(name))
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
  const answer = await readTable(rawWorkbook([{ name: '事项', xml }]))
  expect(answer.rows.map(({ row, department }) => [row, department])).toEqual([
    [2, '旧局'],
    [4, '旧局'],
  ])
  expect(answer.notes.join()).toContain('1 行隐藏着或被筛选掉了')
})

test('TB6 of two heading rows whose other cells are merged over both, each limit goes to its own field', async () => {
  const rows = [
    ['事项名称', '实施编码', '部门', '办理时限', ''],
    ['', '', '', '法定', '承诺'],
    ['户口迁移', 'G-01', '公安局', '20', '5个工作日'],
  ]
  const merges = ['D1:E1', 'A1:A2', 'B1:B2', 'C1:C2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const xml = `<sheetData>${rowsXml(rows)}</sheetData><mergeCells>${merges}</mergeCells>`
  const answer = await readTable(rawWorkbook([{ name: '清单', xml }]))
  expect(answer.rows[0]?.values).toMatchObject({ statutoryDays: '20', promisedDays: '5个工作日' })
})

test('TB4 a row of no height is hidden too; a hidden row without a word in it is not counted', async () => {
  const rows = [
    ['事项名称', '实施编码', '部门'],
    ['甲事', 'A-1', '公安局'],
    ['乙事', 'A-2', '公安局'],
    ['', '', ''],
  ]
  const xml = `<sheetData>${rowsXml(rows, { 3: 'ht="0" customHeight="1"', 4: 'hidden="1"' })}</sheetData>`
  const answer = await readTable(rawWorkbook([{ name: '事项', xml }]))
  expect(answer.rows.map(({ name }) => name)).toEqual(['甲事'])
  expect(answer.notes.join()).toContain('工作表“事项”有 1 行隐藏着')
})

test('TB5 all sheets are read; the sheet’s name is the department where there is no column, and it is said', async () => {
  const { rows, notes } = await readTable(importFile('38-sheet-per-department-no-column.xlsx'))
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
  const answer = await readTable(rawWorkbook([...sheets, sheet('附表', ['又一次', 'C-0-0', '第0局'])]))
  expect(answer.rows.length).toBe(170)
  expect(answer.rejected).toEqual([{ row: 2, reason: expect.stringContaining('“部门0”表第 2 行') as string }])
})

test('TB5 the department in a row of its own belongs to the rows below; kinds and remarks are not departments', async () => {
  expect(
    (await readTable(importFile('32-department-section-rows.xlsx'))).rows.map(({ department }) => department),
  ).toEqual(['市公安局', '市公安局', '市人社局'])
  const { rows, rejected } = await readTable(
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
  const { rows } = await readTable(importFile('21-two-header-rows-group.xlsx'))
  expect(rows[0]?.values).toMatchObject({ statutoryDays: '20', promisedDays: '5', fee: '不收费', charged: '否' })
})

test('TB6 remarks in headings are set aside and their unit counts; a power list is known', async () => {
  const remarks = await readTable(importFile('24-headings-with-remarks.xlsx'))
  expect([remarks.unknown, remarks.rows[0]?.values.statutoryDays]).toEqual([[], '20工作日'])
  const power = await readTable(importFile('25-power-list-headings.xlsx'))
  expect([power.unknown, power.rows.length, power.rows[0]?.values.conditions]).toEqual([[], 5, '本市户籍。'])
  const many = await readTable(
    '"* 事项名称（必填，不超过200字）","实施编码[文本]","3.实施主体","承诺时限(天)","办理条件 Conditions"\n甲事,A-1,公安局,30,有房',
  )
  expect(many.rows[0]?.values).toMatchObject({ promisedDays: '30自然日', conditions: '有房' })
})

test('TB6 headings that were not understood are listed by name, also where the file is refused for them', async () => {
  expect((await readTable('事项名称,实施编码,部门,神秘列,内部标记\n甲事,A-1,公安局,x,y')).unknown).toEqual([
    '神秘列',
    '内部标记',
  ])
  expect(await refusedBecause('事项名称,暗号,部门\n甲事,A-1,公安局')).toMatch(/缺少“实施编码”.*没有认出的列：暗号/)
})

test('TB6 numbered columns, repeated headings and rows that explain the form are no matters', async () => {
  const { rows, rejected } = await readTable(
    '事项名称,实施编码,部门\n1,2,3\n必填,必填，36位,必填\n甲事,A-1,公安局\n事项名称,实施编码,部门\n乙事,A-2,公安局',
  )
  expect(rows.map(({ name }) => name)).toEqual(['甲事', '乙事'])
  expect(rejected).toEqual([{ row: 3, reason: expect.stringContaining('填写说明') as string }])
})
