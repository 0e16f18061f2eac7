import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { type SlipLayout, slipLayout, usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { drawSlip } from '../../gateway/devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { readHall } from '../../gateway/hall/read-hall.ts'
import { printedPicture, slipBytes } from '../../gateway/outputs/preview-slip.ts'
import { sampleSlip } from '../../gateway/outputs/sample-slip.ts'
import { aSlip } from '../support/a-slip.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { readQr } from '../support/read-qr.ts'

const MONGOL = 'ᠮᠣᠩᠭᠣᠯ'
const papers = [
  { paperMm: 80, mode: 'raster' },
  { paperMm: 58, mode: 'raster' },
  { paperMm: 80, mode: 'text' },
  { paperMm: 58, mode: 'text' },
] as const
const small: SlipLayout = slipLayout.parse([{ part: 'number' }, { part: 'where' }])

function sample() {
  const folder = spoiledHall({})
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  if (!read.ok) throw new Error('the sample hall has faults')
  return buildHallModel(read.hall, read.matters, true)
}
/** Faults of the sample hall with this slip.yaml: line and sentence. */
function faultsWith(yaml: string): string[] {
  const folder = spoiledHall({})
  writeFileSync(join(folder, 'slip.yaml'), yaml)
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  return read.ok ? [] : read.faults.map(({ file, line, message }) => `${file}:${line} ${message}`)
}

test.each(papers)(
  'D30 the sample slip of the hall comes out of its own bytes at $paperMm mm, $mode, and its code is read',
  async (paper) => {
    const hallModel = sample()
    for (const kind of ['usual', 'longest'] as const) {
      const slip = sampleSlip(hallModel, kind, 'http://127.0.0.1:8080', Date.parse('2026-03-18T02:31:00Z'))
      const picture = printedPicture(slipBytes(slip, paper, hallModel.hall.slip), paper.paperMm)
      expect(await readQr(picture)).toBe(slip.trackingUrl)
      expect((await loadImage(picture)).width).toBe(paper.paperMm === 80 ? 576 : 384)
    }
  },
)

test('D30 a hall without slip.yaml has the usual layout', () => {
  expect(usualSlipLayout.map(({ part }) => part)).toEqual([
    ...[
      'hall-name',
      'time',
      'number',
      'matter',
      'rule',
      'where',
      'ahead',
      'wait',
      'rule',
      'code',
      'rule',
      'legs',
      'missing',
      'words',
      'slip-code',
    ],
  ])
})

test('D30 what the layout leaves out is not printed, what it adds is, with its fields filled in', () => {
  expect(drawSlip(aSlip, 576, small).height).toBeLessThan(drawSlip(aSlip, 576, usualSlipLayout).height / 2)
  const asText = (layout: SlipLayout): string => new TextDecoder('gb18030').decode(encodeTextSlip(aSlip, 48, layout))
  expect(asText(small)).not.toContain('前面有')
  const own = slipLayout.parse([
    { part: 'number' },
    { part: 'where', label: '请到' },
    { part: 'words', text: '{number} 前面 {ahead} 人，{wait}' },
  ])
  expect(asText(own)).toContain('请到：1 楼 A 区')
  expect(asText(own)).toContain('A042 前面 6 人，15–25 分钟')
})

test.each([576, 384] as const)(
  'D30 Mongolian runs down in columns from the left, inside the edges, the Chinese beside it (%i dots)',
  async (width) => {
    const part = { part: 'mongolian', text: `${MONGOL} ${MONGOL} ${MONGOL} ${MONGOL}`, height: 200 }
    const ink = (layout: SlipLayout): { left: number; right: number; top: number; bottom: number } => {
      const base = drawSlip(aSlip, width, small)
      const { bits, height } = drawSlip(aSlip, width, layout)
      const box = { left: width, right: 0, top: height, bottom: 0 }
      for (let row = base.height - 24; row < height; row += 1)
        for (let dot = 0; dot < width; dot += 1)
          if ((bits[row * (width / 8) + (dot >> 3)] ?? 0) & (0x80 >> (dot & 7)))
            Object.assign(box, {
              left: Math.min(box.left, dot),
              right: Math.max(box.right, dot),
              top: Math.min(box.top, row),
              bottom: Math.max(box.bottom, row),
            })
      return box
    }
    const one = ink(slipLayout.parse([...small, { ...part, text: MONGOL }]))
    // A word of six letters is much longer than its line is thick: upright, not lying.
    expect(one.bottom - one.top).toBeGreaterThan(1.5 * (one.right - one.left))
    const four = ink(slipLayout.parse([...small, part]))
    expect(four.right - four.left).toBeGreaterThan(1.5 * (one.right - one.left))
    const beside = ink(slipLayout.parse([...small, { ...part, beside: '蒙古文办事指南请在终端上看' }]))
    expect(beside.left).toBeLessThan(four.left)
    expect(beside.right).toBeGreaterThan(four.right)
    for (const { left, right } of [one, four, beside]) expect([left >= 8, right < width - 4]).toEqual([true, true])
  },
)

test('D30 a Mongolian word is drawn with its own letters, not with boxes', async () => {
  const picture = printedPicture(
    slipBytes(
      aSlip,
      { paperMm: 80, mode: 'raster' },
      slipLayout.parse([...small, { part: 'mongolian', text: MONGOL, dots: 60 }]),
    ),
    80,
  )
  const image = await loadImage(picture)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  // The script hangs on one unbroken stem: some column is black along most of the word. A row of boxes has no such column.
  const rows = 200
  const { data } = canvas.getContext('2d').getImageData(0, image.height - rows - 60, image.width, rows)
  const stem = Math.max(
    ...Array.from(
      { length: image.width },
      (_, dot) =>
        Array.from({ length: rows }, (__, row) => (data[(row * image.width + dot) * 4] ?? 255) < 128).filter(Boolean)
          .length,
    ),
  )
  expect(stem).toBeGreaterThan(60)
})

test.each([
  ['- { part: where }', 'slip.yaml:1 号票上没有号码。请加一块 { part: number }。'],
  [
    '- { part: number }\n- { part: number }\n- { part: where }',
    'slip.yaml:1 号码写了两块，群众会看错。请只留一块 { part: number }。',
  ],
  ['- { part: number }', 'slip.yaml:1 号票上没写去哪里。请加一块 { part: where }。'],
  ['- { part: number }\n- { part: where }\n- { part: words, text: "您好 {name}" }', '号票上没有“{name}”可以填。'],
  ['- { part: number }\n- { part: where }\n- { part: time, dots: 12 }', 'slip.yaml:3'],
  [
    '- { part: number }\n- { part: where }\n- { part: mongolian, text: 蒙古文 }',
    '这里只能写传统蒙古文字母，汉字写到 beside',
  ],
  ['- { part: number }\n- { part: where }\n- { part: logo }', 'slip.yaml:3'],
])('D30 check says what is wrong with a slip.yaml, with its line: %s', (yaml, words) => {
  const faults = faultsWith(yaml)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})
