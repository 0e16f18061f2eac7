import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type KnownCodes, readScan } from '../../gateway/inputs/read-scan.ts'

const token = 'AbCdEfGhIjKlMnOpQrSt_-'
const known: KnownCodes = {
  isToken: (text) => text === token,
  matterOf: (text) => (text === 'SAMPLE-034' || text === 'm034' ? 'm034' : null),
}
const read = (text: string): unknown => readScan(text, known)

test('SN1 a slip’s address, its bare token, eight digits, a matter’s code and a receipt are told apart', () => {
  expect(read(`http://192.168.1.10:8080/t/${token}`)).toEqual({ kind: 'slip', token })
  expect(read(`HTTPS://hall.example/t/${token}\r\n`)).toEqual({ kind: 'slip', token })
  expect(read(token)).toEqual({ kind: 'slip', token })
  expect(read('20481632')).toEqual({ kind: 'appointment', code: '20481632' })
  expect(read('SAMPLE-034')).toEqual({ kind: 'matter', matterId: 'm034' })
  expect(read('bdc-2026-000123')).toEqual({ kind: 'receipt', receipt: 'BDC-2026-000123' })
})

test('SN2 what a person is known by is not looked up, not kept, not sent on', () => {
  // No such numbers exist: their check digits are wrong.
  for (const text of ['150102199001010010', '15010219900101001X', '150102900101001', '13800000000'])
    expect(read(text)).toEqual({ kind: 'unknown' })
  // Every series of mobile numbers there is.
  for (const series of ['13', '14', '15', '16', '17', '18', '19'])
    expect([series, read(`${series}900000000`)]).toEqual([series, { kind: 'unknown' }])
  for (const text of ['12900000000', '1390000000', '139000000000', '1501021990010', '1501021990010100100'])
    expect(read(text)).toMatchObject({ kind: 'receipt' })
})

test('SN3 overlong, unknown and foreign codes are unknown', () => {
  const unknown = [
    '',
    ' ',
    'hello',
    '1\u202e2345',
    'A1\u0000B2',
    '<b>1</b>',
    "1'; drop",
    '../t/1',
    `http://hall.example/x/${token}`,
    'http://',
    '微信支付123456',
  ]
  for (const text of [
    ...unknown,
    `javascript:/t/${token}`,
    `http://hall.example/t/${token}/../../etc`,
    '9'.repeat(65),
    '9'.repeat(100_000),
  ])
    expect([text.slice(0, 40), read(text)]).toEqual([text.slice(0, 40), { kind: 'unknown' }])
})

test('SN4 whatever is scanned, what goes on is short and of plain signs', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 600 }),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.webUrl(),
      ),
      (text) => {
        for (const value of Object.values(readScan(text, known))) expect(value).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
      },
    ),
    { seed: 6, numRuns: 300 },
  )
})
