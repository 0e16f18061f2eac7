import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { driveKeypad, usualKeys } from '../../gateway/devices/keypad/drive-keypad.ts'
import type { HidDevice, HidInfo } from '../../gateway/devices/hid/hid-port.ts'
import { isKeyboard, keyPresses, keysDown } from '../../gateway/devices/hid/keyboard-report.ts'
import { sharedSerials, stableIds } from '../../gateway/devices/hid/stable-id.ts'
import { identityOnCard } from '../../gateway/devices/reader/card-text.ts'
import { hashIdentity } from '../../gateway/devices/reader/identity-hash.ts'
import {
  FIND_CARD,
  LONGEST_FRAME,
  READ_CARD,
  SELECT_CARD,
  type SamAnswer,
  encodeSam,
  samAnswers,
} from '../../gateway/devices/reader/sam-frame.ts'
import { decodeCode, encodePosReports, isPosScanner, posReports } from '../../gateway/devices/scanner/hid-pos.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const ascii = (words: string): Uint8Array => new TextEncoder().encode(words)
const KEY = new Uint8Array(32).fill(7)
// No such number exists: its check digit is wrong.
const NUMBER = '150102199001010010'

test('RD8 the frames to a reader are those of GA 450', () => {
  expect([FIND_CARD, SELECT_CARD, READ_CARD].map(hex)).toEqual([
    'aaaaaa96690003200122',
    'aaaaaa96690003200221',
    'aaaaaa96690003300132',
  ])
  expect(hex(encodeSam(new Uint8Array(300))).slice(0, 14)).toBe('aaaaaa9669012d')
})

/** Feeds a reader's bytes in pieces; what came out whole. */
function heard(pieces: readonly Uint8Array[], begin?: (answers: ReturnType<typeof samAnswers>) => void): SamAnswer[] {
  const said: SamAnswer[] = []
  const answers = samAnswers((answer) => void said.push(answer))
  begin?.(answers)
  for (const piece of pieces) answers.feed(piece)
  return said
}
const answer = encodeSam(Uint8Array.of(0, 0, 0x90, 1, 2, 3))
const whole = { status: 0x90, data: Uint8Array.of(1, 2, 3) }

test('RD8 answers come whole, however they are cut, with noise before and between them', () => {
  expect(heard([answer])).toEqual([whole])
  expect(heard([...answer].map((byte) => Uint8Array.of(byte)))).toEqual([whole])
  expect(heard([Uint8Array.of(...answer, ...answer)])).toEqual([whole, whole])
  expect(heard([Uint8Array.of(0, 0xaa, 0xaa, 7, 0xaa), answer, Uint8Array.of(0xaa, 0x96), answer])).toEqual([
    whole,
    whole,
  ])
  expect(heard([encodeSam(Uint8Array.of(0, 0, 0x80))])).toEqual([{ status: 0x80, data: Uint8Array.of() }])
  const largest = encodeSam(new Uint8Array(LONGEST_FRAME - 8).fill(5))
  expect(largest).toHaveLength(LONGEST_FRAME)
  expect(heard([largest])[0]?.data).toHaveLength(LONGEST_FRAME - 11)
})

test('RD8 a wrong check, a length that cannot be and too much noise give nothing, and the next answer comes', () => {
  for (let at = 5; at < answer.length; at += 1) {
    const broken = answer.slice()
    broken[at] = (broken[at] ?? 0) ^ 0x01
    if (at > 6) expect([at, heard([broken, answer])]).toEqual([at, [whole]])
    else expect(heard([broken]).length).toBe(0)
  }
  const impossible = (length: number): Uint8Array =>
    Uint8Array.of(0xaa, 0xaa, 0xaa, 0x96, 0x69, length >> 8, length & 0xff)
  for (const length of [0, 3, LONGEST_FRAME - 6, 0xffff]) expect(heard([impossible(length), answer])).toEqual([whole])
  expect(heard([new Uint8Array(9_000).fill(0xaa), answer])).toEqual([whole])
  // What was begun before the wipe is gone.
  expect(
    heard([answer.subarray(5), answer], (answers) => {
      answers.feed(answer.subarray(0, 5))
      answers.wipe()
    }),
  ).toEqual([whole])
})

test('RD1 of a number stay hash, mask and surname; the number is wiped', () => {
  const number = ascii(NUMBER)
  const hash = createHmac('sha256', KEY).update(NUMBER).digest('hex')
  expect(hashIdentity(number, '张三', KEY)).toEqual({ hash, mask: '150102********0010', surname: '张*' })
  expect(number.every((byte) => byte === 0)).toBe(true)
  expect(hashIdentity(ascii('15010219900101001X'), '欧阳', KEY)).toMatchObject({
    mask: '150102********001X',
    surname: '欧阳*',
  })
  expect(hashIdentity(ascii(NUMBER), '欧', KEY)?.surname).toBe('欧*')
  expect(hashIdentity(ascii(NUMBER), '', KEY)?.surname).toBe('*')
  for (const double of '上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 端木 长孙 宇文 呼延 独孤 南宫 澹台 淳于'.split(
    ' ',
  ))
    expect(hashIdentity(ascii(NUMBER), double, KEY)?.surname).toBe(`${double}*`)
  expect(hashIdentity(ascii(NUMBER), '三张', KEY)?.hash).toBe(hash)
  expect(hashIdentity(ascii(NUMBER), '张三', new Uint8Array(32))?.hash).not.toBe(hash)
})

test('RD1 what is no number in form is nobody, and is wiped too', () => {
  for (const wrong of [
    '',
    '15010219900101001',
    '1501021990010100100',
    '15010219900101001x',
    '15010219900101001Y',
    'X50102199001010010',
    '1501021990010100/0',
    '1501021990010100:0',
    '15010219900101001:',
    '15010219900101001/',
  ]) {
    const number = ascii(wrong)
    expect([wrong, hashIdentity(number, '张三', KEY)]).toEqual([wrong, null])
    expect(number.every((byte) => byte === 0)).toBe(true)
  }
})

/** The answer of a card, after the standard: lengths, then name, sex, nation, birth, address, number … in UTF-16LE. */
function card(name: string, number: string): Uint8Array {
  const text = Buffer.alloc(256, Buffer.from(' ', 'utf16le'))
  text.write(name, 0, 'utf16le')
  text.write(number, 122, 'utf16le')
  return Uint8Array.of(1, 0, 4, 0, ...text, ...new Uint8Array(1024))
}

test('RD1 the number and the beginning of the name are read where the card has them, and the answer is wiped', () => {
  const data = card('诸葛某', NUMBER)
  expect(identityOnCard(data, KEY)).toEqual({
    hash: createHmac('sha256', KEY).update(NUMBER).digest('hex'),
    mask: '150102********0010',
    surname: '诸葛*',
  })
  expect(data.every((byte) => byte === 0)).toBe(true)
  expect(identityOnCard(card('诸葛某', NUMBER).subarray(0, 260), KEY)?.surname).toBe('诸葛*')
})

test('RD1 what is no such card is nobody, and is wiped', () => {
  const foreign = card('某', NUMBER)
  // A digit of another script has another high byte.
  foreign[4 + 122 + 1] = 0xff
  const spoilt = [card('某', NUMBER).subarray(0, 259), new Uint8Array(0), card('某', ''), foreign]
  for (const [at, byte] of [
    [0, 2],
    [1, 1],
  ] as const) {
    const one = card('某', NUMBER)
    one[at] = byte
    spoilt.push(one)
  }
  for (const data of spoilt) {
    expect(identityOnCard(data, KEY)).toBeNull()
    expect(data.every((byte) => byte === 0)).toBe(true)
  }
})

/** Codes read from reports that come at these times. */
function codes(reports: readonly Uint8Array[], at: (nth: number) => number = (nth) => nth): string[] {
  const said: string[] = []
  const reader = posReports((bytes) => void said.push(decodeCode(bytes)))
  for (const [nth, report] of reports.entries()) reader.feed(report, at(nth))
  return said
}

test('SC1 a scanner’s report is understood with and without its number, and with a byte more in front', () => {
  const [report = new Uint8Array()] = encodePosReports(ascii('CODE-1'))
  expect(hex(report).slice(0, 24)).toBe('02065d5131434f44452d3100')
  expect(report).toHaveLength(64)
  expect([report[61], report[63]]).toEqual([0x73, 0])
  expect(codes([report, report.subarray(1)])).toEqual(['CODE-1', 'CODE-1'])
  const [shifted = new Uint8Array()] = encodePosReports(ascii('CODE-1'), true)
  expect(hex(shifted).slice(0, 12)).toBe('0200065d5131')
  expect(codes([shifted])).toEqual(['CODE-1'])
  expect(
    [
      { usagePage: 0x8c, usage: 2 },
      { usagePage: 0x8c, usage: 1 },
      { usagePage: 1, usage: 2 },
    ].map(isPosScanner),
  ).toEqual([true, false, false])
})

test('SC2 what is no report of a scanner is passed over', () => {
  const [good = new Uint8Array()] = encodePosReports(ascii('CODE-1'))
  const spoilt = (at: number, byte: number): Uint8Array => good.map((old, nth) => (nth === at ? byte : old))
  expect(codes([good.subarray(0, 62), spoilt(2, 0x20), spoilt(1, 57), new Uint8Array(64), new Uint8Array(0)])).toEqual(
    [],
  )
  const full = encodePosReports(ascii('x'.repeat(56)))
  expect([full.length, codes(full)]).toEqual([1, ['x'.repeat(56)]])
  expect(encodePosReports(ascii('x'.repeat(57)))).toHaveLength(2)
})

test('SC2 the rest of a code comes within half a second, else it belongs to another', () => {
  const reports = encodePosReports(ascii('y'.repeat(60)))
  expect(codes(reports, (nth) => 1_000 + nth * 500)).toEqual(['y'.repeat(60)])
  expect(codes(reports, (nth) => 1_000 + nth * 501)).toEqual(['y'.repeat(4)])
})

test('SC2 a code longer than any is given neither whole nor in part, and the next one is', () => {
  const next = encodePosReports(ascii('NEXT'))
  expect(codes([...encodePosReports(ascii('z'.repeat(3_001))), ...next])).toEqual(['NEXT'])
  expect(codes([...encodePosReports(ascii('z'.repeat(3_000))), ...next])).toEqual(['z'.repeat(3_000), 'NEXT'])
  // Cut off while it was too long: what comes later is another.
  const cut = encodePosReports(ascii('z'.repeat(3_100))).slice(0, -1)
  expect(codes([...cut, ...next], (nth) => (nth < cut.length ? nth : 10_000))).toEqual(['NEXT'])
})

test('SC1 a code is UTF-8, else what scanners in China send', () => {
  expect([decodeCode(ascii('号')), decodeCode(Uint8Array.of(0xba, 0xc5))]).toEqual(['号', '号'])
})

test('KP1 a key counts once when it goes down, numbered reports or not; errors and modifiers are no keys', () => {
  const pressed: number[] = []
  const feed = keyPresses((usage) => void pressed.push(usage))
  for (const report of [
    [0, 0, 0x52],
    [0, 0, 0x52, 0x51],
    [0, 0, 0x51],
    [0, 0],
    [0, 0, 0x51],
    [2, 0, 0x01, 0x03, 0x04],
  ])
    feed(Uint8Array.from([...report, ...new Uint8Array(8 - report.length)]))
  expect(pressed).toEqual([0x52, 0x51, 0x51, 0x04])
  expect(keysDown(Uint8Array.of(1, 0, 0, 0x52, 0, 0, 0, 0, 0))).toEqual([0x52])
  expect(keysDown(Uint8Array.of(0, 0, 0x52, 0, 0, 0, 0, 0x68, 0x69))).toEqual([0x52, 0x68])
  expect(keysDown(Uint8Array.of(0, 0, 5, 6, 7, 8, 9, 10))).toEqual([5, 6, 7, 8, 9, 10])
  expect(
    [
      { usagePage: 1, usage: 6 },
      { usagePage: 1, usage: 2 },
      { usagePage: 7, usage: 6 },
    ].map(isKeyboard),
  ).toEqual([true, false, false])
})

test('KP2 a keypad’s keys mean what the usual ones mean, or what this one was set to', () => {
  let say: (report: Uint8Array) => void = () => {}
  const device: HidDevice = {
    write: async () => {},
    sendFeature: async () => {},
    onReport: (listener) => void (say = listener),
    onGone: () => {},
    close: () => {},
  }
  const keys: string[] = []
  driveKeypad(device, { 4: 'help', 82: 'back' }, (key) => void keys.push(key))
  for (const usage of [0x51, 0x04, 0x52, 0x05]) say(Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0))
  expect(keys).toEqual(['down', 'help', 'back'])
  expect(Object.fromEntries(usualKeys)).toEqual({
    40: 'ok',
    41: 'back',
    58: 'help',
    79: 'right',
    80: 'left',
    81: 'down',
    82: 'up',
    88: 'ok',
    104: 'up',
    105: 'down',
    106: 'left',
    107: 'right',
    108: 'ok',
    109: 'back',
    110: 'help',
    111: 'headset-in',
    112: 'headset-out',
    113: 'softer',
    114: 'louder',
    115: 'read',
    128: 'louder',
    129: 'softer',
  })
})

const info = (over: Partial<HidInfo>): HidInfo => ({
  path: 'p',
  vendorId: 0x0c2e,
  productId: 0x81,
  serial: null,
  product: '',
  usagePage: 1,
  usage: 6,
  port: null,
  ...over,
})

test('HD1 a device is named by its serial number, else by its socket, else by its order', () => {
  const named = (...all: HidInfo[]) => [...stableIds(all)].sort().map(([path, id]) => `${path} ${id}`)
  expect(named(info({ path: 'a', serial: 'S1' }))).toEqual(['a 0c2e:0081#S1'])
  expect(named(info({ path: 'a', port: '1-2:1.0' }))).toEqual(['a 0c2e:0081@1-2'])
  expect(named(info({ path: 'b' }), info({ path: 'a' }), info({ path: 'c', productId: 0x82 }))).toEqual([
    'a 0c2e:0081*1',
    'b 0c2e:0081*2',
    'c 0c2e:0082*1',
  ])
  // Two devices that claim one number are told apart by the socket; two interfaces of one device are one.
  const twins = [info({ path: 'a', serial: 'S', port: '1-1:1.0' }), info({ path: 'b', serial: 'S', port: '1-2:1.0' })]
  expect(named(...twins)).toEqual(['a 0c2e:0081@1-1', 'b 0c2e:0081@1-2'])
  expect(sharedSerials(twins)).toEqual(new Set(['S']))
  const faces = [info({ path: 'a', serial: 'S', port: '1-1:1.0' }), info({ path: 'b', serial: 'S', port: '1-1:1.12' })]
  expect(named(...faces)).toEqual(['a 0c2e:0081#S', 'b 0c2e:0081#S/12'])
  expect(sharedSerials([...faces, info({ path: 'c' })])).toEqual(new Set())
  expect(named(info({ path: 'a', port: '1-1:1.1' }), info({ path: 'b', port: '1-1:1.0' }))).toEqual([
    'a 0c2e:0081@1-1/1',
    'b 0c2e:0081@1-1',
  ])
})
