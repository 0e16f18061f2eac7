import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { caseTimeOf } from '../../gateway/cases/case-time.ts'
import { readCaseSheet } from '../../gateway/cases/read-case-sheet.ts'
import { type AppointmentSheet, readAppointmentSheet } from '../../gateway/cli/read-appointment-sheet.ts'
import { mobile } from '../../gateway/contract/appointments.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { clockOf, dayOf, momentOf } from '../../gateway/sheets/read-time.ts'
import { rawWorkbook, rowsXml } from '../support/raw-workbook.ts'

const TODAY = '2026-11-28'
const fileOf = (folder: string, name: string): Uint8Array =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/faults', folder, name))
function rowsOf(sheet: AppointmentSheet): string[] {
  if (!sheet.ok) throw new Error(sheet.message)
  return sheet.appointments.map(({ row, reference, queueId, day, clock }) =>
    [row, reference, queueId, day, clock].join(' '),
  )
}

test.each([
  ['2-excel-cn.csv', ['2 r2 A 2026-12-02 09:30']],
  ['3-semicolon.csv', ['2 r3 B 2026-12-02 10:00']],
  ['5-blankline.csv', ['2 r5 B 2026-12-02 11:00']],
  ['8-chinese.csv', ['2 r9 C 2026-12-02 10:00']],
  [
    '9-serials.xlsx',
    ['2 s1 C 2026-12-02 10:30', '3 s2 C 2026-12-02 10:00', '4 s3 D 2026-12-02 13:30', '5 s4 D 2026-12-02 10:00'],
  ],
  ['13-title.xlsx', ['3 s8 F 2026-12-02 11:00']],
])('TB9 the appointments of %s', (name, rows) =>
  expect(rowsOf(readAppointmentSheet(fileOf('appointments', name), TODAY))).toEqual(rows),
)

test('TB9 a day that is none is refused with the row a person sees', () => {
  const sheet = readAppointmentSheet(fileOf('appointments', '5-blankline.csv'), TODAY)
  expect(sheet.ok && sheet.refused).toEqual([{ row: 5, message: expect.stringContaining('2026-12-40') as string }])
})

test.each([
  ['2026-12-02', '2026-12-02'],
  ['2026/12/2', '2026-12-02'],
  ['2026.12.2', '2026-12-02'],
  ['2026年12月2日', '2026-12-02'],
  ['２０２６年１２月２日（星期三）', '2026-12-02'],
  ['二〇二六年十二月二日', '2026-12-02'],
  ['20261202', '2026-12-02'],
  ['20261202090000', '2026-12-02'],
  ['2026-12-02 09:30', '2026-12-02'],
  ['2026-12-02T09:30:00+08:00', '2026-12-02'],
  ['46358', '2026-12-02'],
  ['46358.4', '2026-12-02'],
  ['12月2日', '2026-12-02'],
  ['1月5日', '2027-01-05'],
  ['11-27', '2027-11-27'],
  ['11/28', '2026-11-28'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['12/2/2026', null],
  ['26-12-02', null],
  ['下周三', null],
])('TB9 the day %s is %s', (said, day) => expect(dayOf(said, TODAY)).toBe(day))

test.each([
  ['9:30', '09:30'],
  ['09:30:00', '09:30'],
  ['９：３０', '09:30'],
  ['9点半', '09:30'],
  ['9时', '09:00'],
  ['十点三十分', '10:30'],
  ['下午2:30', '14:30'],
  ['2:30 PM', '14:30'],
  ['上午9:00-9:30', '09:00'],
  ['09:30-10:00', '09:30'],
  ['0930', '09:30'],
  ['2026-12-02 10:00', '10:00'],
  ['2026年12月2日（星期三）上午10:00', '10:00'],
  ['46358.4166666667', '10:00'],
  ['0.4375', '10:30'],
  ['0.5', '12:00'],
  ['0.395833333333333', '09:30'],
  ['10点一刻', '10:15'],
  ['下午三点三刻', '15:45'],
  ['3月20日 10点半', '10:30'],
  ['25:00', null],
  ['2026-12-02', null],
  ['上午', null],
])('TB9 the clock %s is %s', (said, clock) => expect(clockOf(said)).toBe(clock))

test('TB9 days of a workbook that counts from 1904, and of formats with Chinese words', async () => {
  const xml = `<sheetData>${rowsXml([
    ['预约编号', '队列', '日期', '时间'],
    ['x1', 'A', '<c r="C2" s="1"><v>44896</v></c>', '<c r="D2" s="2"><v>0.395833333333333</v></c>'],
    ['x2', 'A', '<c r="C3"><v>44896</v></c>', '9:30'],
  ])}</sheetData>`
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="20"/></cellXfs>'
  const old = rawWorkbook([{ name: '预约', xml }], { from1904: true, styles })
  expect(rowsOf(readAppointmentSheet(old, TODAY))).toEqual(['2 x1 A 2026-12-02 09:30', '3 x2 A 2026-12-02 09:30'])
  const cells = [
    ['预约编号', '队列', '预约时间'],
    ['y1', 'B', new Date(Date.UTC(2026, 11, 2, 10, 30))],
  ] as const
  const written = await writeXlsxFile(
    cells.map((row) =>
      row.map((value) =>
        value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd hh:mm' } : { value, type: String },
      ),
    ),
  ).toBuffer()
  expect(rowsOf(readAppointmentSheet(written, TODAY))).toEqual(['2 y1 B 2026-12-02 10:30'])
})

const time = caseTimeOf('Asia/Shanghai', noHolidays)
test('TB9 a moment is the hall’s, whatever the computer’s zone', () => {
  const want = Date.parse('2026-12-01T01:00:00Z')
  for (const said of [
    '2026-12-01 09:00',
    '2026/12/1 9:00',
    '2026年12月1日 09:00',
    '20261201090000',
    '2026-12-01T09:00:00',
    '2026-12-01T01:00:00Z',
    '2026-12-01T09:00:00+08:00',
  ])
    expect([said, momentOf(said, time.at)]).toEqual([said, want])
  expect(momentOf('2026-12-01 09:00:30', time.at)).toBe(want + 30_000)
  expect(momentOf('昨天', time.at)).toBeNull()
})

test('TB9 the cases of a drop file with five ways to write a day', async () => {
  const read = await readCaseSheet(fileOf('cases', 'cases.csv'), 0, time)
  if (!read.ok) throw new Error(read.message)
  expect([read.refused, read.cases.map(({ acceptedOn }) => acceptedOn)]).toEqual([[], Array(5).fill('2026-11-25')])
  expect(new Set(read.cases.map(({ reportedAt }) => reportedAt))).toEqual(new Set([Date.parse('2026-12-01T01:00:00Z')]))
})

test('TB9 a case’s limit in calendar days ends on its day; a step with no day is refused', async () => {
  const head = '受理号,证件后四位,事项名称,部门,状态,受理日期,承诺时限,环节'
  const row = (limit: string, steps: string): string =>
    `R-${limit}00,1234,甲事,公安局,审核中,2026-11-25,${limit},${steps}`
  const read = await readCaseSheet(
    Buffer.from([head, row('14日', '受理'), row('10个工作日', '受理'), row('5', '受理 2026-11-45')].join('\n')),
    0,
    time,
  )
  if (!read.ok) throw new Error(read.message)
  expect(read.cases.map(({ promisedDays }) => promisedDays)).toEqual([10, 10])
  expect(read.refused).toEqual([{ row: 4, message: expect.stringContaining('环节') as string }])
})

test('TB4 TB2 hidden sheets, GBK with a title, and broken characters in cases and appointments', async () => {
  const rows = [
    ['预约编号', '队列', '日期', '时间'],
    ['h1', 'A', '2026-12-02', '9:30'],
  ]
  const xml = `<sheetData>${rowsXml(rows)}</sheetData>`
  const book = rawWorkbook([
    { name: '旧', xml, hidden: true },
    { name: '新', xml: `<sheetData>${rowsXml([rows[0] ?? [], ['n1', 'B', '2026-12-03', '9:30']])}</sheetData>` },
  ])
  const sheet = readAppointmentSheet(book, TODAY)
  expect([rowsOf(sheet), sheet.ok && sheet.notes.join()]).toEqual([
    ['2 n1 B 2026-12-03 09:30'],
    expect.stringContaining('“旧”隐藏着'),
  ])
  const cut = Buffer.concat([
    Buffer.from('预约编号,队列,日期,时间\nc1,A,2026-12-02,9:30\n预'),
    Buffer.from([0xe5, 0xa4]),
    Buffer.from(',A,2026-12-02,9:30\n'),
  ])
  const broken = readAppointmentSheet(cut, TODAY)
  expect(broken.ok && [broken.appointments.length, broken.refused]).toEqual([
    1,
    [{ row: 3, message: expect.stringContaining('字坏了') as string }],
  ])
})

test.each([
  '+86 138 0013 8000',
  '+8613800138000',
  '0086-138-0013-8000',
  '86 13800138000',
  '１３８００１３８０００',
  '138-0013-8000',
])('B20 %s is one number', (typed) => expect(mobile.parse(typed)).toBe('13800138000'))
test.each(['+852 13800138000', '8613800138', '23800138000'])('B20 %s is none', (typed) =>
  expect(mobile.safeParse(typed).success).toBe(false),
)
