import { expect, test } from 'vitest'
import { slipFault } from '../../gateway/contract/commands.ts'
import { slipLayout } from '../../gateway/contract/slip-layout.ts'
import { bitmapOf } from '../../gateway/devices/printer/bitmap.ts'
import {
  ASK_RECEIPT,
  CUT,
  INITIALISE,
  LINE_FEED,
  align,
  askStatus,
  bold,
  feed,
  qrCode,
  raster,
  size,
  text,
} from '../../gateway/devices/printer/escpos.ts'
import { encodeTextList } from '../../gateway/devices/printer/list-text.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import {
  type PrinterCode,
  conditionIn,
  conditionOf,
  faultOf,
  isAutomaticStatus,
  isReceiptByte,
  isStatusByte,
  paperInReceipt,
} from '../../gateway/devices/printer/status.ts'
import { encodeTestPage } from '../../gateway/devices/printer/test-page.ts'
import { wrapWords } from '../../gateway/devices/printer/wrap-words.ts'
import { aSlip } from '../support/a-slip.ts'
import { escposWords } from '../support/escpos-words.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const every = Array.from({ length: 256 }, (_, byte) => byte)
const OK = 0x12

test('D5 each command is the one of the manual', () => {
  expect([INITIALISE, LINE_FEED, CUT, ASK_RECEIPT].map(hex)).toEqual(['1b40', '0a', '1d564200', '1d7201'])
  expect(([1, 2, 3, 4] as const).map((n) => hex(askStatus(n)))).toEqual(['100401', '100402', '100403', '100404'])
  expect([align('left'), align('centre'), bold(true), bold(false)].map(hex)).toEqual([
    '1b6100',
    '1b6101',
    '1b4501',
    '1b4500',
  ])
  expect([size(1), size(2), size(8), feed(0), feed(3)].map(hex)).toEqual([
    '1d2100',
    '1d2111',
    '1d2177',
    '1b6400',
    '1b6403',
  ])
  expect(hex(text('A'))).toBe('1c26411c2e')
  // A letter that is composed of two signs is one sign in the printer.
  expect(hex(text('e\u0301'))).toBe('1c26a8a61c2e')
  // More than 255 bytes need the high byte of the length.
  expect(hex(qrCode('x'.repeat(300), 6)).slice(50, 66)).toBe('1d286b2f01315030')
})

test('D5 a picture goes in bands of 128 rows, each with its own size', () => {
  const width = 2_064
  const bits = Uint8Array.from({ length: (width / 8) * 300 }, (_, at) => at % 251)
  const bytes = Buffer.from(raster({ width, height: 300, bits }))
  const heads: string[] = []
  const burnt: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const head = bytes.subarray(at, at + 8)
    heads.push(hex(head))
    const length = head.readUInt16LE(4) * head.readUInt16LE(6)
    burnt.push(...bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length
  }
  expect(heads).toEqual(['1d76300002018000', '1d76300002018000', '1d76300002012c00'])
  expect(burnt).toEqual([...bits])
})

test('D5 dark dots are black, the left one in the high bit; grey is decided by what the eye sees', () => {
  const dot = (red: number, green = red, blue = red): number[] => [red, green, blue, 255]
  const rgba = [
    ...dot(0),
    ...dot(255),
    ...dot(139),
    ...dot(140),
    ...dot(255, 0, 0),
    ...dot(0, 255, 0),
    ...dot(0, 0, 255),
    ...dot(0),
  ]
  expect(bitmapOf(Uint8Array.from(rgba), 8, 1)).toEqual({ width: 8, height: 1, bits: Uint8Array.of(0b10101011) })
  expect(
    bitmapOf(Uint8Array.from([...rgba, ...rgba.toReversed().map((_, at) => (at % 4 === 3 ? 255 : 0))]), 8, 2).bits,
  ).toEqual(Uint8Array.of(0b10101011, 0xff))
  // What is missing is white paper.
  expect(bitmapOf(Uint8Array.of(), 8, 1).bits).toEqual(Uint8Array.of(0))
})

test('D2 the three kinds of answers cannot be mistaken for each other', () => {
  const bit = (byte: number, nth: number): number => (byte >> nth) & 1
  expect(every.filter(isStatusByte)).toEqual(
    every.filter((byte) => !bit(byte, 0) && bit(byte, 1) && bit(byte, 4) && !bit(byte, 7)),
  )
  expect(every.filter(isReceiptByte)).toEqual(every.filter((byte) => !bit(byte, 4) && !bit(byte, 7)))
  expect(every.filter(isAutomaticStatus)).toEqual(
    every.filter((byte) => !bit(byte, 0) && !bit(byte, 1) && bit(byte, 4) && !bit(byte, 7)),
  )
})

test('D2 each bit that the manual names is understood, alone and before the lesser ones', () => {
  const said: [answers: (number | null)[], code: PrinterCode, paper: string | null][] = [
    [[OK, OK, OK, OK], 'ok', 'enough'],
    [[OK, OK | 0x04, OK, OK], 'cover-open', null],
    [[OK, OK | 0x20, OK, OK], 'paper-out', 'out'],
    [[OK, OK, OK, OK | 0x20], 'paper-out', 'out'],
    [[OK, OK, OK, OK | 0x40], 'paper-out', 'out'],
    [[OK, OK, OK | 0x08, OK], 'cutter-jam', null],
    [[OK, OK, OK | 0x20, OK], 'printer-error', null],
    [[OK, OK | 0x40, OK, OK], 'printer-error', null],
    [[OK | 0x08, OK, OK, OK], 'offline', null],
    [[OK, OK, OK, OK | 0x04], 'paper-low', 'low'],
    [[OK, OK, OK, OK | 0x08], 'paper-low', 'low'],
    [[OK, OK, OK, null], 'ok', null],
    [[null, null, null, OK], 'ok', 'enough'],
    [[null, null, null, null], 'mute', null],
    // The first that must be mended is told.
    [[OK | 0x08, OK | 0x64, OK | 0x28, OK | 0x6c], 'cover-open', null],
    [[OK | 0x08, OK | 0x60, OK | 0x28, OK | 0x6c], 'paper-out', 'out'],
    [[OK | 0x08, OK | 0x40, OK | 0x28, OK | 0x0c], 'cutter-jam', null],
    [[OK | 0x08, OK | 0x40, OK | 0x20, OK | 0x0c], 'printer-error', null],
    [[OK | 0x08, OK, OK, OK | 0x0c], 'offline', null],
  ]
  for (const [answers, code, paper] of said) expect([answers, conditionOf(answers)]).toEqual([answers, { code, paper }])
})

test('D2 what keeps a printer from printing is a fault, what it merely tells is none', () => {
  const of = (codes: PrinterCode[]) => codes.map(faultOf)
  expect(of(['ok', 'paper-low', 'unwatched', 'never-answers', 'never-proves'])).toEqual([null, null, null, null, null])
  const faults: PrinterCode[] = ['paper-out', 'cover-open', 'cutter-jam', 'printer-error', 'offline', 'mute']
  expect(of(faults)).toEqual(faults)
  expect(faultOf('not-a-printer')).toBe('printer-error')
  for (const fault of of(faults)) expect(slipFault.safeParse(fault).success).toBe(true)
  expect([conditionIn('paper-out'), conditionIn('paper-low'), conditionIn('ok')].map(({ paper }) => paper)).toEqual([
    'out',
    'low',
    null,
  ])
})

test('D20 the proof of a slip tells the paper too; a model that does not say the near end keeps what was known', () => {
  expect([0x00, 0x01, 0x02, 0x03].map((byte) => paperInReceipt(byte, null))).toEqual(['enough', 'low', 'low', 'low'])
  expect([0x04, 0x08, 0x0f].map((byte) => paperInReceipt(byte, 'low'))).toEqual(['out', 'out', 'out'])
  expect([paperInReceipt(0, 'low'), paperInReceipt(0, 'out'), paperInReceipt(0, 'enough')]).toEqual([
    'low',
    'enough',
    'enough',
  ])
})

test('D6 a slip in the printer’s own letters says each part where the layout has it', () => {
  const layout = slipLayout.parse([
    { part: 'hall-name' },
    { part: 'time' },
    { part: 'number', label: '您的号' },
    { part: 'matter' },
    { part: 'rule' },
    { part: 'where', label: '去' },
    { part: 'ahead', label: '前面' },
    { part: 'wait', label: '约等' },
    { part: 'code', hints: ['扫码看 {number}'] },
    { part: 'legs', label: '步骤' },
    { part: 'missing', label: '缺：' },
    { part: 'words', text: '过号 {missedMinutes} 分钟内', align: 'left', bold: true },
    { part: 'space', dots: 10 },
    { part: 'space', dots: 75 },
    { part: 'slip-code' },
  ])
  const slip = { ...aSlip, legs: ['1. 登记', '2. 缴税'], missing: ['甲', '乙'] }
  const wide = escposWords(encodeTextSlip(slip, 48, layout))
  const centre = (words: string, weight = 'plain'): string[] => ['centre', weight, words]
  const left = (words: string, weight = 'plain'): string[] => ['left', weight, words]
  expect(wide).toEqual([
    'init',
    ...centre(slip.hallName, 'bold'),
    ...centre(slip.takenAt),
    ...['feed 1', ...centre('您的号'), 'size 4×4', 'bold', 'A042', 'size 1×1', 'feed 1'],
    ...centre(slip.matterName, 'bold'),
    ...left('-'.repeat(48)),
    ...left(`去：${slip.where}`),
    ...left('前面：6 人'),
    ...left(`约等：${slip.waitWords}`),
    ...['centre', `qr 6 ${slip.trackingUrl}`, '', ...centre('扫码看 A042')],
    ...[...centre('步骤', 'bold'), ...left('1. 登记'), ...left('2. 缴税')],
    ...centre('缺：甲、乙'),
    ...left('过号 30 分钟内', 'bold'),
    ...['feed 1', 'feed 3'],
    ...centre(slip.code),
    ...['feed 3', 'cut'],
  ])
  const narrow = escposWords(encodeTextSlip({ ...slip, waitWords: null, legs: [], missing: [] }, 32, layout))
  expect(narrow).toContain('size 3×3')
  expect(narrow).toContain('-'.repeat(32))
  expect(narrow.join()).not.toMatch(/约等|步骤|缺：/)
})

test('D6 of a Mongolian line only the Chinese beside it is printed, for no printer has its letters', () => {
  const said = (beside: string | null): string[] => {
    const parts = [{ part: 'number' }, { part: 'where' }, { part: 'mongolian', text: '\u182e\u1823', beside }]
    return escposWords(encodeTextSlip(aSlip, 48, slipLayout.parse(parts)))
  }
  const tail = ['left', 'plain', `去哪里：${aSlip.where}`]
  expect(said('号 {number}').slice(-8)).toEqual([...tail, 'centre', 'plain', '号 A042', 'feed 3', 'cut'])
  expect(said(null).slice(-5)).toEqual([...tail, 'feed 3', 'cut'])
})

test('D6 a list in the printer’s own letters ticks what was brought, and says where nothing is known', () => {
  const sheet = {
    heading: null,
    scan: null,
    hallName: '厅',
    title: '事项',
    printedAt: '2026-03-18 10:31',
    materials: [
      { name: '身份证', how: '原件', brought: true },
      { name: '申请表', how: '', brought: false },
    ],
    notes: ['注意'],
    facts: [['费用', '不收费']] as [string, string][],
    url: 'http://hall.example/g/1',
  }
  const rule = '-'.repeat(32)
  expect(escposWords(encodeTextList(sheet, 32))).toEqual([
    ...['init', 'centre', 'bold', '厅', '事项', 'plain', '2026-03-18 10:31', rule],
    ...['left', 'bold', '要带的材料', 'plain', '[√] 1. 身份证', '    原件', '[ ] 2. 申请表', '注意'],
    ...[rule, '费用：不收费', rule, 'centre', 'qr 6 http://hall.example/g/1', ''],
    ...['手机扫码看办事指南', '以窗口当天的要求为准', 'feed 3', 'cut'],
  ])
  const none = escposWords(encodeTextList({ ...sheet, materials: [] }, 48))
  expect(none).toContain('材料清单未提供，请到咨询台问。')
  expect(none).toContain('-'.repeat(48))
})

test('D24 a test page shows the edges, large letters, a code and the knife', () => {
  const page = { hallName: '厅', printer: 'PR1 打印机', time: '10:31', columns: 32 } as const
  expect(escposWords(encodeTestPage(page))).toEqual([
    ...['init', 'centre', 'bold', '厅', 'size 2×2', '测试页', 'size 1×1', 'plain', 'PR1 打印机', '10:31', 'feed 1'],
    ...[`|${'-'.repeat(30)}|`, '左右两条竖线都看得见，纸宽就对了'],
    ...['qr 6 https://example.org/t/test-page-of-this-printer', '手机能扫出上面的码，打印头就好', 'feed 3', 'cut'],
  ])
})

test('D6 lines break as Chinese does', () => {
  const wrap = (words: string, width: number): string[] => wrapWords(words, width, (of) => of.length)
  expect(wrap('', 5)).toEqual([])
  expect(wrap('甲乙丙丁戊', 5)).toEqual(['甲乙丙丁戊'])
  expect(wrap('甲乙丙丁戊己', 5)).toEqual(['甲乙丙丁戊', '己'])
  // A mark that has no room takes the sign before it along, and all marks with it.
  expect(wrap('甲乙丙丁戊，己', 5)).toEqual(['甲乙丙丁', '戊，己'])
  expect(wrap('甲乙丙丁》，己', 5)).toEqual(['甲乙丙', '丁》，己'])
  expect(wrap('》》》》》，', 5)).toEqual(['》》》》》，'])
  // A bracket goes to the next line whole, once, and not when little stands before it.
  expect(wrap('甲乙丙丁（戊己庚）', 6)).toEqual(['甲乙丙丁', '（戊己庚）'])
  expect(wrap('甲乙丙（戊己庚）', 6)).toEqual(['甲乙丙（戊己', '庚）'])
  expect(wrap('甲乙丙丁（戊）己庚辛', 8)).toEqual(['甲乙丙丁（戊）己', '庚辛'])
  expect(wrap('编号ABCDEFGHIJKL完', 5)).toEqual(['编号', 'ABCDE', 'FGHIJ', 'KL完'])
  expect([wrap('ABCDEF', 3), wrap('ABC', 3), wrap('ABCD', 3)]).toEqual([['ABC', 'DEF'], ['ABC'], ['ABC', 'D']])
  expect(wrap('open hall', 5)).toEqual(['open ', 'hall'])
  expect(wrap('ab abcdefgh', 4).join('')).toBe('ab abcdefgh')
})
