import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { departmentFor } from '../../gateway/catalogue/department-for.ts'
import { likelyDepartments } from '../../gateway/catalogue/likely-departments.ts'
import { planView } from '../../gateway/catalogue/plan-view.ts'
import { USUAL_SOURCE, planFile } from '../../gateway/catalogue/import-file.ts'
import { planLines } from '../../gateway/cli/say-plan.ts'
import { readHall } from '../../gateway/config.ts'
import { importPath } from '../support/import-path.ts'

const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const { hall } = read
const hallOf = (...names: string[]) => names.map((name, nth) => ({ id: `D${nth + 1}`, name, subCentre: null }))
const likely = (departments: typeof hall.departments, name: string): string[] =>
  likelyDepartments(departments, name).map((id) => departments.find((one) => one.id === id)?.name ?? '')

test.each([
  ['人社局', '人力资源和社会保障局'],
  ['市人社局', '人力资源和社会保障局'],
  ['青城市青山区人社局', '人力资源和社会保障局'],
  ['市监局', '市场监督管理局'],
  ['市市监局', '市场监督管理局'],
  ['住建局', '住房和城乡建设局'],
  ['卫健委', '卫生健康委员会'],
  ['公积金中心', '住房公积金管理中心'],
  ['发改委', '发展和改革委员会'],
  ['医保局', '医疗保障局'],
  ['文旅局', '文化旅游广电局'],
  ['城管局', '城市管理综合执法局'],
  ['人防办', '人民防空办公室'],
])('I17 %s may be %s of the sample hall, and is not taken for it', (name, own) => {
  expect(departmentFor(hall.departments, name, {})).toBeNull()
  expect(likely(hall.departments, name)).toEqual([own])
})
test.each([
  '国资委',
  '粮食局',
  '环保局',
  '公安分局',
  '社保局中心',
  '局',
  '委',
  '',
  '保障局人社',
  '社人局',
  '民委',
  '残联',
])('I17 %s is none of the sample hall’s, or says too little, so nothing is suggested', (name) =>
  expect(likely(hall.departments, name)).toEqual([]),
)
test('I17 the hall may be the one that writes short, and the source in full', () => {
  const own = hallOf('人社局', '市监局', '税务局')
  expect(likely(own, '青城市人力资源和社会保障局')).toEqual(['人社局'])
  expect(likely(own, '市场监督管理局')).toEqual(['市监局'])
})
test('I17 another kind of office is not suggested: a committee is no bureau, a detachment no brigade', () => {
  const own = hallOf('卫生健康局', '公安局交通警察支队', '政务服务中心')
  for (const name of ['卫健委', '交警大队', '政务中心办公室']) expect(likely(own, name), name).toEqual([])
  expect(likely(own, '公安局交警支队')).toEqual(['公安局交通警察支队'])
})
test('I17 where two fit both are offered and none is taken', async () => {
  const departments = hallOf('交通运输局', '交通建设投资局', '民政局')
  const two = { ...hall, departments, counters: hall.counters.slice(0, 1) }
  const { dataDir } = importPath(two)
  const place = { hall: two, own: [], dataDir, current: null, source: USUAL_SOURCE, departments: {} }
  const planned = await planFile(Buffer.from('事项名称,实施编码,部门\n甲事,A-1,市交通局\n乙事,A-2,市民局'), place)
  if (!planned.ok) throw new Error(planned.message)
  expect(planView(place, planned).unknown).toEqual({
    total: 2,
    first: [
      { name: '市交通局', matters: 1, likely: ['D1', 'D2'] },
      { name: '市民局', matters: 1, likely: [] },
    ],
  })
  expect(planned.plan.added.map(({ department, queueId }) => [department, queueId])).toEqual([
    ['市交通局', null],
    ['市民局', null],
  ])
  expect(planLines(planned.plan, departments).join('\n')).toContain(
    '  市交通局 1 条，可能是 交通运输局（编号 D1）、交通建设投资局（编号 D2）',
  )
})
test('I17 a column that holds anything but departments is counted, and only the first two hundred are shown', async () => {
  const { dataDir } = importPath(hall)
  const place = { hall, own: [], dataDir, current: null, source: USUAL_SOURCE, departments: {} }
  const rows = Array.from({ length: 3_000 }, (_, nth) => `事${nth},C-${nth},局${nth}`)
  const planned = await planFile(Buffer.from(['事项名称,实施编码,部门', ...rows].join('\n')), place)
  if (!planned.ok) throw new Error(planned.message)
  const { total, first } = planView(place, planned).unknown
  expect([total, first.length]).toEqual([3_000, 200])
})
test('I17 of the real list’s unknown departments each is suggested rightly or not at all', async () => {
  const real = readFileSync(resolve(import.meta.dirname, '../fixtures/catalogue/guangan_511602_matters_1135.csv'))
  const { plan } = await importPath(hall).take(real)
  const suggested = [...plan.unknownDepartments.keys()]
    .map((name): [string, string[]] => [name, likely(hall.departments, name)])
    .filter(([, own]) => own.length > 0)
  expect(Object.fromEntries(suggested)).toEqual({
    区人社局: ['人力资源和社会保障局'],
    区住建局: ['住房和城乡建设局'],
    区市监局: ['市场监督管理局'],
    区林业局: ['林业和草原局'],
    区综合执法局: ['城市管理综合执法局'],
    区自然资源和规划局: ['自然资源局'],
    区行政审批局: ['行政审批和政务服务局'],
  })
})
