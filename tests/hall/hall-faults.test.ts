import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type HallFault, readHall } from '../../gateway/config.ts'
import { lineOf, spoiledHall } from '../support/hall-folder.ts'

function faultsOf(folder: string): HallFault[] {
  const read = readHall(folder)
  return read.ok ? [] : read.faults
}
const short = (faults: HallFault[]): string[] => faults.map(({ file, key }) => `${file} ${key}`)

test('H2 an unknown queue is told with file, line, column, key and what to do', () => {
  const folder = spoiledHall({
    'counters.yaml': [['id: "2", floor: "1", zone: 1A, queues: [B]', 'id: "2", floor: "1", zone: 1A, queues: [ZZ]']],
  })
  const line = lineOf(folder, 'counters.yaml', 'ZZ')
  expect(faultsOf(folder)).toEqual([
    {
      file: 'counters.yaml',
      line,
      column: 45,
      key: 'counters.1.queues.0',
      message: '没有队列 ZZ。请改成已有的编号，或先加上它。',
    },
  ])
})

test('H2 a fault inside a matter names the matter’s own line', () => {
  const folder = spoiledHall({ 'matters/gjj.yaml': [['queueId: C', 'queueId: YY']] })
  expect(faultsOf(folder)).toMatchObject([
    { file: join('matters', 'gjj.yaml'), line: lineOf(folder, 'matters/gjj.yaml', 'YY'), key: '0.queueId' },
  ])
})

test('H3 faults of every kind come together: shape, references, doubles, matters', () => {
  const folder = spoiledHall({
    'hall.yaml': [
      ['maxRecalls: 3', 'maxRecals: 3'],
      ['Asia/Shanghai', 'Asia/Beijing'],
    ],
    'queues.yaml': [
      ['series: C', 'series: A'],
      ['minutes: 9', 'minutes: many'],
    ],
    'counters.yaml': [
      ['id: "3"', 'id: "4"'],
      ['department: bdc', 'department: nobody'],
    ],
    'terminals.yaml': [
      ['printer: PR1', 'printer: PR9'],
      ['zone: 1B', 'zone: 5B'],
    ],
    'flows.yaml': [['m002', 'm999']],
    'matters/bdc.yaml': [['kind: ', 'knd: ']],
  })
  expect(short(faultsOf(folder)).sort()).toEqual(
    [
      'counters.yaml counters.3.id',
      'counters.yaml counters.7.department',
      'flows.yaml flows.0.matters.0',
      'hall.yaml maxRecals',
      'hall.yaml timeZone',
      'matters/bdc.yaml 0.kind',
      'matters/bdc.yaml 0.knd',
      'queues.yaml queues.2.series',
      'queues.yaml queues.3.minutes',
      'terminals.yaml terminals.0.printer',
      'terminals.yaml terminals.2.zone',
    ].sort(),
  )
})

test('H4 an unknown key, a missing one and a wrong kind are told apart', () => {
  const folder = spoiledHall({
    'queues.yaml': [
      ['minutes: 15 }', 'minute: 15 }'],
      ['minutes: 12', 'minutes: "12"'],
    ],
  })
  expect(faultsOf(folder).map(({ key, message }) => [key, message])).toEqual([
    ['queues.0.minutes', '这里缺一项，请补上。'],
    ['queues.0.minute', '不认识“minute”。请检查拼写，或删掉。'],
    ['queues.1.minutes', '这里要写数字。'],
  ])
})

test('H4 a number where an id belongs is told to take quotation marks', () => {
  expect(faultsOf(spoiledHall({ 'counters.yaml': [['id: "7"', 'id: 7']] }))).toMatchObject([
    { key: 'counters.6.id', message: '这里要写文字（数字请加引号）。' },
  ])
})

test.each([
  ['departments.yaml', 'id: gjj', 'id: scjg', 'departments.2.id'],
  ['terminals.yaml', 'id: K2', 'id: K1', 'terminals.1.id'],
  ['terminals.yaml', 'id: PR4', 'id: PR3', 'printers.3.id'],
  ['notices.yaml', 'id: n2', 'id: n1', 'notices.1.id'],
  ['hall.yaml', 'id: 5D', 'id: 5A', 'floors.1.zones.3.id'],
])('H5 in %s the second %s → %s is a fault', (file, from, to, key) => {
  expect(
    faultsOf(spoiledHall({ [file]: [[from, to]] }))
      .filter(({ message }) => message.includes('写了两次'))
      .map((fault) => fault.key),
  ).toEqual([key])
})

test('H5 two matters never share a code', () => {
  expect(faultsOf(spoiledHall({ 'matters/gjj.yaml': [['SAMPLE-030', 'SAMPLE-029']] }))).toMatchObject([
    { key: '1.code' },
  ])
})

test('H6 a counter stands in a zone of its own floor', () => {
  expect(faultsOf(spoiledHall({ 'counters.yaml': [['id: "2", floor: "1"', 'id: "2", floor: "5"']] }))).toMatchObject([
    { key: 'counters.1.zone', message: '分区 1A 在楼层 1，这里写的楼层是 5。请改成一样的。' },
  ])
})

test('H6 a queue that nobody calls is a fault', () => {
  expect(
    faultsOf(spoiledHall({ 'queues.yaml': [[/$/, '- { id: Z, series: Z, name: 空队列, minutes: 5 }\n']] })),
  ).toMatchObject([{ file: 'queues.yaml', key: 'queues.22.id' }])
})

test('H7 a file that cannot be read is told where it breaks, and nothing else', () => {
  const folder = spoiledHall({ 'counters.yaml': [['id: "5", floor', 'id: "5, floor']] })
  const faults = faultsOf(folder)
  expect(new Set(faults.map(({ file }) => file))).toEqual(new Set(['counters.yaml']))
  expect(faults.every(({ message }) => message.startsWith('写法不对'))).toBe(true)
})

test('H7 a missing file is told once', () => {
  const folder = spoiledHall({})
  rmSync(join(folder, 'queues.yaml'))
  expect(faultsOf(folder).map(({ message }) => message)).toEqual(['缺少文件 queues.yaml，请从示例大厅复制一份再改。'])
})

test('H7 a folder that is no hall is told in a sentence', () => {
  expect(faultsOf('/nowhere')).toMatchObject([{ message: '没有找到 hall.yaml。请检查 TINGSHI_HALL 指的文件夹。' }])
})

test('LS7 strips on one serial line have the same speed and each an address', () => {
  const strip = (id: string, rest: string) =>
    `  - { id: ${id}, name: ${id}, width: 64, height: 16, card: { kind: bxk, ${rest} } }\n`
  const line = (rate: number) => `link: { kind: serial, path: /dev/ttyS7, baudRate: ${rate} }`
  const faults = (...strips: string[]) =>
    faultsOf(
      spoiledHall({
        'terminals.yaml': [['guideDesks:', `${strips.map((rest, nth) => strip(`S${nth}`, rest)).join('')}guideDesks:`]],
      }),
    ).map(({ key, message }) => `${key.replace(/^panels\.\d+\./, '')} ${message}`)
  expect(faults(`${line(9_600)}, address: 1`, `${line(9_600)}, address: 2`)).toEqual([])
  expect(faults(line(9_600))).toEqual([])
  expect(faults(line(9_600), `${line(9_600)}, address: 2`)).toEqual([
    'card.address 串口 /dev/ttyS7 上有好几块屏。请给每块屏写上自己的地址（address）。',
  ])
  expect(faults(`${line(9_600)}, address: 2`, `${line(19_200)}, address: 2`)).toEqual([
    'card.link.baudRate 串口 /dev/ttyS7 上别的屏是 9600。一条线上的速率要一样。',
    'card.address 串口 /dev/ttyS7 上已经有地址 2 的屏。请改成不同的。',
  ])
})
