import { mkdtempSync, readFileSync, readdirSync, writeFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { zipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import writeXlsxFile from 'write-excel-file/node'
import { expect, test } from 'vitest'
import { readCatalogue, writeCatalogue } from '../../gateway/catalogue/catalogue-files.ts'
import { mattersOfRows, withImported } from '../../gateway/catalogue/import-matters.ts'
import { readMatterRows } from '../../gateway/catalogue/read-matter-rows.ts'
import type { ReadRows } from '../../gateway/catalogue/source-row.ts'
import { importCommand } from '../../gateway/cli/import-command.ts'
import { catalogueNow } from '../../gateway/cli/order-catalogue.ts'
import { readHall } from '../../gateway/config.ts'
import { importPath } from '../support/import-path.ts'

const sheet = resolve(import.meta.dirname, '../fixtures/catalogue/guangan_511602_matters_1135.csv')
const hallDir = resolve(import.meta.dirname, '../../assets/sample-hall')
const hall = readHall(hallDir)
if (!hall.ok) throw new Error('the sample hall has faults')
const real = readFileSync(sheet)
const HEADER = '序号,部门,主项名称,事项名称,实施编码,区划代码,事项类型代码,事项类型,部门编码,在线办理链接'

async function rowsOf(bytes: Uint8Array): Promise<ReadRows> {
  const read = await readMatterRows(bytes)
  if (!read.ok) throw new Error(read.message)
  return read
}
const small = (...lines: string[]): Buffer => Buffer.from([HEADER, ...lines].join('\n'))
const line = (over: { name?: string; code?: string; department?: string; url?: string } = {}): string =>
  `1,${over.department ?? '公安局'},,${over.name ?? '居住证办理'},${over.code ?? '512B-1'},511602000000,20,公共服务,x,${over.url ?? ''}`

test('I1 all 1,135 rows of the real export come in', async () => {
  const { rows, rejected, missing } = await rowsOf(real)
  expect([rows.length, rejected]).toEqual([1135, []])
  expect(rows[0]?.code).toBe('511Z07001006-511602000000-000-11511301008778183N-1-00')
  expect(missing).toEqual({ 主项名称: 615 })
})

test('I2 without the mark, and as GBK, the same rows come in', async () => {
  const text = iconv.decode(real, 'utf8')
  const { rows } = await rowsOf(real)
  expect((await rowsOf(Buffer.from(text))).rows).toEqual(rows)
  expect((await rowsOf(iconv.encode(text, 'gbk'))).rows).toEqual(rows)
})

test('I3 a second import adds nothing; a changed name updates its matter', async () => {
  const { take } = importPath(hall.hall)
  const first = await take(real)
  expect([first.plan.added.length, first.plan.changed, first.plan.unchanged]).toEqual([1135, [], 0])
  const again = await take(real)
  expect(again.plan).toMatchObject({ added: [], changed: [], unchanged: 1135, removed: [] })
  expect(again.matters).toEqual(first.matters)
  const renamed = first.matters[7]
  if (!renamed) throw new Error('no eighth matter')
  const lines = iconv.decode(real, 'utf8').split('\n')
  const changed = lines.map((one) =>
    one.includes(renamed.code) ? one.replaceAll(renamed.name, '改了名字的事项') : one,
  )
  const third = await take(Buffer.from(changed.join('\n')))
  expect([third.plan.added.length, third.plan.changed.length, third.plan.unchanged]).toEqual([0, 1, 1134])
  expect([third.matters.length, third.matters[7]?.name]).toEqual([1135, '改了名字的事项'])
})

test('I3 an imported code that the hall already has keeps the hall’s queue and guide', async () => {
  const own = hall.matters.find(({ guide, code }) => guide === null && code.startsWith('511')) ?? hall.matters[0]
  if (!own) throw new Error('no matter')
  const { matters } = await importPath(hall.hall).take(small(line({ name: '新的名字', code: own.code })))
  const merged = withImported(hall.matters, matters)
  expect(merged.length).toBe(hall.matters.length)
  expect(merged.find(({ code }) => code === own.code)).toMatchObject({
    id: own.id,
    name: '新的名字',
    queueId: own.queueId,
    department: own.department,
  })
})

test('I4 tags, entities, control and invisible characters go; the words stay', async () => {
  const dirty = 'a<b>居住证</b>&nbsp;&amp;amp; 办\u200b理\u0007（5人<10人）&#65279;'
  expect((await rowsOf(small(line({ name: `"\t${dirty}\r\n "` })))).rows[0]?.name).toBe('a居住证 & 办理（5人<10人）')
})

test('I4 what only looks like an entity stays as it is written', async () => {
  const read = await rowsOf(small(line({ name: '办证&constructor;&tostring;&lt;5 人' })))
  expect(read.rows[0]?.name).toBe('办证&constructor;&tostring;<5 人')
})

test('I4 an address that is not of the web does not come through', async () => {
  const { rows, missing } = await rowsOf(
    small(line({ url: 'javascript:alert(1)' }), line({ code: '2', url: 'https://hall.example/x' })),
  )
  expect([rows.map(({ url }) => url), missing['在线办理链接']]).toEqual([['', 'https://hall.example/x'], 1])
})

test.each([
  ['没有事项名称', line({ name: '' })],
  ['没有实施编码', line({ code: '' })],
  ['没有部门', line({ department: '' })],
  ['表格软件改成了数字', line({ code: '5.11E+12' })],
  ['出错页面', line({ name: '404 Not Found' })],
  ['和第 2 行一样', line()],
])('I5 a row is rejected: %s', async (reason, bad) => {
  const { rows, rejected } = await rowsOf(small(line(), bad, line({ code: 'other' })))
  expect(rows.map(({ row }) => row)).toEqual([2, 4])
  expect(rejected).toEqual([{ row: 3, reason: expect.stringContaining(reason) as string }])
})

test('I5 the row number is the one of the spreadsheet, also after empty rows', async () => {
  expect((await rowsOf(small('', '', line({ name: '' })))).rejected).toEqual([{ row: 4, reason: '没有事项名称' }])
})

test.each([
  ['表头缺少', '甲,乙\n1,2'],
  ['空的', ''],
  ['空的', '\0\0\0\0'],
  ['Excel', 'PK\u0003\u0004xxxx'],
  ['旧的 .xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0])],
  ['JSON', '{"事项名称":'],
  ['网页', '<!DOCTYPE html><html><body>404</body></html>'],
  ['引号不成对', `${HEADER}\n1,"公安局,,x,y`],
])('I6 a file is refused: %s', async (words, content) => {
  const read = await readMatterRows(Buffer.from(content))
  expect(read.ok ? '' : read.message).toContain(words)
})

test('I6 a header without rows is an empty sheet, not a wrong one', async () => {
  expect((await rowsOf(small())).rows).toEqual([])
})

test('I7 no guide is invented for what the source does not say', async () => {
  const { matters } = await importPath(hall.hall).take(real)
  expect(matters.filter(({ guide, popular, aliases }) => guide !== null || popular > 0 || aliases.length > 0)).toEqual(
    [],
  )
})

test('I8 what was written is read back; a catalogue that was changed by hand is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-import-'))
  expect(readCatalogue(folder, null)).toEqual({ ok: true, catalogue: { matters: [], sources: {} } })
  const matters = mattersOfRows(hall.hall, (await rowsOf(real)).rows)
  const catalogue = { matters, sources: {} }
  const hash = writeCatalogue(folder, catalogue)
  expect(readCatalogue(folder, hash)).toEqual({ ok: true, catalogue })
  expect(readdirSync(join(folder, 'catalogue'))).toEqual([`${hash}.json`])
  appendFileSync(join(folder, 'catalogue', `${hash}.json`), ' ')
  expect(readCatalogue(folder, hash)).toMatchObject({ ok: false, message: expect.stringContaining('被改过') as string })
  expect(readCatalogue(folder, '0'.repeat(64))).toMatchObject({
    ok: false,
    message: expect.stringContaining('找不到') as string,
  })
})

async function importedInto(dataDir: string): Promise<number> {
  const read = readCatalogue(dataDir, await catalogueNow(dataDir))
  return read.ok ? read.catalogue.matters.length : -1
}

test('I8 the command answers 0 for an import, 1 for a file that is no sheet, 2 without a file', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'tingshi-import-'))
  expect(await importCommand([sheet], { dataDir, hallDir })).toBe(0)
  expect(await importedInto(dataDir)).toBe(1135)
  const wrong = join(dataDir, 'wrong.csv')
  writeFileSync(wrong, '<html>')
  expect(await importCommand([wrong], { dataDir, hallDir })).toBe(1)
  expect(await importCommand([join(dataDir, 'absent.csv')], { dataDir, hallDir })).toBe(1)
  expect(await importCommand([], { dataDir, hallDir })).toBe(2)
  expect(await importedInto(dataDir)).toBe(1135)
})

const xlsx = (rows: (string | number | null)[][]): Promise<Buffer> => writeXlsxFile(rows, { sheet: '事项' }).toBuffer()
const asRows = (text: string): string[][] => parse(text, { bom: true })

test('I2 the same sheet as xlsx and as JSON lines gives the same rows', async () => {
  const { rows } = await rowsOf(real)
  const sheetRows = asRows(real.toString('utf8'))
  expect((await rowsOf(await xlsx(sheetRows))).rows).toEqual(rows)
  const [head = [], ...body] = sheetRows
  const lines = body
    .map((cells) => JSON.stringify(Object.fromEntries(head.map((key, at) => [key, cells[at]]))))
    .join('\n')
  expect((await rowsOf(Buffer.from(lines))).rows).toEqual(rows)
})

test('I9 the heading may stand in row 1, below a title, or in two rows', async () => {
  const one = ['512B-1', '居住证办理', '公安局', '20']
  const want = [expect.objectContaining({ code: '512B-1', name: '居住证办理', department: '公安局', kind: '公共服务' })]
  const chinese = ['*实施编码（必填）', '事项名称', '实施主体', '事项类型']
  expect((await rowsOf(await xlsx([chinese, one]))).rows).toEqual(want)
  expect((await rowsOf(await xlsx([['青城事项清单'], chinese, one]))).rows).toEqual(want)
  expect((await rowsOf(await xlsx([['taskCode', 'taskName', 'deptName', 'taskType'], chinese, one]))).rows).toEqual(
    want,
  )
  expect(
    (
      await rowsOf(
        await xlsx([
          ['taskCode', 'title', '篇扩行使主体/pkorgName', '篇扩类别/pkitemType'],
          ['', '标题', null, null],
          one,
        ]),
      )
    ).rows,
  ).toEqual(want)
})

test('I5 a code that the spreadsheet took for a number and cut is rejected; a short one stays', async () => {
  const { rows, rejected } = await rowsOf(
    await xlsx([
      ['实施编码', '事项名称', '部门'],
      [1234567890123456800, '甲', '乙'],
      [123456789012, '丙', '丁'],
    ]),
  )
  expect(rows.map(({ code }) => code)).toEqual(['123456789012'])
  expect(rejected).toEqual([{ row: 2, reason: expect.stringContaining('丢了') as string }])
})

test('I10 a file that unpacks into more than it should, or whose cells lie far apart, is refused', async () => {
  const good = { 'xl/workbook.xml': new Uint8Array(10) }
  const bomb = zipSync({ ...good, 'xl/worksheets/sheet1.xml': new Uint8Array(310 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await readMatterRows(bomb)).toMatchObject({ ok: false, message: expect.stringContaining('太大') as string })
  const far = zipSync({
    ...good,
    'xl/worksheets/sheet1.xml': Buffer.from('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  })
  expect(await readMatterRows(far)).toMatchObject({ ok: false, message: expect.stringContaining('太大') as string })
  expect(await readMatterRows((await xlsx([['实施编码', '事项名称', '部门']])).subarray(0, 900))).toMatchObject({
    ok: false,
  })
  expect(await readMatterRows(new Uint8Array(50 * 1024 * 1024 + 1))).toMatchObject({
    ok: false,
    message: expect.stringContaining('50 MB') as string,
  })
})
