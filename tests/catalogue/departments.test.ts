import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { departmentFor } from '../../gateway/catalogue/department-for.ts'
import { USUAL_SOURCE, keepReading, planFile, takePlan } from '../../gateway/catalogue/import-file.ts'
import { readHabits } from '../../gateway/catalogue/source-habits.ts'
import { readHall } from '../../gateway/config.ts'
import { importPath } from '../support/import-path.ts'

const hall = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!hall.ok) throw new Error('the sample hall has faults')
const { departments } = hall.hall
const idOf = (name: string, table = {}): string | null => departmentFor(departments, name, table)
const real = readFileSync(resolve(import.meta.dirname, '../fixtures/catalogue/guangan_511602_matters_1135.csv'))

test.each(['公安局', '市公安局', '区公安局', '青城市公安局', '广安市广安区公安局'])(
  'I14 %s is the hall’s 公安局',
  (name) => expect(idOf(name)).toBe(departments.find((one) => one.name === '公安局')?.id),
)
test('I14 a department whose own name begins with 市 keeps it', () => {
  const id = departments.find((one) => one.name === '市场监督管理局')?.id
  expect([idOf('市场监督管理局'), idOf('市市场监督管理局'), idOf('广安区市场监督管理局')]).toEqual([id, id, id])
})
test.each(['市人社局', '公安局交警支队', '社区公安局', '局', 'constructor'])(
  'I14 %s is asked for and not guessed',
  (name) => expect(idOf(name)).toBeNull(),
)
test('I14 what a person has said goes before everything else; nothing and a department that is gone stay open', () => {
  const id = departments[0]?.id ?? ''
  expect([
    idOf('市人社局', { 市人社局: id }),
    idOf('公安局', { 公安局: '' }),
    idOf('市人社局', { 市人社局: 'gone' }),
  ]).toEqual([id, null, null])
})

test('I14 what is said of a department holds for this file and is kept for the next of its source', async () => {
  const { dataDir } = importPath(hall.hall)
  const target = departments.find((one) => one.name === '人力资源和社会保障局')?.id ?? ''
  const bytes = Buffer.from('事项名称,实施编码,部门\n甲事,A-1,市人社局')
  const place = {
    hall: hall.hall,
    own: [],
    dataDir,
    current: null,
    source: USUAL_SOURCE,
    departments: { 市人社局: target },
  }
  const planned = await planFile(bytes, place)
  if (!planned.ok) throw new Error(planned.message)
  expect([
    planned.plan.added[0]?.department,
    planned.plan.added[0]?.queueId,
    planned.plan.unknownDepartments.size,
  ]).toEqual([target, hall.hall.counters.find(({ department }) => department === target)?.queues[0] ?? null, 0])
  takePlan(place, planned, { suspicious: true, removals: false })
  keepReading(place, planned.read)
  const kept = readHabits(dataDir, USUAL_SOURCE)
  expect(kept.ok && kept.habits.departments).toEqual({ 市人社局: target })
  const next = await planFile(bytes, { ...place, departments: {} })
  expect(next.ok && next.plan.unknownDepartments.size).toBe(0)
})

test('I15 what the hall folder has is not new: the real list of 1,135', async () => {
  const codes = new Set(hall.matters.map(({ code }) => code))
  const { plan, read } = await importPath(hall.hall, hall.matters).take(real)
  const known = read.rows.filter(({ code }) => codes.has(code)).length
  expect(known).toBeGreaterThan(300)
  expect([plan.added.length, plan.changed.length + plan.unchanged]).toEqual([1135 - known, known])
})

test('I15 a row that says of a folder’s matter what the hall has already changes nothing', async () => {
  const own = hall.matters.find(
    ({ guide, parentName, register }) => guide === null && parentName === null && register === null,
  )
  if (!own) throw new Error('no bare matter')
  const department = departments.find(({ id }) => id === own.department)?.name ?? own.department
  const row = `"${own.name}",${own.code},${department},${own.kind}`
  const { plan } = await importPath(hall.hall, hall.matters).take(
    Buffer.from(`事项名称,实施编码,部门,事项类型\n${row}\n新的事,N-1,公安局,行政许可`),
  )
  expect([plan.added.map(({ name }) => name), plan.changed, plan.unchanged]).toEqual([['新的事'], [], 1])
})
