import { expect, test } from 'vitest'
import type { Link } from '../../gateway/devices/link.ts'
import { idCardReader } from '../../gateway/devices/reader/id-card-reader.ts'
import { encodeSam } from '../../gateway/devices/reader/sam-frame.ts'
import { driveScanner } from '../../gateway/devices/scanner/drive-scanner.ts'
import { decodeCode, encodePosReports, posReports } from '../../gateway/devices/scanner/hid-pos.ts'

const read = (reports: Uint8Array[], at: (nth: number) => number = (nth) => nth): string[] => {
  const codes: string[] = []
  const reader = posReports((bytes) => codes.push(decodeCode(bytes)))
  for (const [nth, report] of reports.entries()) reader.feed(report, at(nth))
  return codes
}
const text = `https://hall.example/t/${'a1B_-'.repeat(40)}`

test('SC1 a code over several reports is one code, shifted or not', () => {
  const bytes = new TextEncoder().encode(text)
  expect(encodePosReports(bytes).length).toBeGreaterThan(3)
  expect(read(encodePosReports(bytes))).toEqual([text])
  expect(read(encodePosReports(bytes, true))).toEqual([text])
})

test('SC2 half a code is never given, and does not spoil the next', () => {
  const reports = encodePosReports(new TextEncoder().encode(text))
  const next = encodePosReports(new TextEncoder().encode('NEXT-1'))
  expect(read([...reports.slice(0, 2), ...next], (nth) => (nth < 2 ? nth : 5_000))).toEqual(['NEXT-1'])
})

test.each([
  ['Honeywell', 0x0c2e, [[0xfe, 0x01]]],
  ['Youjie', 0x23d0, [[0xfe, 0x01]]],
  ['Symbol', 0x05e0, []],
] as const)(
  'SC3 a scanner of %s is set to HID-POS only where it must be, and read even if it refuses',
  async (_, vendorId, wanted) => {
    const sent: number[][] = []
    let say: (report: Uint8Array) => void = () => {}
    const codes: string[] = []
    driveScanner(
      {
        write: async () => Promise.reject(new Error('nothing is written to a scanner')),
        onGone: () => {},
        close: () => {},
        async sendFeature(report) {
          sent.push([...report])
          throw new Error('refused')
        },
        onReport: (listener) => void (say = listener),
      },
      { path: 'x', vendorId, productId: 1, serial: null, product: '', usagePage: 0x8c, usage: 2, port: null },
      (code) => void codes.push(code),
      () => 0,
    )
    for (const report of encodePosReports(new TextEncoder().encode('CODE-1'))) say(report)
    await new Promise((done) => setImmediate(done))
    expect([sent, codes]).toEqual([wanted, ['CODE-1']])
  },
)

test('RD1 RD2 only hash, mask and surname leave the reader; the card must leave before the next is read', async () => {
  // No such number exists: its check digit is wrong.
  const number = '150102199001010010'
  const fields = Buffer.alloc(256, Buffer.from(' ', 'utf16le'))
  fields.write('欧阳测试', 0, 'utf16le')
  fields.write(number, 122, 'utf16le')
  const answer = Uint8Array.of(0, 0, 0x90, 1, 0, 4, 0, ...fields, ...new Uint8Array(1024))
  let hear: (bytes: Uint8Array) => void = () => {}
  const passed: Uint8Array[] = []
  let reads = 0
  let lies = true
  const say = (body: Uint8Array): void => {
    const bytes = encodeSam(body)
    passed.push(bytes)
    hear(bytes)
  }
  const link: Link = {
    async write(bytes) {
      const command = `${bytes[7]}-${bytes[8]}`
      setTimeout(() => {
        if (command === '32-1') say(Uint8Array.of(0, 0, lies ? 0x9f : 0x80, 0, 0, 0, 0))
        else if (command === '32-2') say(Uint8Array.of(0, 0, 0x90, 0, 0, 0, 0))
        else {
          reads += 1
          say(answer)
        }
      }, 1)
    },
    onData: (listener) => {
      hear = listener
      return () => {}
    },
    onClose: () => () => {},
    close: () => {},
    reset: () => {},
  }
  const reader = idCardReader(link, { pollMs: 5, answerMs: 200, readMs: 200, askAgainMs: 50 })
  const cards: unknown[] = []
  reader.onCard((card) => cards.push(card))
  const key = (): Uint8Array => new Uint8Array(32).fill(7)
  reader.arm(key())
  await expect.poll(() => cards.length).toBe(1)
  expect(cards[0]).toMatchObject({ mask: '150102********0010', surname: '欧阳*' })
  expect(Object.keys(cards[0] as object).sort()).toEqual(['hash', 'mask', 'surname'])
  expect(passed.length).toBeGreaterThan(0)
  expect(passed.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true)
  reader.arm(key())
  await new Promise((done) => setTimeout(done, 100))
  expect(reads).toBe(1)
  lies = false
  await new Promise((done) => setTimeout(done, 60))
  lies = true
  await expect.poll(() => cards.length).toBe(2)
  reader.close()
})
