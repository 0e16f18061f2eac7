import { describe, expect, test } from 'vitest'
import { type Command, type Role, command, roles } from '../../gateway/contract/commands.ts'
import { isOwnPage, mayListen, mayOrder, screenOf, terminalOf, thePublic } from '../../gateway/server/actor.ts'

const desk: Role[] = ['guide', 'supervisor']
const counter: Role[] = ['clerk', 'supervisor']
const all: Role[] = ['clerk', 'guide', 'supervisor']

/** Who may give which order, written out; not made from the product's own lists. */
const table: Record<Command['type'], readonly Role[]> = {
  'give-back-ticket': ['terminal'],
  'take-ticket': ['guide', 'supervisor', 'terminal'],
  'open-counter': counter,
  'pause-counter': counter,
  'close-counter': counter,
  'call-next': counter,
  'call-ticket': counter,
  'recall-ticket': counter,
  'serve-ticket': counter,
  'finish-ticket': counter,
  'miss-ticket': counter,
  'hold-ticket': counter,
  'resume-ticket': counter,
  'transfer-ticket': all,
  'requeue-ticket': desk,
  'defer-ticket': desk,
  'announce-coming': [],
  'ask-guide': [],
  'cancel-ticket': desk,
  'prioritise-ticket': desk,
  'reprint-slip': ['guide', 'supervisor', 'terminal'],
  'call-guide': ['guide', 'supervisor', 'terminal'],
  'print-list': ['terminal'],
  'answer-help': desk,
  'finish-help': desk,
  'test-printer': desk,
  'switch-device-off': desk,
  'switch-device-on': desk,
  'trust-clock': desk,
  'switch-layout': desk,
  announce: desk,
  'stop-announcement': desk,
  'reload-screen': desk,
  'picture-screen': desk,
  'assign-counter': desk,
  'restore-counter': desk,
  'undo-step': counter,
  'book-appointment': ['guide', 'supervisor', 'integration'],
  'confirm-appointment': ['guide', 'supervisor'],
  'cancel-appointment': ['guide', 'supervisor', 'integration'],
  'skip-leg': all,
  'drop-legs': all,
  'raise-emergency': ['supervisor'],
  'lift-emergency': ['supervisor'],
  'draft-notice': desk,
  'edit-notice': desk,
  'revise-notice': ['supervisor'],
  'submit-notice': desk,
  'approve-notice': ['supervisor'],
  'withdraw-notice': ['supervisor'],
  'teach-pad': ['supervisor'],
  'bind-pad': ['supervisor'],
}
const order = (type: string, more: object = {}): Command =>
  ({ type, priority: null, person: '', ...more }) as unknown as Command
const who = (...of: Role[]) => ({ name: 'somebody', roles: of })
const terminals = ['K1', 'K2']
const k1 = { name: 'K1', roles: ['terminal'] as const }

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
    expect(mayOrder({ ...k1, name: 'test' }, order(type, { terminalId: 'K2' }), terminals)).toBe(true)
  }
  for (const role of ['guide', 'supervisor'] as const)
    expect(
      mayOrder({ name: 'K1', roles: ['terminal', role] }, order('call-guide', { terminalId: 'K2' }), terminals),
    ).toBe(true)
  expect([terminalOf(k1), terminalOf(who('guide')), terminalOf(thePublic)]).toEqual(['K1', null, null])
})

test.each([
  ['screen:L1', ['everybody']],
  ['strip:1', ['everybody']],
  ['panel:P1', ['everybody']],
  ['track:abc', ['everybody']],
  ['start', ['everybody']],
  ['counter:1', ['clerk', 'guide', 'supervisor']],
  ['desk', ['guide', 'supervisor']],
  ['manage', ['supervisor']],
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
  const heard = (topic: string) => [k1, { ...k1, name: 'K2' }, who('supervisor')].map((one) => mayListen(one, topic))
  expect(heard('signals:K1')).toEqual([true, false, false])
  expect(heard('terminal:K1')).toEqual([true, false, true])
  expect(mayListen({ name: 'K1', roles: ['clerk'] }, 'terminal:K1')).toBe(false)
})

test('RG10 a page is the hall’s own device when it showed a token for it: a screen’s own, a display’s for strips and panels', () => {
  const screen = { name: 'L1', roles: ['display'] as const }
  const own = (actor: typeof screen | typeof k1 | typeof thePublic) =>
    ['screen:L1', 'screen:L2', 'strip:1', 'panel:P1', 'terminal:K1', 'desk'].filter((topic) => isOwnPage(actor, topic))
  expect(own(screen)).toEqual(['screen:L1', 'strip:1', 'panel:P1', 'terminal:K1', 'desk'])
  expect(own(k1)).toEqual(['terminal:K1', 'desk'])
  expect(own(thePublic)).toEqual([])
  expect([screenOf(screen), screenOf(k1), screenOf(thePublic)]).toEqual(['L1', null, null])
})
