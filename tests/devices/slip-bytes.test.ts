import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { qrCode, text } from '../../gateway/devices/printer/escpos.ts'
import { drawSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { conditionOf } from '../../gateway/devices/printer/status.ts'
import { wrapWords } from '../../gateway/devices/printer/wrap-words.ts'
import { aSlip } from '../support/a-slip.ts'

const LONGEST =
  '除从事剧毒、易制爆、汽油加油站、专用危化品仓储的企业外，除中央企业所属省级、设区的市级公司（分公司）从事危险化学品经营活动的企业，不带有储存设施经营除剧毒化学品、易制爆危险化学品以外的其他危险化学品企业经营许可证变更审查'

test('D5 text is GB18030 inside Kanji mode, rare characters become 〓', () => {
  const bytes = Buffer.from(text('号A𠮷'))
  expect([...bytes.subarray(0, 2)]).toEqual([0x1c, 0x26])
  expect([...bytes.subarray(-2)]).toEqual([0x1c, 0x2e])
  expect(iconv.decode(bytes.subarray(2, -2), 'gb18030')).toBe('号A〓')
})

test('D5 the bytes of a QR code are those of the manual', () => {
  expect(Buffer.from(qrCode('AB', 6)).toString('hex')).toBe(
    '1d286b0400314132001d286b03003143061d286b03003145311d286b050031503041421d286b0300315130',
  )
})

test('D2 status bytes are read as the manual says', () => {
  expect(conditionOf([0x12, 0x12, 0x12, 0x12]).code).toBe('ok')
  expect(conditionOf([0x12, 0x12, 0x12, 0x1e])).toMatchObject({ code: 'paper-low' })
  expect(conditionOf([0x1a, 0x16, 0x12, 0x12]).code).toBe('cover-open')
  expect(conditionOf([null, null, null, 0x72]).code).toBe('paper-out')
  expect(conditionOf([null, null, null, null])).toMatchObject({ code: 'mute' })
})

test.each([576, 384] as const)(
  'D6 the longest real name fits on %i dots: it makes the slip longer, not wider',
  (width) => {
    const short = drawSlip(aSlip, width, usualSlipLayout)
    const long = drawSlip({ ...aSlip, matterName: LONGEST }, width, usualSlipLayout)
    expect(long.width).toBe(width)
    expect(long.height).toBeGreaterThan(short.height + 100)
    const edge = Array.from({ length: long.height }, (_, row) => long.bits[row * (width / 8)] ?? 0)
    expect(edge.every((dots) => dots === 0)).toBe(true)
  },
)

test('D6 lines break before a bracket and never begin with a comma', () => {
  const measure = (words: string): number => words.length
  expect(wrapWords('不动产转移登记（存量房买卖）', 10, measure)).toEqual(['不动产转移登记', '（存量房买卖）'])
  expect(wrapWords('编号ABCDEFGHIJKL完', 5, measure)).toEqual(['编号', 'ABCDE', 'FGHIJ', 'KL完'])
  for (const line of wrapWords(LONGEST, 12, measure)) expect(line).not.toMatch(/^[，。、）]/)
  expect(wrapWords(LONGEST, 12, measure).join('')).toBe(LONGEST)
})

test.each([7, 12, 15, 16, 24])('D6 no line is longer than the paper, also where a comma comes last (%i)', (width) => {
  const lines = wrapWords(LONGEST, width, (words) => words.length)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width)
  for (const line of lines) expect(line).not.toMatch(/^[，。、；：？！）》”’·]/)
  expect(lines.join('')).toBe(LONGEST)
})
