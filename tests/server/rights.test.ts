import { describe, expect, test } from 'vitest'
import { type Command, type Role, command, roles } from '../../gateway/contract/commands.ts'
import {
  type Actor,
  bearer,
  isOwnPage,
  padAt,
  person,
  ratingDeviceAt,
  scannerAt,
  thePublic,
  visitorActor,
} from '../../gateway/rights/actor.ts'
import { mayOrder } from '../../gateway/rights/may-order.ts'
import { mayListen } from '../../gateway/rights/topics.ts'
import { ownThings } from '../support/own-things.ts'
import { atCounter, orderTable as table } from '../support/order-table.ts'

const order = (type: string, more: object = {}): Command =>
  ({ type, priority: null, person: '', tail: '', ...more }) as unknown as Command
const who = (...of: Role[]): Actor => ({ ...bearer('somebody', of), terminal: null })
const terminals = ownThings(['K1', 'K2'])
const k1 = bearer('K1', ['terminal'])

describe.each(command.options.map(({ shape }) => shape.type.value))('%s', (type) => {
  test(`RG1 ${type} is for those who may, and no one else`, () => {
    expect(roles.filter((role) => mayOrder(who(role), order(type), terminals))).toEqual(
      roles.filter((role) => table[type].includes(role)),
    )
    expect(mayOrder(thePublic, order(type), terminals)).toBe(false)
  })
})

test('RG1 one of several roles is enough', () => {
  expect(mayOrder(who('display', 'clerk'), order('call-next'), terminals)).toBe(true)
  expect(mayOrder(who('display', 'integration'), order('call-next'), terminals)).toBe(false)
})

test('RG2 priority is the guides’ and supervisors’ to give', () => {
  const first = order('take-ticket', { priority: 'elderly' })
  expect(roles.filter((role) => mayOrder(who(role), first, terminals))).toEqual(['guide', 'supervisor'])
  expect(mayOrder(who('terminal', 'guide'), first, terminals)).toBe(true)
})

test('RG2 nobody outside says who a person is', () => {
  expect(mayOrder(who('supervisor'), order('take-ticket', { identity: 'ab' }), terminals)).toBe(false)
  expect(mayOrder(who('supervisor'), order('take-ticket', { identity: null }), terminals)).toBe(true)
  expect(mayOrder(who('supervisor'), order('book-appointment', { person: ['ab'] }), terminals)).toBe(false)
  expect(mayOrder(who('supervisor'), order('book-appointment', { person: [] }), terminals)).toBe(true)
  // Other orders may carry such words.
  expect(
    mayOrder(who('supervisor'), order('announce', { person: ['ab'], identity: 'x', priority: 'x' }), terminals),
  ).toBe(true)
})

test('RG3 a terminal’s token orders for its own terminal only; one of no terminal for any', () => {
  for (const type of ['take-ticket', 'call-guide', 'print-list']) {
    expect(mayOrder(k1, order(type, { terminalId: 'K1' }), terminals)).toBe(true)
    expect(mayOrder(k1, order(type, { terminalId: null }), terminals)).toBe(true)
    expect(mayOrder(k1, order(type, { terminalId: 'K2' }), terminals)).toBe(false)
    expect(mayOrder(bearer('test', ['terminal']), order(type, { terminalId: 'K2' }), terminals)).toBe(true)
  }
  for (const role of ['guide', 'supervisor'] as const)
    expect(mayOrder(bearer('K1', ['terminal', role]), order('call-guide', { terminalId: 'K2' }), terminals)).toBe(true)
  expect([k1, bearer('K1', ['guide']), thePublic].map(({ terminal }) => terminal)).toEqual(['K1', null, null])
})

test.each([
  ['screen:L1', ['everybody']],
  ['strip:1', ['everybody']],
  ['panel:P1', ['everybody']],
  ['track:abc', ['everybody']],
  ['start', ['everybody']],
  ['counter:1', ['clerk', 'guide', 'supervisor']],
  ['desk', ['guide', 'supervisor']],
  ['manage', ['supervisor', 'admin']],
  ['figures', ['clerk', 'guide', 'supervisor', 'admin']],
  ['devices', ['guide', 'supervisor', 'admin', 'display']],
  ['board', ['guide', 'supervisor', 'admin', 'display']],
  ['lines', ['guide', 'supervisor']],
  ['tickets', ['guide', 'supervisor']],
  ['terminal:K9', ['guide', 'supervisor']],
  ['signals:K9', []],
  ['unknown:1', []],
  ['', []],
  ['constructor', []],
])('RG4 %s is heard by %s', (topic, heard: string[]) => {
  const may = roles.filter((role) => mayListen(who(role), topic))
  expect(may).toEqual(heard.includes('everybody') ? [...roles] : roles.filter((role) => heard.includes(role)))
  expect(mayListen(thePublic, topic)).toBe(heard.includes('everybody'))
})

test('RG3 what is scanned at a terminal is told to that terminal alone', () => {
  const heard = (topic: string) =>
    [k1, bearer('K2', ['terminal']), who('supervisor')].map((one) => mayListen(one, topic))
  expect(heard('signals:K1')).toEqual([true, false, false])
  expect(heard('terminal:K1')).toEqual([true, false, true])
  expect(mayListen(bearer('K1', ['clerk']), 'terminal:K1')).toBe(false)
})

test('RG10 a page is the hall’s own device when it showed a token for it: a screen’s own, a display’s for strips and panels', () => {
  const screen = bearer('L1', ['display'])
  const own = (actor: Actor) =>
    ['screen:L1', 'screen:L2', 'strip:1', 'panel:P1', 'terminal:K1', 'desk'].filter((topic) => isOwnPage(actor, topic))
  expect(own(screen)).toEqual(['screen:L1', 'strip:1', 'panel:P1', 'terminal:K1', 'desk'])
  expect(own(k1)).toEqual(['terminal:K1', 'desk'])
  expect(own(thePublic)).toEqual([])
  expect([screen, k1, thePublic].map((one) => one.screen)).toEqual(['L1', null, null])
})

test('RG11 a clerk works the counters that are hers, and numbers of what they serve; a supervisor all of them', () => {
  const hall = ownThings(
    [],
    { '1': ['A'], '2': ['B'] },
    { a: { queueId: 'A', counterId: null }, b: { queueId: 'B', counterId: '2' } },
  )
  const own = person('0327', ['clerk'], ['1', '3'])
  expect(atCounter.length).toBeGreaterThan(10)
  for (const type of atCounter)
    expect(['1', '3', '2'].map((counterId) => mayOrder(own, order(type, { counterId }), hall))).toEqual([
      true,
      true,
      false,
    ])
  const may = (who: Actor, type: string, more: object) => mayOrder(who, order(type, more), hall)
  for (const type of ['transfer-ticket', 'skip-leg', 'drop-legs']) {
    expect(may(own, type, { counterId: '1', ticketId: null })).toBe(true)
    expect(may(own, type, { counterId: '2', ticketId: null })).toBe(false)
    expect(may(own, type, { counterId: null, ticketId: 'a' })).toBe(true)
    expect(may(own, type, { counterId: null, ticketId: 'b' })).toBe(false)
    expect(may(own, type, { counterId: '1', ticketId: 'b' })).toBe(false)
    expect(may(person('0312', ['clerk'], ['2']), type, { counterId: '2', ticketId: 'b' })).toBe(true)
    expect(may(person('0312', ['clerk', 'supervisor'], ['1']), type, { counterId: null, ticketId: 'b' })).toBe(true)
    expect(may(person('0312', ['clerk'], null), type, { counterId: '2', ticketId: 'a' })).toBe(true)
  }
  expect(['counter:1', 'counter:2'].map((topic) => mayListen(own, topic))).toEqual([true, false])
  expect(mayListen(person('0301', ['clerk', 'supervisor'], ['1']), 'counter:2')).toBe(true)
  expect(may(person('0100', ['clerk'], []), 'call-next', { counterId: '1' })).toBe(false)
})

test('RG12 a pad orders for its counter, a rating button rates there, a scanner speaks for its terminal, a phone for its number', () => {
  const hall = ownThings(['K1', 'K2'], { '1': ['A'] }, {})
  const may = (who: Actor, type: string, more: object) => mayOrder(who, order(type, more), hall)
  expect(['1', '2'].map((counterId) => may(padAt('P', '1'), 'call-next', { counterId }))).toEqual([true, false])
  expect(['1', '2'].map((counterId) => may(ratingDeviceAt('1'), 'rate-visit', { counterId }))).toEqual([true, false])
  expect(['K1', 'K2'].map((terminalId) => may(scannerAt('K1'), 'take-ticket', { terminalId }))).toEqual([true, false])
  expect(['t', 'u'].map((ticketId) => may(visitorActor('t'), 'cancel-ticket', { ticketId }))).toEqual([true, false])
  expect(may(visitorActor(null), 'cancel-ticket', { ticketId: null })).toBe(false)
  const given = (who: Actor) =>
    command.options
      .map(({ shape }) => shape.type.value)
      .filter((type) => mayOrder(who, order(type, { counterId: '1', ticketId: 't', terminalId: 'K1' }), hall))
  expect(given(padAt('P', '1')).toSorted()).toEqual(atCounter.toSorted())
  expect(given(ratingDeviceAt('1'))).toEqual([])
  expect(given(scannerAt('K1'))).toEqual(given(k1))
  expect(given(visitorActor('t')).toSorted()).toEqual([
    'announce-coming',
    'arrive-ticket',
    'ask-guide',
    'book-appointment',
    'cancel-appointment',
    'cancel-ticket',
    'confirm-appointment',
    'defer-ticket',
    'take-ticket',
  ])
})
