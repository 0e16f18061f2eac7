import { expect, test } from 'vitest'
import { currentCatalogue } from '../../gateway/domain/catalogue/decide.ts'
import { hallOfCity } from '../support/hall-of-city.ts'

const fileOf = (rows: string[][]) => ({
  kind: 'catalogue' as const,
  file: '全市事项.csv',
  bytes: Buffer.from(
    [['事项名称', '实施编码', '实施主体'], ...rows].map((row) => row.join(',')).join('\n'),
    'utf8',
  ).toString('base64'),
})

test('CT7 the city’s matters are imported as the hall imports any file: what it took and what has no queue here is counted in the receipt, and the same file again changes nothing', async () => {
  const hall = await hallOfCity()
  const [department = ''] = [...hall.office.hallModel.departmentNames.values()]
  const rows = Array.from({ length: 6 }, (_, nth) => [`全市新办事项第${nth + 1}号`, `CITY00000${nth + 1}`, department])
  const file = fileOf([...rows, ['别处的事项', 'CITY000099', '没有这个局']])
  const receipt = await hall.hear(1, file)
  expect(receipt).toMatchObject({ outcome: 'done', words: expect.stringContaining('新增 7') })
  expect(receipt.words).toContain('其中 1 个部门本厅没有')
  expect(currentCatalogue(hall.office.state)).toBe(receipt.ref)
  expect((await hall.hear(2, file)).outcome).toBe('nothing')
})

test('CT7 a file that takes away much of what is there, or cannot be read, is refused with what to do', async () => {
  const hall = await hallOfCity()
  const [department = ''] = [...hall.office.hallModel.departmentNames.values()]
  const rows = Array.from({ length: 40 }, (_, nth) => [`全市新办事项第${nth + 1}号`, `CITY0000${10 + nth}`, department])
  expect((await hall.hear(1, fileOf(rows))).outcome).toBe('done')
  const fewer = await hall.hear(2, fileOf(rows.slice(0, 2)))
  expect([fewer.outcome, fewer.words]).toEqual(['refused', expect.stringContaining('本厅的人')])
  const broken = await hall.hear(3, { kind: 'catalogue', file: 'x.csv', bytes: Buffer.from('什么').toString('base64') })
  expect(broken.outcome).toBe('refused')
})
