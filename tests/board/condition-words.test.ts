import { expect, test } from 'vitest'
import { deviceCode } from '../../gateway/contract/device-condition.ts'
import { slipFaultOf, stateOf, wordOf } from '../../gateway/board/condition-words.ts'
import { cardCondition } from '../../gateway/board/led-card-words.ts'
import { whatToDo } from '../../gateway/board/what-to-do.ts'
import { faultOf } from '../../gateway/devices/printer/status.ts'

const kindOf = (code: string) =>
  /^(paper|cover|cutter|printer|mute|not-a-printer|never|unwatched)/.test(code)
    ? ('printer' as const)
    : ('panel' as const)

const ofGateway = /^(disk|read-only|file|cannot-write|log|head|clock|holidays|stream|backup)/

test.each(deviceCode.options)('D39 "%s" has words without codes, and whatever is amiss has a way out', (code) => {
  const condition = { code, detail: code.startsWith('card-') ? '3 1' : '12' }
  expect(wordOf(condition)).toMatch(/\S/)
  expect(wordOf({ code, detail: null })).not.toMatch(/null|undefined/)
  const todo = whatToDo({ kind: kindOf(code), name: '1 号' }, condition)
  const isBad = ['fault', 'warning'].includes(stateOf(condition))
  // The computer of the gateway itself has no number.
  if (isBad) expect(todo).toMatch(ofGateway.test(code) ? /\S{6}/ : /^1 号/)
  if (stateOf(condition) === 'ok' || stateOf(condition) === 'off') expect(todo).toBeNull()
})

test('D39 what a driver calls a fault and what the board calls one is the same', () => {
  const printers = [
    ...(['ok', 'paper-low', 'paper-out', 'cover-open', 'cutter-jam', 'printer-error', 'offline'] as const),
    ...(['mute', 'not-a-printer', 'unwatched', 'never-answers', 'never-proves'] as const),
  ]
  for (const code of printers) expect(slipFaultOf('printer', code)).toBe(faultOf(code))
  expect(slipFaultOf('terminal', 'offline')).toBeNull()
})

test('D36 D37 the advice for a printer that tells nothing of itself names the line of the hall folder', () => {
  const about = (code: 'never-answers' | 'never-proves'): string | null =>
    whatToDo({ kind: 'printer', name: '1 号打印机' }, { code, detail: null })
  expect(about('never-answers')).toContain('answers: nothing')
  expect(about('never-proves')).toContain('answers: paper')
})

test('LS4 LS14 what is wrong with a card is said with its values', () => {
  const wrong = (what: 'size' | 'colour', found: string, wanted: string) =>
    wordOf(cardCondition({ state: 'fault', trouble: { kind: 'wrong', what, found, wanted } }, []))
  expect(wrong('size', '96×32', '128×32')).toBe('屏是 96×32，设置里写的是 128×32')
  expect(wrong('colour', '3', '1')).toBe('控制卡是双色的，设置里写的是单色')
  expect(wordOf(cardCondition({ state: 'ok', refused: ['clock', 'brightness'] }, []))).toBe(
    '画面照常，控制卡不让调时钟、亮度',
  )
})
