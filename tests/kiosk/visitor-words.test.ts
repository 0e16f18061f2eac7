import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { ticketStatus } from '../../gateway/contract/view-parts.ts'
import { wordsOf } from '../../gateway/contract/refusals.ts'
import { ticketRefusals } from '../../gateway/contract/refusals/ticket-refusals.ts'
import { appointmentRefusals } from '../../gateway/contract/refusals/appointment-refusals.ts'

const root = resolve(import.meta.dirname, '../..')
/** What clerks and technicians call it. */
const ofStaff = /挂起|重排|重连|重呼|转移到|作废|网关|日志|字节|点阵|终端号|字段|token|ID\b/
/** The files of pages that visitors touch, hold or look at. */
const forVisitors = ['book', 'lobby', 'phone', 'strip', 'take', 'take-away', 'takeover', 'terminal', 'way']

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : []

test.each(forVisitors)('PH7 %s says nothing in the words of the staff', (part) => {
  const words = wordsIn(JSON.parse(readFileSync(join(root, 'assets/locales/zh-Hans', `${part}.json`), 'utf8')))
  expect(words.length).toBeGreaterThan(2)
  expect(words.filter((one) => ofStaff.test(one))).toEqual([])
})

test('PH7 a refusal that a visitor may read says nothing in the words of the staff, whatever became of the number', () => {
  const codes = [...Object.keys(ticketRefusals), ...Object.keys(appointmentRefusals)] as (keyof typeof ticketRefusals)[]
  const said = codes.flatMap((code) =>
    ticketStatus.options.map((state) => wordsOf(code, 'zh-Hans', { state, number: 'A042', counterId: '21' })),
  )
  expect(said.length).toBeGreaterThan(300)
  expect(said.filter((one) => ofStaff.test(one))).toEqual([])
})

test('PH7 a slip says nothing in the words of the staff, as it comes and as the sample hall has it', () => {
  const usual = wordsIn(usualSlipLayout)
  const sample = readFileSync(join(root, 'assets/sample-hall/slip.yaml'), 'utf8').replaceAll(/^\s*#.*$/gm, '')
  expect([...usual, sample].filter((one) => ofStaff.test(one))).toEqual([])
})
