import { describe, expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import {
  blockedBecause,
  type ActionId,
  actionOfKey,
  asksFirst,
  checklist,
  commandsOf,
  heldOfKey,
  joinedEmptyLine,
  keyOf,
  mainAction,
  resumeBlocked,
  undoBlocked,
} from '../../kiosk/counter/counter-actions.ts'
import { holdReasons } from '../../kiosk/counter/questions.tsx'
import { keyRows } from '../../kiosk/counter/key-rows.ts'
import { targetsFor } from '../../kiosk/shared/staff/transfer/transfer-targets.ts'
import { undoWords } from '../../kiosk/counter/undo-words.ts'
import { say } from '../../kiosk/counter/words.ts'
import { sampleCounter, sampleQueue, sampleTicket } from '../fixtures/views/staff.ts'

const called = sampleTicket('A042', { state: 'called', counterId: '12' })
const serving = sampleTicket('A042', { state: 'serving', counterId: '12' })
const actions: ActionId[] = [
  'open',
  'reopen',
  'call',
  'serve',
  'finish-call',
  'finish',
  'recall',
  'miss',
  'hold',
  'transfer',
  'pause',
  'close',
]

describe('counter', () => {
  test('ST1 the main action follows from the state', () => {
    expect(mainAction(sampleCounter({ state: 'closed' }))).toBe('open')
    expect(mainAction(sampleCounter({ state: 'paused' }))).toBe('reopen')
    expect(mainAction(sampleCounter())).toBe('call')
    expect(mainAction(sampleCounter({ ticket: called }))).toBe('serve')
    expect(mainAction(sampleCounter({ ticket: serving }))).toBe('finish-call')
    expect(mainAction(sampleCounter({ state: 'paused', ticket: serving }))).toBe('finish')
  })

  test('ST1 the main action of every state can be pressed, but for a call when nobody waits', () => {
    for (const state of ['closed', 'open', 'paused'] as const)
      for (const ticket of state === 'closed' ? [null] : [null, called, serving]) {
        const view = sampleCounter({ state, ticket })
        expect(blockedBecause(mainAction(view), view, true)).toBeNull()
      }
    expect(blockedBecause('call', sampleCounter({ waiting: 0 }), true)).toBe(say('because.nobody'))
  })

  test('ST2 空格 is the main action, F keys keep their meaning', () => {
    expect(actionOfKey('Space', sampleCounter({ ticket: called }))).toBe('serve')
    const table = {
      F2: 'recall',
      F3: 'miss',
      F4: 'hold',
      F6: 'transfer',
      F7: 'note',
      F8: 'guide',
      F9: 'pause',
      F10: 'close',
    }
    for (const [key, action] of Object.entries(table))
      expect(actionOfKey(key, sampleCounter({ ticket: serving }))).toBe(action)
    expect(actionOfKey('F9', sampleCounter({ state: 'paused' }))).toBe('reopen')
    expect(actionOfKey('Q', sampleCounter())).toBeNull()
  })

  test('ST3 without the gateway nothing can be pressed', () => {
    for (const action of actions)
      expect(blockedBecause(action, sampleCounter({ ticket: serving }), false)).toBe(say('because.offline'))
  })

  test('ST3 blocked buttons say why', () => {
    expect(blockedBecause('recall', sampleCounter({ ticket: serving }), true)).toBe(say('because.serving'))
    expect(blockedBecause('close', sampleCounter({ ticket: serving }), true)).toBe(
      say('because.hasTicket', { number: 'A042' }),
    )
    for (const action of ['recall', 'miss', 'hold', 'transfer', 'finish'] as const)
      expect(blockedBecause(action, sampleCounter(), true)).toBe(say('because.noTicket'))
  })

  test('ST4 finish and call next are two orders in this row, and every order fits the contract', () => {
    expect(commandsOf('finish-call', '12').map(({ type }) => type)).toEqual(['finish-ticket', 'call-next'])
    for (const action of actions)
      for (const one of commandsOf(action, '12')) expect(command.safeParse(one).success).toBe(true)
  })

  test('ST10 in an emergency nobody is called and the button says so, a visitor at the counter is still finished', () => {
    const emergency = {
      id: 'e1',
      title: '请马上离开大厅',
      titleEn: null,
      lines: [],
      raisedAt: 0,
      until: 1,
      spoken: '',
      drill: false,
    }
    const alert = (over: Parameters<typeof sampleCounter>[0]) => sampleCounter({ emergency, ...over })
    expect(mainAction(alert({}))).toBe('call')
    expect(blockedBecause('call', alert({}), true)).toBe('叫号已暂停')
    expect(blockedBecause('call', alert({ waiting: 0 }), true)).toBe('叫号已暂停')
    expect(blockedBecause('recall', alert({ ticket: called }), true)).toBe('叫号已暂停')
    expect(resumeBlocked(alert({}), true)).toBe('叫号已暂停')
    expect(mainAction(alert({ ticket: called }))).toBe('serve')
    expect(mainAction(alert({ ticket: serving }))).toBe('finish')
    for (const action of ['serve', 'finish', 'miss', 'hold', 'transfer'] as const)
      expect(blockedBecause(action, alert({ ticket: action === 'serve' ? called : serving }), true)).toBeNull()
    expect(blockedBecause('open', alert({ state: 'closed' }), true)).toBeNull()
    const drill = sampleCounter({ emergency: { ...emergency, drill: true } })
    expect([blockedBecause('call', drill, true), mainAction({ ...drill, ticket: serving })]).toEqual([
      null,
      'finish-call',
    ])
  })

  test('ST11 an undo that cannot be done says why', () => {
    const steps = [{ number: 'A042', step: 'ticket-finished' }]
    const undo = { seq: 1, number: 'A042', step: 'ticket-finished', steps, stuck: null, until: 1_000 }
    expect([undoBlocked(null, 0), undoBlocked(undo, 1_001), undoBlocked(undo, 1_000)]).toEqual([
      '没有可以撤销的操作',
      '过了撤销时间，不能撤销了',
      null,
    ])
  })

  test('CN1 a visit of a few seconds and every finish in an emergency are asked for first', () => {
    const ticket = sampleTicket('A042', { state: 'serving', servingAt: 1_000_000, calledAt: 0 })
    const asked = (action: ActionId, at: number) => asksFirst(action, sampleCounter({ ticket }), at)
    expect([asked('finish-call', 1_009_999), asked('finish', 1_009_999), asked('finish', 1_010_000)]).toEqual([
      'hardly',
      'hardly',
      null,
    ])
    expect(asked('miss', 1_000_001)).toBeNull()
    const emergency = { id: 'e', title: '', titleEn: null, lines: [], raisedAt: 0, until: 1, spoken: '', drill: false }
    expect(asksFirst('finish', sampleCounter({ ticket, emergency }), 9e12)).toBe('emergency')
  })

  test('CN2 whoever joins an empty line of a free counter is heard', () => {
    const empty = sampleCounter({ waiting: 0 })
    expect(joinedEmptyLine(empty, sampleCounter({ waiting: 1 }))).toBe(true)
    expect(joinedEmptyLine(empty, sampleCounter({ waiting: 1, ticket: serving }))).toBe(false)
    expect(joinedEmptyLine(sampleCounter({ waiting: 1 }), sampleCounter({ waiting: 2 }))).toBe(false)
    expect(joinedEmptyLine(null, sampleCounter({ waiting: 1 }))).toBe(false)
  })

  test('CN3 CG1 a queue or counter where nobody calls says so and stands last; a typed counter stands first', () => {
    const view = {
      queues: [
        sampleQueue('B', '企业登记', { openCounters: 0, waiting: 3 }),
        sampleQueue('C', '住房公积金', { waiting: 2 }),
      ],
      counters: [
        {
          id: '126',
          floor: '1',
          zone: '1A',
          state: 'open' as const,
          pauseReason: null,
          queues: ['C'],
          number: null,
          staff: { number: '0334', name: '陈*' },
          sent: 1,
        },
        {
          id: '12',
          floor: '1',
          zone: '1A',
          state: 'closed' as const,
          pauseReason: null,
          queues: ['C'],
          number: null,
          staff: null,
          sent: 0,
        },
      ],
    }
    const names = (typed: string) =>
      targetsFor(view, { queueId: 'A' }, typed).map(({ name, note }) => `${name}：${note}`)
    expect(names('')).toEqual(['住房公积金：2 人在等', '企业登记：没有窗口开着 · 3 人在等'])
    expect(names('126')[0]).toBe('126 号窗口：空闲 · 1 人在等')
    expect(names('12')).toHaveLength(2)
    expect(names('c')).toEqual(['住房公积金：2 人在等'])
    // Somebody who sits there, by work number or name; the number goes to the person.
    expect(names('0334')).toEqual(['陈* · 126 号窗口：空闲 · 1 人在等'])
    expect(targetsFor(view, { queueId: 'A' }, '陈')[0]).toMatchObject({ kind: 'person', id: '0334' })
    expect(names('0335')).toEqual([])
  })

  test('CN4 an undo says all that goes back, or with which number somebody has gone on', () => {
    const steps = [
      { number: 'A042', step: 'ticket-finished' },
      { number: 'A043', step: 'ticket-called' },
    ]
    const undo = { seq: 9, number: 'A043', step: 'ticket-called', steps, stuck: null, until: 1_000 }
    expect(undoWords(undo)).toBe('办结了 A042，叫了 A043')
    expect(undoBlocked({ ...undo, stuck: 'A042' }, 0)).toBe('A042 之后又有人操作过，不能撤销')
  })

  test('CN5 every key of the page stands in the table that ? shows', () => {
    const shown = new Set(keyRows.map(([key]) => key))
    for (const key of ['Space', 'Ctrl Z', ...Object.values(keyOf)]) expect(shown).toContain(key)
  })

  test('ST5 a held ticket is called back only at a free, open counter', () => {
    expect(resumeBlocked(sampleCounter(), true)).toBeNull()
    expect(resumeBlocked(sampleCounter({ ticket: called }), true)).toBe(say('because.hasTicket', { number: 'A042' }))
    expect(resumeBlocked(sampleCounter({ state: 'paused' }), true)).toBe(say('because.paused'))
    expect(heldOfKey('2', ['a', 'b'])).toBe('b')
    expect(heldOfKey('3', ['a', 'b'])).toBeNull()
    expect(heldOfKey('F2', ['a', 'b'])).toBeNull()
  })

  test('ST6 missing materials are marked, strangers come last', () => {
    expect(checklist(['申请书', '身份证'], ['身份证', '合同'])).toEqual([
      { name: '申请书', missing: false },
      { name: '身份证', missing: true },
      { name: '合同', missing: true },
    ])
    expect(holdReasons(['合同'])[0]).toBe('补 合同')
    expect(holdReasons(Array.from({ length: 40 }, () => '契税完税凭证'))[0]?.length).toBeLessThanOrEqual(60)
  })
})
