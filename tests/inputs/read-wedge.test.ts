import { expect, test } from 'vitest'
import { readWedge } from '../../kiosk/terminal/scan/read-wedge.ts'

const type = (text: string, everyMs: number): { codes: string[]; swallowed: number } => {
  const wedge = readWedge()
  const heard = [...text].map((sign, nth) => wedge.feed(sign === '\n' ? 'Enter' : sign, nth * everyMs))
  return {
    codes: heard.flatMap(({ code }) => (code === null ? [] : [code])),
    swallowed: heard.filter(({ isScanner }) => isScanner).length,
  }
}

test('KW1 a scanner that types is told from a hand by its pace', () => {
  expect(type('CASE-2026-1\n', 10).codes).toEqual(['CASE-2026-1'])
  expect(type('CASE-2026-1\n', 120)).toEqual({ codes: [], swallowed: 0 })
})

test('KW2 two codes in a row are two; a short burst and an endless one are none', () => {
  expect(type('20481632\nCASE-2026-1\n', 10).codes).toEqual(['20481632', 'CASE-2026-1'])
  expect(type('abc\n', 10).codes).toEqual([])
  expect(type(`${'9'.repeat(4_000)}\n`, 1).codes).toEqual([])
})
