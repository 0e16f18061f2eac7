import { expect, test } from 'vitest'
import { rawWorkbook, rowsXml } from '../support/raw-workbook.ts'
import { codesOf, importFile, readTable } from '../support/read-table.ts'

test('TB7 merged departments are filled down', async () => {
  for (const name of ['30-merged-department.xlsx', 'd-merged-dept.xlsx'])
    expect((await readTable(importFile(name))).rejected).toEqual([])
  expect((await readTable(importFile('30-merged-department.xlsx'))).rows.map(({ department }) => department)).toEqual([
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
  const answer = await readTable(
    rawWorkbook([{ name: '事项', xml: `<sheetData>${rowsXml(rows)}</sheetData>${merges}` }]),
  )
  expect(answer.rejected).toEqual([])
  expect(
    answer.rows.map(({ code, values, lists }) => [code, values.promisedDays, lists.materials?.map(({ name }) => name)]),
  ).toEqual([
    ['A-1', '即办', ['身份证', '户口簿']],
    ['A-2', '5', ['申请表']],
  ])
})

test('TB7 a department column that was merged in another program is filled and every such row is doubtful', async () => {
  const { rows } = await readTable(
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
  const { rows, rejected } = await readTable(importFile('40-codes.xlsx'))
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
    codesOf(
      await readTable('事项名称,实施编码,部门\n甲事,="00012345",公安局\n乙事,"=""00012346""",公安局\n丙事,1234,公安局'),
    ),
  ).toEqual(['00012345', '00012346', '1234'])
  const json = await readTable(
    '[{"taskName":"甲事","taskCode":1135000012345678901,"deptName":"公安局"},{"taskName":"乙事","taskCode":"0012","deptName":"公安局"}]',
  )
  expect([codesOf(json), json.rejected.length]).toEqual([['0012'], 1])
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="00000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
  const xml = `<sheetData>${rowsXml([
    ['事项名称', '实施编码', '部门'],
    ['甲事', '<c r="B2" s="1"><v>12345</v></c>', '公安局'],
    ['乙事', '<c r="B3"><v>1.13500001234567E+14</v></c>', '公安局'],
  ])}</sheetData>`
  expect(codesOf(await readTable(rawWorkbook([{ name: '事项', xml }], { styles })))).toEqual([
    '00012345',
    '113500001234567',
  ])
})

test('TB10 cells without references, formulas and errors, rich and shared text', async () => {
  expect(codesOf(await readTable(importFile('j-noref.xlsx')))).toEqual(['TST0001', 'TST0002'])
  const strings = '<si><r><t>居住</t></r><r><rPr/><t>证</t></r><rPh><t>ㄐㄩ</t></rPh></si><si><t>公_x000D_安局</t></si>'
  const xml = `<sheetData>${rowsXml([
    ['事项名称', '实施编码', '部门'],
    ['<c r="A2" t="s"><v>0</v></c>', '<c r="B2" t="str"><f>"A"&amp;1</f><v>A1</v></c>', '<c r="C2" t="s"><v>1</v></c>'],
    ['乙事', '<c r="B3" t="e"><f>X()</f><v>#NAME?</v></c>', '公安局'],
    ['丙事', '<c r="B4"><f>C1&amp;C2</f></c>', '公安局'],
    ['丁事', '<c r="B5"><f>"0007"</f></c>', '公安局'],
  ])}</sheetData>`
  const { rows, rejected } = await readTable(rawWorkbook([{ name: '事项', xml }], { strings }))
  expect(rows.map(({ name, code }) => [name, code])).toEqual([
    ['居住证', 'A1'],
    ['丁事', '0007'],
  ])
  expect(rejected.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('#NAME?'),
    expect.stringContaining('没有算过的公式'),
  ])
})
