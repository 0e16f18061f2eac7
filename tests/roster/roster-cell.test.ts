import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellWords, readCell } from '../../gateway/contract/roster-cell.ts'

const whole = (name: string) => ({ name, from: null, until: null })

test('DR4 a name alone has the whole day; hours stand behind it, in figures or as half a day', () => {
  expect(readCell('李红')).toEqual({ ok: true, shifts: [whole('李红')] })
  expect(readCell('李红 8:30-12:00、张强 下午')).toEqual({
    ok: true,
    shifts: [
      { name: '李红', from: '08:30', until: '12:00' },
      { name: '张强', from: '12:00', until: null },
    ],
  })
  const same = { ok: true, shifts: [{ name: '李红', from: '09:00', until: '17:30' }] }
  for (const said of ['李红9:00-17:30', '李红（9：00—17：30）', '李红 9点至17:30', '李红 09:00～17:30'])
    expect(readCell(said), said).toEqual(same)
  expect(readCell('乌兰 全天，其其格\n李红；李红')).toEqual({
    ok: true,
    shifts: [whole('乌兰'), whole('其其格'), whole('李红')],
  })
  expect(readCell('  ')).toEqual({ ok: true, shifts: [] })
})

test('DR4 hours that are none are refused, with how to write them', () => {
  for (const said of ['李红 12:00-9:00', '李红 9:00-9:00', '李红 9:70-10:00', '李红 9:00-25:00', '李红 9:00-24:30'])
    expect(readCell(said), said).toMatchObject({ ok: false, message: expect.stringContaining('写成') })
  expect(readCell('9:00-12:00')).toMatchObject({ ok: false, message: expect.stringContaining('没有写姓名') })
  expect(readCell('字'.repeat(41))).toMatchObject({ ok: false, message: expect.stringContaining('太长') })
  expect(readCell('李红 9:00-24:00')).toMatchObject({ ok: true, shifts: [{ until: '24:00' }] })
})

test('DR3 no telephone and no ID number gets in with a name, and the refusal does not repeat it', () => {
  for (const said of ['李红 13800000000', '李红 0471-5555555', '李红123'])
    expect(readCell(said), said).toMatchObject({ ok: false, message: expect.not.stringContaining('5555') })
})

const name = fc.constantFrom('李红', '张强', '乌云其其格', '陈*', '欧阳明')
const minute = fc.integer({ min: 0, max: 1439 })
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
const hours = fc.oneof(
  fc.constant({ from: null, until: null }),
  fc.constant({ from: null, until: '12:00' }),
  fc.constant({ from: '12:00', until: null }),
  fc
    .tuple(minute, minute)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => ({ from: clock(Math.min(one, other)), until: clock(Math.max(one, other)) })),
)

test('DR4 reading again what a cell shows gives the same people', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(name, hours).map(([who, when]) => ({ name: who, ...when })),
        { selector: (one) => JSON.stringify(one), maxLength: 6 },
      ),
      (shifts) => {
        expect(readCell(cellWords(shifts))).toEqual({ ok: true, shifts })
      },
    ),
    { seed: 17 },
  )
})
