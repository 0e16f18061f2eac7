import { clockAt } from '../../gateway/contract/hall-time.ts'
import { signal } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import type { Answer } from '../../gateway/client/connect.ts'
import type { Command } from '../../gateway/contract/commands.ts'
import { orderLine } from '../../kiosk/shared/staff/order-line.ts'
import { toaster } from '../../kiosk/shared/staff/toasts.tsx'
import { keyName } from '../../kiosk/shared/staff/use-keys.ts'
import { elapsedWords, minutesBetween, rangeWords, sinceWords } from '../../kiosk/shared/staff/time-words.ts'
import { NOW } from '../fixtures/views/staff.ts'

const finish: Command = { type: 'finish-ticket', counterId: '1' }
const next: Command = { type: 'call-next', counterId: '1' }

function desk(answers: Answer[]) {
  const sent: string[] = []
  const said: string[] = []
  const online = signal(true)
  const order = async (command: Command): Promise<Answer> => {
    sent.push(command.type)
    return answers.shift() ?? { ok: true, result: {} }
  }
  return {
    sent,
    said,
    online,
    orders: orderLine(
      { order, online },
      { say: (tone, text, about) => said.push(`${tone} ${text}${about ? ` ${about}` : ''}`) },
    ),
  }
}
const no = (code: string): Answer => ({ ok: false, error: { code, message: `话 ${code}` } })

describe('orders of a staff page', () => {
  test('ST7 while one order is under way a second press sends nothing', async () => {
    const { sent, orders } = desk([])
    const first = orders.press({ id: 'a', commands: [next], done: null })
    const second = orders.press({ id: 'a', commands: [next], done: null })
    expect(orders.underWay.value).toBe('a')
    await Promise.all([first, second])
    expect(sent).toEqual(['call-next'])
    expect(orders.underWay.value).toBeNull()
  })

  test('ST7 the first refusal ends the row, in the words of the gateway', async () => {
    const { sent, said, orders } = desk([no('counter-has-no-ticket')])
    await orders.press({ id: 'a', commands: [finish, next], done: '好' })
    expect(sent).toEqual(['finish-ticket'])
    expect(said).toEqual(['refused 话 counter-has-no-ticket'])
  })

  test('ST8 nobody waiting after a finish is no error', async () => {
    const { sent, said, orders } = desk([{ ok: true, result: {} }, no('nobody-waiting')])
    await orders.press({ id: 'a', commands: [finish, next], done: '办结了', fine: ['nobody-waiting'] })
    expect(sent).toEqual(['finish-ticket', 'call-next'])
    expect(said.filter((one) => one.startsWith('refused'))).toEqual([])
    expect(said).toEqual(['done 办结了'])
  })

  test('ST3 without the gateway a press is answered in words and nothing waits to be sent later', async () => {
    const { sent, said, online, orders } = desk([])
    online.value = false
    await orders.press({ id: 'a', commands: [next], done: null })
    expect(sent).toEqual([])
    expect(said).toHaveLength(1)
  })

  test('ST11 what was said of a step goes with it, other words stay', () => {
    vi.useFakeTimers()
    const toasts = toaster()
    toasts.say('done', 'A042 办结了', 'A042')
    toasts.say('done', 'A043 过号了', 'A043')
    toasts.say('refused', '网断了')
    toasts.takeBack('A042')
    expect(toasts.shown.value.map(({ text }) => text)).toEqual(['A043 过号了', '网断了'])
    vi.useRealTimers()
  })

  test('ST7 a press answers whether all was accepted, and tells the number that its words are about', async () => {
    const { said, online, orders } = desk([{ ok: true, result: {} }, no('nobody-waiting')])
    expect(await orders.press({ id: 'a', commands: [finish], done: '办结了', about: 'A042' })).toBe(true)
    expect(await orders.press({ id: 'a', commands: [next], done: null })).toBe(false)
    online.value = false
    expect(await orders.press({ id: 'a', commands: [next], done: null })).toBe(false)
    expect(said[0]).toBe('done 办结了 A042')
  })

  test('ST2 keys have one name', () => {
    expect(keyName({ key: 'z', ctrlKey: true })).toBe('Ctrl Z')
    expect(keyName({ key: ' ', shiftKey: true })).toBe('Shift Space')
    expect([keyName({ key: ' ' }), keyName({ key: 'g' }), keyName({ key: 'F2' })]).toEqual(['Space', 'G', 'F2'])
  })

  test('ST1 times are said as people say them', () => {
    expect(clockAt(NOW, 'Asia/Shanghai')).toBe('10:53')
    expect(elapsedWords(48_000)).toBe('00:48')
    expect(elapsedWords(3_725_000)).toBe('1:02:05')
    expect(minutesBetween(NOW, NOW - 5)).toBe(0)
    expect(sinceWords(NOW - 38_000, NOW)).toBe('38 秒')
    expect(sinceWords(NOW - 130_000, NOW)).toBe('2 分')
    expect(rangeWords(null)).toBe('—')
  })
})
