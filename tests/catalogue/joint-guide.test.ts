import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { jointGuide, normalName } from '../../gateway/catalogue/guide/joint-guide.ts'
import { type Matter, matter } from '../../gateway/contract/matter.ts'
import { readHall } from '../../gateway/config.ts'

const one = (id: string, guide: object | null): [string, Matter] => [
  id,
  matter.parse({ id, code: id, name: `事项${id}`, department: 'd', kind: '行政许可', queueId: 'A', guide }),
]
const matters = new Map([
  one('a', {
    promisedDays: 5,
    materials: [{ name: '营业执照（复印件）', form: '复印件', copies: 1, necessity: '容缺后补' }, { name: '申请书' }],
    steps: [{ name: '受理' }, { name: '审查' }],
  }),
  one('b', {
    promisedDays: 10,
    materials: [{ name: '《营业执照》', form: '原件', copies: 2, necessity: '必要' }, { name: '平面图' }],
  }),
  one('c', { materials: [{ name: '营业执照 (原件)', form: '原件' }] }),
  one('d', { promisedDays: 13, promisedUnit: '自然日' }),
  one('e', null),
])
const flow = (...ids: string[]) => jointGuide({ id: 'F', name: '开饭店', matters: ids }, matters)

test('JG1 each paper once, with who needs it, in the order of the legs', () => {
  const { materials, materialsApart } = flow('a', 'b', 'c')
  expect(materials.map(({ material, neededBy }) => [material.name, neededBy])).toEqual([
    ['营业执照（复印件）', ['a', 'b', 'c']],
    ['申请书', ['a']],
    ['平面图', ['b']],
  ])
  expect(materialsApart).toBe(5)
})

test('JG1 different papers stay different', () => {
  expect(new Set(['营业执照', '营业执照副本', '身份证', '身份证明'].map(normalName)).size).toBe(4)
  expect(normalName('身份证（原件及复印件）')).toBe(normalName('身份证 (2份)'))
})

test('JG2 originals, more copies and what is necessary win', () => {
  expect(flow('a', 'b').materials[0]?.material).toMatchObject({ form: '原件和复印件', copies: 2, necessity: '必要' })
  expect(flow('b', 'a').materials[0]?.material).toMatchObject({ form: '原件和复印件', copies: 2, necessity: '必要' })
})

test('JG2 what one leg leaves unsaid about a paper is taken from the other', () => {
  const of = (id: string, paper: object) => one(id, { materials: [{ name: '营业执照', ...paper }] })
  const two = new Map([
    of('x', { standard: '清晰' }),
    of('y', { standard: '盖章', blank: 'forms/a.pdf', basis: '某某条例第三条', note: '两份' }),
  ])
  const [joint] = jointGuide({ id: 'F', name: '开饭店', matters: ['x', 'y'] }, two).materials
  expect(joint?.material).toMatchObject({
    standard: '清晰',
    blank: 'forms/a.pdf',
    basis: '某某条例第三条',
    note: '两份',
  })
})

test('JG3 together as long as the longest leg, apart the sum', () => {
  expect(flow('a', 'b').limits).toEqual({
    together: { days: 10, unit: '工作日' },
    apart: { days: 15, unit: '工作日' },
    unknown: 0,
  })
  expect(flow('a', 'b', 'c').limits).toEqual({ together: { days: 10, unit: '工作日' }, apart: null, unknown: 1 })
  expect(flow('b', 'd').limits).toEqual({ together: { days: 10, unit: '工作日' }, apart: null, unknown: 0 })
  expect(flow('e').limits).toEqual({ together: null, apart: null, unknown: 1 })
})

test('JG3 legs keep the flow’s order and their steps; unknown matters are left out', () => {
  expect(flow('b', 'nobody', 'a').legs.map(({ matterId, steps }) => [matterId, steps.length])).toEqual([
    ['b', 0],
    ['a', 2],
  ])
})

test('JG1 every flow of the sample hall becomes one guide', () => {
  const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
  if (!read.ok) throw new Error('the sample hall has faults')
  const known = new Map(read.matters.map((given) => [given.id, given]))
  expect(read.hall.flows.length).toBeGreaterThan(0)
  for (const given of read.hall.flows) {
    const guide = jointGuide(given, known)
    expect(guide.legs.length).toBe(given.matters.length)
    expect(guide.materials.length).toBeLessThanOrEqual(guide.materialsApart)
  }
})
