import { describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { shownDevices } from '../../kiosk/guide/device-card.tsx'
import { everything, findTickets, numberFit, stepSelection, nextKind } from '../../kiosk/guide/find-tickets.ts'
import { paletteOf } from '../../kiosk/guide/palette-lines.ts'
import { counterWords } from '../../kiosk/guide/palette-faces.ts'
import { helpWords } from '../../kiosk/guide/help-card.tsx'
import { queueLight, queueWord } from '../../kiosk/guide/queue-light.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { type Desk, actionBlocked, likelyActions } from '../../kiosk/guide/ticket-actions.ts'
import { placeWords, stateTone } from '../../kiosk/guide/ticket-row.tsx'
import { say } from '../../kiosk/guide/words.ts'
import { NOW, sampleDesk, sampleQueue, sampleTicket } from '../fixtures/views/staff.ts'

const desk: Desk = { online: true, now: NOW, printerId: 'PR4' }
const numbers = (tickets: { number: string }[]): string[] => tickets.map(({ number }) => number)
const entry: CatalogueEntry = {
  id: 'm9',
  name: '营业执照补领',
  department: '市场监管局',
  departmentId: 'd',
  kind: '行政许可',
  queueId: 'B',
  popular: 3,
  aliases: [],
  syllables: [],
  aliasSyllables: [],
  onTheSpot: true,
}

describe('help desk', () => {
  test('SG1 people who wait where nobody calls are red; amber above 30 minutes, red above 45; nobody waiting is no matter', () => {
    const light = (over: Parameters<typeof sampleQueue>[2]) => queueLight(sampleQueue('A', '不动产登记', over))
    const waited = (longestMinutes: number) => light({ longestMinutes })
    expect([waited(0), waited(30), waited(31), waited(45), waited(46)]).toEqual([
      'ok',
      'ok',
      'warning',
      'warning',
      'fault',
    ])
    expect([light({ openCounters: 0, waiting: 1 }), light({ openCounters: 0, waiting: 0 })]).toEqual(['fault', 'off'])
    expect(light({ openCounters: 0, notCalling: { why: 'lunch', until: '13:30' } })).toBe('warning')
    expect(light({ warning: '等候到了 30 人' })).toBe('fault')
  })

  test('SG9 a row says only what its columns do not', () => {
    const word = (over: Parameters<typeof sampleQueue>[2]) => queueWord(sampleQueue('A', '不动产登记', over))
    expect(word({ whyStands: '3 个窗口开着，共 4 个' })).toBeNull()
    expect(word({ openCounters: 0, whyStands: '没有窗口开着' })).toBe('没有窗口开着')
    expect(word({ openCounters: 0, waiting: 0, whyStands: null })).toBeNull()
  })

  test('SG10 a call without an answer grows louder and tells its minutes', () => {
    const tone = (minutes: number, coming = false) =>
      stateTone(sampleTicket('A042', { state: 'called', calledAt: NOW - minutes * 60_000, coming }), NOW)
    expect([tone(2), tone(3), tone(3, true), tone(6), tone(6, true)]).toEqual(['qing', 'amber', 'qing', 'red', 'red'])
    const called = sampleTicket('A042', { state: 'called', counterId: '12', calledAt: NOW - 240_000 })
    expect(placeWords(called, NOW, 'Asia/Shanghai')).toBe('12 号窗口 · 叫了 4 分')
  })

  test('SG2 a number is found as people say it', () => {
    for (const said of ['a037', 'A37', 'Ａ０３７', ' a 037 ']) expect(numberFit('A037', said)).toBe(0)
    expect(numberFit('A037', '37')).toBe(1)
    expect(numberFit('A037', 'B37')).toBeNull()
    expect(numberFit('A037', '3')).toBeNull()
    expect(numbers(findTickets(sampleDesk().tickets, { ...everything, query: '公司' }))).toEqual(['B107'])
    expect(numbers(findTickets(sampleDesk().tickets, { ...everything, query: 'a' }))).toEqual(['A042', 'A037', 'A003'])
  })

  test('SG3 filters add up', () => {
    const { tickets } = sampleDesk()
    expect(numbers(findTickets(tickets, { ...everything, kind: 'missed' }))).toEqual(['A037'])
    expect(findTickets(tickets, { query: '', kind: 'missed', queueId: 'B' })).toEqual([])
  })

  test('SG4 arrows stop at both ends', () => {
    expect(stepSelection(['a', 'b'], null, 1)).toBe('a')
    expect(stepSelection(['a', 'b'], 'b', 1)).toBe('b')
    expect(stepSelection(['a', 'b'], 'a', -1)).toBe('a')
    expect(stepSelection([], 'a', 1)).toBeNull()
  })

  test('SG5 what the state does not allow is blocked with a reason', () => {
    const missed = sampleTicket('A037', { state: 'missed', requeueUntil: NOW })
    expect(actionBlocked('requeue', missed, desk)).toBeNull()
    expect(actionBlocked('requeue', missed, { ...desk, now: NOW + 1 })).toBe(say('because.tooLate'))
    expect(actionBlocked('requeue', sampleTicket('A038'), desk)).toBe(say('because.notMissed'))
    expect(actionBlocked('prioritise', sampleTicket('A038', { priority: '孕妇' }), desk)).toBe(say('because.already'))
    expect(actionBlocked('cancel', sampleTicket('A003', { state: 'done' }), desk)).toBe(say('because.over'))
    expect(actionBlocked('reprint', sampleTicket('A038'), { ...desk, online: false })).toBe(say('because.offline'))
    expect(placeWords(missed, NOW + 1, 'Asia/Shanghai')).toBe(say('tooLate'))
  })

  test('SG6 the first line is the likeliest action', () => {
    const missed = paletteOf('a037', sampleDesk(), [], desk)
    expect(missed.ticket?.number).toBe('A037')
    expect(missed.lines[0]).toMatchObject({ kind: 'act', action: 'requeue' })
    const unprinted = sampleTicket('A050', { slip: { state: 'failed', printerId: 'PR1', copy: 1, fault: 'paper-out' } })
    expect(likelyActions(unprinted, desk)[0]).toBe('reprint')
    expect(paletteOf('yyzz', sampleDesk(), [entry], desk).lines).toEqual([{ kind: 'matter', entry }])
    expect(paletteOf('B', sampleDesk(), [], desk).lines[0]).toMatchObject({
      kind: 'queue',
      queue: { name: '企业登记' },
    })
  })

  test('SG11 the palette knows verbs, counters and devices; Enter does the obvious', () => {
    const counter = {
      id: '12',
      floor: '1',
      zone: '1A',
      state: 'open' as const,
      pauseReason: null,
      queues: ['A'],
      number: 'A042',
      staff: null,
      sent: 0,
    }
    const view = sampleDesk({ counterRows: [{ ...counter, id: '126' }, counter] })
    const first = (query: string) => paletteOf(query, view, [], desk).lines[0]
    expect(first('广播找 A037')).toMatchObject({ kind: 'act', action: 'find', ticket: { number: 'A037' } })
    expect(first('广播找a37')).toMatchObject({ kind: 'act', action: 'find', ticket: { number: 'A037' } })
    expect([first('广播'), first('gb'), first('插播'), first('dqh')]).toEqual([
      { kind: 'verb', verb: 'announce' },
      { kind: 'verb', verb: 'announce' },
      { kind: 'verb', verb: 'notice' },
      { kind: 'verb', verb: 'take' },
    ])
    expect(first('调窗口 12')).toMatchObject({ kind: 'counter', counter: { id: '12' } })
    expect(first('12号窗口')).toMatchObject({ kind: 'counter', counter: { id: '12' } })
    expect(first('pr1')).toMatchObject({ kind: 'device-act', act: 'test' })
    expect(first('k1')).toMatchObject({ kind: 'device-act', act: 'open' })
    // Letters that only begin like a verb are a matter.
    expect(paletteOf('gbdx', view, [entry], desk).lines).toEqual([{ kind: 'matter', entry }])
    expect(counterWords(counter)).toBe('正在办 A042 · 叫 A')
    expect(counterWords({ ...counter, staff: { number: '0334', name: '陈*' } })).toBe(
      '陈*（0334） · 正在办 A042 · 叫 A',
    )
  })

  test('SG12 one key walks through the states of tickets and comes back to all', () => {
    const walked: (string | null)[] = []
    for (let kind = nextKind(null); kind !== null; kind = nextKind(kind)) walked.push(kind)
    expect(walked).toEqual(['waiting', 'at-counter', 'held', 'missed', 'over'])
    const { tickets } = sampleDesk()
    expect(numbers(findTickets(tickets, { ...everything, kind: 'at-counter' }))).toEqual(['A042'])
  })

  test('SG13 a call says where to go and on which screen its visitor is', () => {
    expect(helpWords({ place: '1 楼 A 区', where: '身份证补领' }, true)).toBe('1 楼 A 区 · 停在“身份证补领”')
    expect(helpWords({ place: '1 楼 B 区', where: '帮忙填表' }, false)).toBe('1 楼 B 区 · 帮忙填表')
    expect(helpWords({ place: null, where: null }, false)).toBe('请人帮忙')
  })

  test('SG7 a finished visit gives way to an open one with the same digits', () => {
    const view = sampleDesk({ tickets: [sampleTicket('A009', { state: 'done' }), sampleTicket('B009')] })
    expect(
      paletteOf('9', view, [], desk).lines.map((line) => (line.kind === 'ticket' ? line.ticket.number : line.kind)),
    ).toEqual(['B009', 'A009'])
  })

  test('SG8 devices that need somebody come first, quiet strips are left out', () => {
    expect(shownDevices(sampleDesk().devices).map(({ id }) => id)).toEqual(['PR1', 'K1'])
  })

  test('SG2 counters are said as ranges', () => {
    expect(counterRanges(['3', '1', '2', '7'])).toBe('1–3、7')
    expect(counterRanges(['A1', 'A2'])).toBe('A1、A2')
  })
})
