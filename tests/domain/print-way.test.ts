import { expect, test } from 'vitest'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { given } from '../support/given.ts'
import { smallPlan } from '../support/small-plan.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

function planned() {
  const { hall, matters } = tinyHallModel()
  const [first] = hall.terminals
  if (!first) throw new Error('no terminal')
  const terminals = [first, { ...first, id: 'K2', printer: null }]
  const here = smallPlan.map((plan) => ({
    ...plan,
    terminals: [...plan.terminals, { terminal: 'K2', at: [9, 30] as [number, number] }],
  }))
  return buildHallModel({ ...hall, terminals, plan: here }, [...matters.values()], true)
}
const counter = { kind: 'counter', counter: '3' } as const
const way = (terminalId: string, goal: object = counter) => ({ type: 'print-way', terminalId, goal }) as never

test('CZ2 a way is ordered at the terminal’s own printer as a goal, without a word of what is printed', () => {
  const story = given(planned())
  story.when(way('K1')).accepted('way-ordered')
  expect(story.events.at(-1)).toMatchObject({
    type: 'way-ordered',
    terminalId: 'K1',
    printerId: 'PR1',
    goal: counter,
    stepFree: false,
    language: 'zh-Hans',
  })
  story.when(way('K1', { kind: 'zone', zone: '1A' })).accepted('way-ordered')
  story.when(way('K1', { kind: 'place', floor: '1', name: '复印' })).accepted('way-ordered')
})

test('CZ2 a goal to which the plan knows no way, a terminal that is not there or has no printer, and a printer that is off are refused', () => {
  const story = given(planned())
  story.when(way('K9')).refused('unknown-terminal')
  story.when(way('K1', { kind: 'counter', counter: '99' })).refused('way-not-drawn')
  story.when(way('K1', { kind: 'zone', zone: '9Z' })).refused('way-not-drawn')
  story.when(way('K1', { kind: 'place', floor: '2', name: '复印' })).refused('way-not-drawn')
  given().when(way('K1')).refused('way-not-drawn')
  story.when(way('K2')).refused('no-printer')
  story.when({ type: 'switch-device-off', deviceId: 'PR1', reason: '送修' })
  story.when(way('K1')).refused('printer-off')
  story.when({ type: 'print-list', terminalId: 'K1', matterId: 'licence' }).refused('printer-off')
})
