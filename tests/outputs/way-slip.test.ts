import { afterEach, expect, test } from 'vitest'
import { drawWay, encodeTextWay } from '../../gateway/devices/printer/way-slip.ts'
import { type WayOrder, slipOfWay } from '../../gateway/outputs/slip-of-way.ts'
import { type PrintingHall, openPrintingHall } from '../support/open-printing-hall.ts'
import { smallPlan } from '../support/small-plan.ts'
import { escposWords } from '../support/escpos-words.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const NOW = Date.UTC(2026, 2, 18, 2, 31)
const hall = { ...tinyHallModel().hall, plan: smallPlan }
const order = (goal: WayOrder['goal'], more: Partial<WayOrder> = {}): WayOrder => ({
  type: 'way-ordered',
  terminalId: 'K1',
  printerId: 'PR1',
  goal,
  stepFree: false,
  language: 'zh-Hans',
  ...more,
})
const slipTo = (goal: WayOrder['goal'], more: Partial<WayOrder> = {}) => {
  const slip = slipOfWay(hall, order(goal, more), 'http://hall.example', NOW)
  if (slip === null) throw new Error('no way')
  return slip
}

test('CZ1 the paper tells where to, how one stands, each turn with what one passes, how far, and the phone’s sign', () => {
  expect(slipTo({ kind: 'counter', counter: '3' })).toEqual({
    hallName: '小厅',
    goal: '3 号窗口',
    place: '1 楼 A 区',
    start: '脸朝取号机（1 号终端），再照着走',
    steps: ['往右走，过了电梯', '左转，就在前面'],
    length: '约 68 米，走 1 分半',
    url: 'http://hall.example/way?from=K1&counter=3',
    hints: ['扫一扫，边走边看', '找不到就问引导员'],
    printedAt: '2026-03-18 星期三 10:31',
  })
})

test('CZ1 CZ4 a zone is told with its counters, a place by its name, and an English visitor in English', () => {
  expect(slipTo({ kind: 'zone', zone: '1A' })).toMatchObject({ goal: '1–4 号窗口', place: '1 楼 A 区' })
  expect(slipTo({ kind: 'zone', zone: '1A' }).url).toBe('http://hall.example/way?from=K1&zone=1A')
  expect(slipTo({ kind: 'place', floor: '1', name: '复印' })).toMatchObject({ goal: '复印', place: '1 楼' })
  const english = slipTo({ kind: 'counter', counter: '3' }, { language: 'en', stepFree: true })
  expect(english).toMatchObject({
    hallName: 'Tiny Hall',
    goal: 'Counter 3',
    printedAt: expect.stringMatching(/^2026-03-18 \w+ 10:31$/) as string,
    steps: ['go right, past 电梯', 'turn left, straight ahead'],
    length: 'about 68 m, 1.5 min on foot, by the lift, without steps',
  })
  expect(english.url).toBe('http://hall.example/way?from=K1&counter=3&lift=1')
})

test('CZ1 in a printer’s own letters no line is wider than the paper', () => {
  const slip = slipTo({ kind: 'counter', counter: '3' })
  const rule = '-'.repeat(32)
  expect(escposWords(encodeTextWay(slip, 32))).toEqual([
    ...['init', 'centre', '小厅', 'size 2×2', 'bold', '3 号窗口', 'size 1×1', '1 楼 A 区', 'plain', 'left', rule],
    ...[
      '脸朝取号机（1 号终端），再照着走',
      'bold',
      '1. 往右走，过了电梯',
      '2. 左转，就在前面',
      'plain',
      '约 68 米，走 1 分半',
    ],
    ...['left', rule, 'centre', `qr 6 ${slip.url}`, '', ...slip.hints, slip.printedAt, 'feed 3', 'cut'],
  ])
  const long = { ...slip, goal: '无障碍卫生间和母婴室'.repeat(2), steps: ['往右走，过了一个名字很长的自助办税服务区'] }
  const words = escposWords(encodeTextWay(long, 32))
  const wide = (line: string): number => [...line].reduce((sum, sign) => sum + (sign > 'ÿ' ? 2 : 1), 0)
  expect(words.filter((line) => !line.startsWith('qr ') && wide(line) > 32)).toEqual([])
})

test('CZ1 drawn, nothing of the longest way touches the edges of the paper', () => {
  const slip = slipTo({ kind: 'counter', counter: '3' })
  const long = {
    ...slip,
    goal: '无障碍卫生间（婴儿护理台旁）',
    place: '5 楼 不动产登记与公积金联办区',
    steps: ['往右走，过了复印照相和自助办税服务区，再过饮水处', '坐电梯到 5 楼', '出来往左走，右手边'],
  }
  for (const width of [576, 384] as const) {
    const { bits, height } = drawWay(long, width)
    const stride = width / 8
    const dark = (x: number): boolean =>
      Array.from({ length: height }, (_, y) => y).some((y) => ((bits[y * stride + (x >> 3)] ?? 0) >> (7 - (x % 8))) & 1)
    expect([0, 1, 2, 3, width - 4, width - 3, width - 2, width - 1].filter(dark)).toEqual([])
    expect(height).toBeGreaterThan(500)
  }
})

let printing: PrintingHall | null = null
afterEach(() => printing?.close())
const until = async (check: () => boolean): Promise<void> => {
  while (!check()) await new Promise((done) => setTimeout(done, 10))
}

test.each(['text', 'raster'] as const)(
  'CZ2 a %s printer prints the way once it is in the log, and the board says what became of it',
  async (mode) => {
    const open = await openPrintingHall((printers) => printers.map((one) => ({ ...one, mode })), smallPlan)
    printing = open
    const last = () =>
      open.board
        .health()
        .find(({ id }) => id === 'PR1')
        ?.history.at(-1)?.word
    await until(() => open.board.health().find(({ id }) => id === 'PR1')?.state === 'ok')
    const goal = { kind: 'counter', counter: '3' } as const
    const way = { type: 'print-way', terminalId: 'K1', goal, stepFree: false, language: 'zh-Hans' } as const
    const papers = () => open.simulated.papers().find(({ printerId }) => printerId === 'PR1')?.slips
    expect((await open.office.handle({ ...way, goal: { kind: 'zone', zone: 'none' } }, 'K1', null)).ok).toBe(false)
    expect((await open.office.handle(way, 'K1', null)).ok).toBe(true)
    await until(() => last() === '路线打好了')
    expect(papers()).toBe(1)
    open.simulated.setFault('PR1', 'paper-out')
    await until(() => open.board.health().find(({ id }) => id === 'PR1')?.state === 'fault')
    await open.office.handle(way, 'K1', null)
    await until(() => last() === '路线没有打出来')
    expect(papers()).toBe(1)
  },
  20_000,
)
