import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { limitWords } from '../../gateway/catalogue/guide/limit-words.ts'
import { promiseOf } from '../../gateway/catalogue/guide/promise-of.ts'
import { feeOf } from '../../gateway/catalogue/import/fee-of.ts'
import { ownPart, readLimit } from '../../gateway/catalogue/import/read-limit.ts'
import { readHall } from '../../gateway/config.ts'
import { noHolidays } from '../../gateway/contract/calendar.ts'
import { type Guide, guide } from '../../gateway/contract/matter.ts'
import { sectionsOf } from '../../kiosk/terminal/guide/details-screen.tsx'
import { importPath } from '../support/import-path.ts'

const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!hall.ok) throw new Error('the sample hall has faults')
const guidesOf = async (name: string): Promise<(Guide | null)[]> => {
  const bytes = readFileSync(resolve(import.meta.dirname, '../fixtures/faults/imports', name))
  return (await importPath(hall.hall).take(bytes)).matters.map((one) => one.guide)
}

test.each([
  ['20', 20, null],
  ['２０个工作日', 20, '工作日'],
  ['20 个 工作日', 20, '工作日'],
  ['二十个工作日', 20, '工作日'],
  ['一百二十日', 120, '自然日'],
  ['不超过20个工作日', 20, '工作日'],
  ['自受理之日起20个工作日内', 20, '工作日'],
  ['15（工作日）', 15, '工作日'],
  ['20天（工作日）', 20, '工作日'],
  ['30日', 30, '自然日'],
  ['30天内办结', 30, '自然日'],
  ['1个月', 1, '月'],
  ['三个月', 3, '月'],
  ['2小时', 2, '小时'],
  ['半个工作日', 0.5, '工作日'],
  ['即办', 0, null],
  ['当场办结（材料齐全）', 0, null],
])('I12 %s is %s in %s', (text, days, unit) => expect(readLimit(text)).toMatchObject({ days, unit }))

test.each(['5-10个工作日', '20个工作日，听证另加30日', '20个工作日，30日', '/', '-1', '99999', '详见附件'])(
  'I12 %s is no plain limit',
  (text) => expect(readLimit(text)).toBeNull(),
)

test('I12 where one cell states both limits each takes its own', () => {
  expect([ownPart('法定30日/承诺5个工作日', '法定'), ownPart('法定30日/承诺5个工作日', '承诺')]).toEqual([
    '法定30日',
    '承诺5个工作日',
  ])
  expect(ownPart('5-10个工作日', '法定')).toBe('5-10个工作日')
})

test('I12 the limits of a file: units stay, what is more than a number stays beside it, a dash is nothing', async () => {
  const read = (await guidesOf('50-limits.xlsx')).map((one) => [
    one?.statutoryDays,
    one?.statutoryUnit,
    one?.statutoryNote,
  ])
  expect(read.slice(0, 5)).toEqual(Array(5).fill([20, '工作日', null]))
  expect(read[11]).toEqual([30, '自然日', null])
  expect(read[9]).toEqual([null, '工作日', '5-10个工作日'])
  expect(read[17]).toEqual([20, '工作日', '20个工作日（不含公示）'])
  expect([read[20], read[21], read[27]]).toEqual(Array(3).fill([null, '工作日', null]))
})

test('I12 a month ends on its day (民法典 202), hours name no day, old catalogues count working days', () => {
  const of = (given: object): unknown => promiseOf(guide.parse(given), '2026-01-30', noHolidays)
  expect(of({ promisedDays: 1, promisedUnit: '月' })).toMatchObject({ day: '2026-03-02' })
  expect(of({ promisedDays: 2, promisedUnit: '月' })).toMatchObject({ day: '2026-03-30' })
  expect(of({ promisedDays: 3, promisedUnit: '小时' })).toBeNull()
  expect(of({ promisedNote: '5-10个工作日', statutoryDays: 20 })).toBeNull()
  expect(guide.parse({ statutoryDays: 20 }).statutoryUnit).toBe('工作日')
})

test.each([
  ['否', '不收费', false, '不收费'],
  ['0', '0', false, null],
  ['免费', '', false, null],
  ['按标准', '', true, '按标准'],
  ['是', '40元', true, '40元'],
  ['☑是□否', '20元/证', true, '20元/证'],
  ['□是☑否', '', false, null],
  ['是□否√', '', false, null],
  ['√', '', true, null],
  ['是（工本费）', '', true, '是（工本费）'],
  ['不收费/按标准', '', null, '不收费/按标准'],
  ['', '登记费 80 元', null, '登记费 80 元'],
])('I13 是否收费 %j with %j', (charged, fee, flag, words) =>
  expect(feeOf(charged, fee)).toEqual({ charged: flag, fee: words }),
)

test('I13 the fees of a file are free, charged as written, or not said', async () => {
  const fees = (await guidesOf('51-fees.xlsx')).map((one) => one?.charged)
  expect(fees).toEqual([false, true, false, true, null, true, false, false, true, true, true])
})

test('I16 conditions keep their lines; a stated limit or fee is never 未提供', () => {
  const said = guide.parse({
    conditions: '一、甲\n二、乙',
    promisedNote: '5-10个工作日',
    statutoryDays: 30,
    statutoryUnit: '自然日',
    charged: true,
  })
  const lines = new Map(sectionsOf(said, null).map((section) => [section.word, section.lines]))
  expect(lines.get('conditions')).toEqual(['一、甲', '二、乙'])
  expect(lines.get('limits')?.join('|')).toMatch(/5-10个工作日\|.*30 天/)
  expect(lines.get('fee')).toEqual(['收费'])
  expect(lines.get('serves')).toEqual([])
})

test('I16 the printed list says a limit in its own unit', () => {
  expect([
    limitWords(30, '自然日', null),
    limitWords(1, '月', null),
    limitWords(0, '工作日', null),
    limitWords(null, '工作日', '5-10个工作日'),
    limitWords(null, '工作日', null),
  ]).toEqual(['30 天', '1 个月', '当场办结', '5-10个工作日', null])
})
