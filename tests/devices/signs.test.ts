import { expect, test } from 'vitest'
import { splitWords } from '../../display/led/split-words.ts'
import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { saySigns } from '../../gateway/cli/say-signs.ts'
import { undrawable } from '../../gateway/devices/last-resort-font.ts'
import { columnsOf } from '../../gateway/devices/printer/columns.ts'
import { slipFont } from '../../gateway/devices/printer/slip-fonts.ts'
import { drawSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { text } from '../../gateway/devices/printer/escpos.ts'
import { unprintable } from '../../gateway/devices/printer/unprintable.ts'
import { wrapWords } from '../../gateway/devices/printer/wrap-words.ts'
import { aSlip } from '../support/a-slip.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

test('D41 rare Han of the first 65,536 is drawn on slips in either weight; what no font has is named', () => {
  for (const family of [slipFont('regular'), slipFont('bold')]) {
    expect(undrawable('䶮㐂龥é·蒙〘ゔ', family)).toEqual([])
    expect(undrawable('䶮𠮷', family)).toEqual(['𠮷'])
  }
  // Two rare signs of the same width are two pictures, not two boxes.
  const slip = (matterName: string) => Buffer.from(drawSlip({ ...aSlip, matterName }, 576, usualSlipLayout).bits)
  expect(slip('䶮').equals(slip('㐂'))).toBe(false)
})

test('D41 in a printer’s own letters every sign counts as many columns as it has bytes', () => {
  expect([...'A·é号〓'].map(columnsOf)).toEqual([1, 2, 2, 2, 2])
  expect(columnsOf('Café·号')).toBe(3 + 2 + 2 + 2)
  const printed = (words: string): number => text(words).length - 4
  for (const words of ['Café·号', 'A042', '1 楼 8–14 号', '龥〓']) expect(columnsOf(words)).toBe(printed(words))
  expect(Math.max(...wrapWords('é'.repeat(40), 48, columnsOf).map(columnsOf))).toBeLessThanOrEqual(48)
})

test('D41 an accent breaks no word, wherever it stands and however it is written', () => {
  const eight = (words: string): number => [...words].length * 8
  expect(wrapWords('办理 Café Zoë 登记', 64, eight).map((line) => line.trim())).toEqual(['办理 Café', 'Zoë 登记'])
  expect(splitWords('Cafe\u0301 Ünïcödé Привет')).toEqual(['Café', ' ', 'Ünïcödé', ' ', 'Привет'])
  expect(splitWords('号A042到8–14')).toEqual(['号', 'A042', '到', '8–14'])
})

test('D41 check and import name what the printers cannot print, by how they print', () => {
  const { printers } = tinyHallModel().hall
  const [first] = printers
  if (!first) throw new Error('no printer')
  const raster = [{ ...first, mode: 'raster' as const }]
  const letters = [{ ...first, mode: 'text' as const }]
  const names = ['不动产登记', '䶮城补领', '𠮷野登记']
  expect(saySigns({ printers: raster }, names)).toEqual(['号票打不出“𠮷”（U+20BB7），例如：𠮷野登记'])
  expect(saySigns({ printers: letters }, names)).toHaveLength(unprintable('䶮𠮷', 'text').length)
  expect(saySigns({ printers: letters }, names).at(-1)).toContain('𠮷野登记')
  expect(saySigns({ printers: [...raster, ...letters] }, ['营业执照补领、换发'])).toEqual([])
})
