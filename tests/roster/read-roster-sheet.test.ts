import writeXlsxFile from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { readRosterSheet } from '../../gateway/roster/read-roster-sheet.ts'

const departments = [
  { id: 'scjg', name: '市场监督管理局', subCentre: null },
  { id: 'bdc', name: '不动产登记中心', subCentre: null },
]
const TODAY = '2026-03-18'
const csv = (...lines: string[]): Uint8Array => new TextEncoder().encode(lines.join('\n'))
const read = (...lines: string[]) => readRosterSheet(csv(...lines), departments, TODAY)
const duty = (day: string, post: string, name: string, over: object = {}) => ({
  day,
  post,
  name,
  departmentName: null,
  from: null,
  until: null,
  ...over,
})

test('DR2 a row for each duty, with its hours in columns of their own', () => {
  expect(
    read(
      '日期,岗位,部门,姓名,上班,下班',
      '2026-03-18,首席代表,青城市市场监督管理局,王*,,',
      '2026/3/18,带班领导,,张*,9:00,12:00',
      '3月19日,引导员,,李红,13:00,',
    ),
  ).toEqual({
    ok: true,
    from: '2026-03-18',
    until: '2026-03-19',
    duties: [
      duty('2026-03-18', 'chief', '王*', { departmentName: '市场监督管理局' }),
      duty('2026-03-18', 'leader', '张*', { from: '09:00', until: '12:00' }),
      duty('2026-03-19', 'guide', '李红', { from: '13:00' }),
    ],
    refused: [],
    notes: [],
  })
})

test('DR2 a row for each day, or for several in a row, with a column for each post and a title above', () => {
  const done = read(
    '三月值班表,,,',
    '日期,星期,值班领导,导办人员',
    '2026-03-16至2026-03-17,周一,张*,李红 8:30-12:00、张强 下午',
    '2026-03-18,周三,,/',
  )
  expect(done).toMatchObject({ ok: true, from: '2026-03-16', until: '2026-03-17', refused: [], notes: [] })
  expect(done.ok && done.duties.map(({ day, name, from }) => `${day} ${name} ${from}`)).toEqual([
    '2026-03-16 张* null',
    '2026-03-17 张* null',
    '2026-03-16 李红 08:30',
    '2026-03-16 张强 12:00',
    '2026-03-17 李红 08:30',
    '2026-03-17 张强 12:00',
  ])
})

test('DR2 all sheets of a workbook, real dates, and columns that are not needed', async () => {
  const head = ['日期', '部门', '首席代表', '民族'].map((value) => ({ value, type: String }))
  const row = (day: number, name: string, department = '不动产登记中心') => [
    { value: new Date(Date.UTC(2026, 2, day)), type: Date, format: 'yyyy-mm-dd' },
    { value: department, type: String },
    { value: name, type: String },
    { value: '无', type: String },
  ]
  const bytes = await writeXlsxFile([
    { data: [head, row(18, '王*')], sheet: '一楼' },
    { data: [head, row(19, '赵*'), row(20, '钱*', '没有的局')], sheet: '五楼' },
  ] as never).toBuffer()
  const done = readRosterSheet(new Uint8Array(bytes), departments, TODAY)
  expect(done).toMatchObject({ ok: true, from: '2026-03-18', until: '2026-03-19', notes: ['没有用这些列：民族。'] })
  expect(done.ok && done.duties.map(({ name }) => name)).toEqual(['王*', '赵*'])
  expect(done.ok && done.refused).toEqual([
    { row: 3, sheet: '五楼', message: '大厅没有“没有的局”这个部门，或者有几个都像。请写部门的全名' },
  ])
})

test('DR3 a row that cannot be understood is told with its number, and the others count', () => {
  const done = read(
    '日期,岗位,部门,姓名,上班,下班',
    '2026-03-18,值班领导,,张*,,',
    '不知道,值班领导,,李*,,',
    '2026-03-18,保安,,孙*,,',
    '2026-03-18,首席代表,,周*,,',
    '2026-03-18,导办员,,李红,25:00,',
    '2026-03-18,导办员,,李红,12:00,9:00',
    '2026-03-18,导办员,,李红 13800000000,,',
    '2026-03-20至2026-03-19,导办员,,李红,,',
    '2026-03-18,导办员,,\ufffd红,,',
  )
  expect(done.ok && done.duties.map(({ name }) => name)).toEqual(['张*'])
  expect(done.ok && done.refused.map(({ row, message }) => `${row} ${message}`)).toEqual([
    '3 看不懂日期“不知道”。请写成 2026-03-18，几天连写成 2026-03-16至2026-03-20',
    '4 岗位“保安”不认识。写首席代表、值班领导或导办员',
    '5 首席代表要写明部门',
    '6 上班或下班的时间不对。写成 08:30 这样',
    '7 下班要晚于上班',
    '8 姓名里有数字。只写姓名和时间，例如：李红 8:30-12:00',
    '9 看不懂日期“2026-03-20至2026-03-19”。请写成 2026-03-18，几天连写成 2026-03-16至2026-03-20',
    expect.stringContaining('字坏了'),
  ])
})

test('DR3 a file without a roster says what its heading must have; one without a good row says why', () => {
  expect(read('事项名称,部门', '补领,不动产登记中心')).toMatchObject({
    ok: false,
    message: expect.stringContaining('表头要有“日期”'),
  })
  expect(read('日期,值班领导', '2026-03-18,')).toEqual({ ok: false, message: '表里没有排班：表头下面没有写姓名的行。' })
  expect(read('日期,值班领导', '明天,张*')).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^没有一行能用。第 2 行：看不懂日期/),
  })
  expect(read('日期,值班领导', '2026-03-18,张*', '2028-03-18,张*')).toMatchObject({
    ok: false,
    message: expect.stringContaining('超过一年'),
  })
  expect(readRosterSheet(new Uint8Array(), departments, TODAY)).toMatchObject({ ok: false })
})

test('DR2 whoever stands there twice is on duty once', () => {
  const done = read('日期,值班领导', '2026-03-18,张*', '2026-03-18,张*')
  expect(done.ok && done.duties).toHaveLength(1)
})
