import { expect, test } from 'vitest'
import { bareMaterial } from '../../gateway/catalogue/guide/bare-material.ts'
import { type Material, guide, matter } from '../../gateway/contract/matter.ts'
import { editLines } from '../../gateway/settings/edit-lines.ts'

const one = (name: string, over: Partial<Material> = {}): Material => ({ ...bareMaterial(name), ...over })
const withMaterials = (materials: Material[]) =>
  matter.parse({
    id: 'm1',
    code: '1',
    name: '居住证',
    department: 'ga',
    queueId: null,
    kind: '公共服务',
    guide: guide.parse({ materials }),
  })
const told = (before: Material[], after: Material[]): string[] =>
  editLines(withMaterials(before), withMaterials(after)).map(
    ({ where, before: was, after: is }) => `${where}：${was || '（没有）'} → ${is || '（没有）'}`,
  )

test('MH4 each material is told by one line, also how it is handed in; a new name in the same place is the same one', () => {
  const [card, photo] = [one('身份证', { form: '原件' }), one('照片', { copies: 2 })]
  expect(told([card, photo], [{ ...card, necessity: '容缺后补' }, photo])).toEqual([
    '材料：身份证，原件 → 身份证，原件，容缺后补',
  ])
  expect(told([card, photo], [one('身份证原件', { form: '原件' }), photo])).toEqual([
    '材料：身份证，原件 → 身份证原件，原件',
  ])
  expect(told([card, photo], [photo])).toEqual(['材料：身份证，原件 → （没有）'])
  expect(told([card], [card, photo])).toEqual(['材料：（没有） → 照片，2 份'])
  expect(told([card, photo], [photo, card])).toEqual(['材料的次序：身份证、照片 → 照片、身份证'])
})
