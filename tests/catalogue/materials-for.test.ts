import fc from 'fast-check'
import { expect, test } from 'vitest'
import { materialsFor } from '../../gateway/catalogue/guide/materials-for.ts'
import { guide } from '../../gateway/contract/matter.ts'
import { situations } from '../../gateway/contract/situations.ts'

const licence = {
  guide: guide.parse({
    materials: [{ name: '申请书' }, { name: '身份证' }, { name: '委托书', form: '原件' }, { name: '房产证' }],
  }),
  situations: situations.parse({
    questions: [
      {
        id: 'who',
        text: '谁来办？',
        answers: [
          { id: 'self', text: '本人' },
          { id: 'agent', text: '委托别人' },
        ],
      },
      {
        id: 'place',
        text: '场所是？',
        answers: [
          { id: 'own', text: '自有' },
          { id: 'rented', text: '租的' },
        ],
      },
      {
        id: 'chain',
        text: '出租人是转租吗？',
        answers: [
          { id: 'yes', text: '是' },
          { id: 'no', text: '不是' },
        ],
      },
    ],
    variants: [
      { when: { who: 'agent' }, materials: ['委托书', '受托人身份证'], note: '受托人也要到场' },
      { when: { place: 'rented' }, materials: ['租赁合同'], without: ['房产证'] },
      { when: { place: 'rented', chain: 'yes' }, materials: ['同意转租证明', '房产证'] },
    ],
  }),
}
const names = (answers: Record<string, string>): string[] =>
  materialsFor(licence, answers).materials.map(({ name }) => name)
const open = (answers: Record<string, string>): string[] => materialsFor(licence, answers).open.map(({ id }) => id)

test('M1 without situations the list is the guide’s; without a guide it is empty', () => {
  expect(materialsFor({ guide: licence.guide, situations: null }, {}).materials).toEqual(licence.guide.materials)
  expect(materialsFor({ guide: null, situations: null }, {})).toEqual({ materials: [], notes: [], open: [] })
})

test('M1 without answers, what belongs to one case alone is not asked for', () => {
  expect(names({})).toEqual(['申请书', '身份证'])
})

test('M2 a fitting answer adds, as the guide describes it where it does', () => {
  const mine = materialsFor(licence, { who: 'agent' })
  expect(mine.materials.map(({ name, form }) => [name, form])).toEqual([
    ['申请书', null],
    ['身份证', null],
    ['委托书', '原件'],
    ['受托人身份证', null],
  ])
  expect(mine.notes).toEqual(['受托人也要到场'])
})

test('M2 dropping wins over adding, in whatever order the variants stand', () => {
  expect(names({ place: 'rented', chain: 'yes' })).toEqual(['申请书', '身份证', '租赁合同', '同意转租证明'])
  const turned = {
    ...licence,
    situations: { ...licence.situations, variants: licence.situations.variants.toReversed() },
  }
  expect(new Set(materialsFor(turned, { place: 'rented', chain: 'yes' }).materials.map(({ name }) => name))).toEqual(
    new Set(names({ place: 'rented', chain: 'yes' })),
  )
})

test('M3 a question is asked as long as it can still change the list', () => {
  expect(open({})).toEqual(['who', 'place', 'chain'])
  expect(open({ place: 'own' })).toEqual(['who'])
  expect(open({ place: 'rented', who: 'self' })).toEqual(['chain'])
})

test('M2 whatever is answered, nothing stands twice and nothing unknown is added', () => {
  const all = new Set([
    ...licence.guide.materials.map(({ name }) => name),
    ...licence.situations.variants.flatMap(({ materials }) => materials),
  ])
  const answer = fc.record(
    {
      who: fc.constantFrom('self', 'agent', 'x'),
      place: fc.constantFrom('own', 'rented'),
      chain: fc.constantFrom('yes', 'no'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(answer, (answers) => {
      const list = names(answers as Record<string, string>)
      expect(new Set(list).size).toBe(list.length)
      expect(list.every((name) => all.has(name))).toBe(true)
    }),
    { numRuns: 200, seed: 20260301 },
  )
})
