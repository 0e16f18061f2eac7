import { expect, test } from 'vitest'
import { type Where, nextScreen, terminalMachine } from '../../kiosk/terminal/next-screen.ts'
import { type Press, nobody } from '../../kiosk/terminal/visit.ts'

const home = terminalMachine.initialState as Where
const ticket = { ticketId: 't1', number: 'A001', token: 'x', queueId: 'a' }
const go = (...presses: Press[]): Where => presses.reduce(nextScreen, home)

test('K1 a press that means nothing on a screen changes nothing', () => {
  expect(home).toMatchObject({ value: 'home', context: nobody })
  for (const press of [
    { type: 'tick', name: '身份证' },
    { type: 'back' },
    { type: 'typed', query: 'a' },
  ] satisfies Press[]) {
    expect(nextScreen(home, press)).toMatchObject({ value: 'home', context: nobody })
  }
})

test('K2 back leads to where the matter was found, with the words typed', () => {
  expect(
    go({ type: 'search' }, { type: 'typed', query: 'yyzz' }, { type: 'matter', id: 'm1' }, { type: 'back' }),
  ).toMatchObject({
    value: 'search',
    context: { query: 'yyzz' },
  })
  expect(
    go(
      { type: 'departments' },
      { type: 'list', list: { by: 'department', id: 'd1' } },
      { type: 'matter', id: 'm1' },
      { type: 'back' },
    ),
  ).toMatchObject({
    value: 'matters',
    context: { list: { by: 'department', id: 'd1' } },
  })
  expect(go({ type: 'matter', id: 'm1' }, { type: 'back' }).value).toBe('home')
})

test('K3 the same visit takes no second number', () => {
  const taken = go({ type: 'queues' }, { type: 'taken', ticket })
  expect(taken).toMatchObject({ value: 'ticket', context: { ticket: { number: 'A001' } } })
  for (const press of [
    { type: 'taken', ticket: { ...ticket, number: 'A002' } },
    { type: 'queues' },
    { type: 'matter', id: 'm1' },
  ] satisfies Press[]) {
    expect(nextScreen(taken, press)).toMatchObject({ value: 'ticket', context: { ticket: { number: 'A001' } } })
  }
})

test('K4 leaving wipes everything, from every screen', () => {
  const filled = go(
    { type: 'search' },
    { type: 'typed', query: 'yyzz' },
    { type: 'matter', id: 'm1' },
    { type: 'tick', name: '身份证' },
  )
  expect(filled.context.brought).toEqual(['身份证'])
  for (const where of [filled, nextScreen(filled, { type: 'back' }), nextScreen(filled, { type: 'taken', ticket })]) {
    expect(nextScreen(where, { type: 'leave' })).toMatchObject({ value: 'home', context: nobody })
  }
})

test('K5 another matter starts with no ticks, and a second touch takes the tick away', () => {
  const ticked = go({ type: 'search' }, { type: 'matter', id: 'm1' }, { type: 'tick', name: '身份证' })
  expect(nextScreen(ticked, { type: 'tick', name: '身份证' }).context.brought).toEqual([])
  expect(nextScreen(nextScreen(ticked, { type: 'back' }), { type: 'matter', id: 'm2' }).context).toMatchObject({
    matterId: 'm2',
    brought: [],
  })
})

test('K11 a number that comes after the visitor left is shown to nobody', () => {
  expect(nextScreen(home, { type: 'taken', ticket })).toMatchObject({ value: 'home', context: { ticket: null } })
})
