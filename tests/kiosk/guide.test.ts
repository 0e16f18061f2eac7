import { describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '../../gateway/catalogue/search/entry.ts'
import { shownDevices } from '../../kiosk/guide/device-card.tsx'
import { everything, findTickets, numberFit, stepSelection } from '../../kiosk/guide/find-tickets.ts'
import { paletteOf } from '../../kiosk/guide/palette-lines.ts'
import { queueLight } from '../../kiosk/guide/queue-light.ts'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { type Desk, actionBlocked, likelyActions } from '../../kiosk/guide/ticket-actions.ts'
import { placeWords } from '../../kiosk/guide/ticket-row.tsx'
import { say } from '../../kiosk/guide/words.ts'
import { NOW, sampleDesk, sampleTicket } from '../fixtures/views/staff.ts'

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
  test('SG1 lights change above 30 and above 45 minutes; without a counter there is only the ring', () => {
    const light = (longestMinutes: number, openCounters = 1) => queueLight({ longestMinutes, openCounters })
    expect([light(0), light(30), light(31), light(45), light(46), light(46, 0)]).toEqual([
      'ok',
      'ok',
      'warning',
      'warning',
      'fault',
      'off',
    ])
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
    expect(numbers(findTickets(tickets, { ...everything, onlyMissed: true }))).toEqual(['A037'])
    expect(findTickets(tickets, { query: '', onlyMissed: true, queueId: 'B' })).toEqual([])
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
    expect(paletteOf('B', sampleDesk(), [], desk).lines[0]).toMatchObject({ kind: 'queue', name: '企业登记' })
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
