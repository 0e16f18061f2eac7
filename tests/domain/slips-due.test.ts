import { expect, test } from 'vitest'
import type { Report } from '../../gateway/contract/commands.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { slipsDue } from '../../gateway/domain/slips/slips-due.ts'
import { type Story, given } from '../support/given.ts'

const take = { type: 'take-ticket', queueId: 'B', terminalId: 'K1' } as const
const due = (story: Story, printerId: string): string[] => slipsDue(story.state, printerId).map(({ number }) => number)
const report = (
  story: Story,
  number: string,
  outcome: 'printing' | 'printed' | 'failed' | 'unknown',
  fault: Extract<Report, { type: 'report-slip' }>['fault'] = null,
) => {
  const { id, slip } = story.ticket(number)
  return story.when({ type: 'report-slip', ticketId: id, copy: slip.copy, outcome, fault })
}

test('S1 a printer has to do what is queued or failed there, in the order in which the numbers were taken', () => {
  const story = given().when(take).when(take).when(take)
  expect([due(story, 'PR1'), due(story, 'PR2')]).toEqual([['B001', 'B002', 'B003'], []])
  report(story, 'B001', 'printing')
  expect(due(story, 'PR1')).toEqual(['B002', 'B003'])
  report(story, 'B001', 'failed', 'paper-out')
  // It failed last and is still first.
  expect(due(story, 'PR1')).toEqual(['B001', 'B002', 'B003'])
  report(story, 'B002', 'printed')
  report(story, 'B003', 'unknown', 'offline')
  expect(due(story, 'PR1')).toEqual(['B001'])
})

test('D15 a slip that was moved is due at the other printer alone, and a reprint where it was asked for', () => {
  const story = given().when(take).when(take)
  report(story, 'B001', 'failed', 'paper-out')
  const ticketId = story.ticket('B001').id
  story.when({ type: 'move-slip', ticketId, copy: 1, printerId: 'PR2' })
  expect([due(story, 'PR1'), due(story, 'PR2')]).toEqual([['B002'], ['B001']])
  report(story, 'B001', 'printed')
  expect(due(story, 'PR2')).toEqual([])
  story.when({ type: 'reprint-slip', ticketId, printer: 'PR1' }).accepted('slip-queued')
  expect([due(story, 'PR1'), due(story, 'PR2')]).toEqual([['B001', 'B002'], []])
})

test('S4 the slip of a visit that is over is due nowhere', () => {
  const story = given().when(take).when(take)
  story.when({ type: 'cancel-ticket', ticketId: story.ticket('B001').id })
  expect(due(story, 'PR1')).toEqual(['B002'])
})

test('S2 the same fault again is no news, another fault is; an older copy and a printed slip hear nothing more', () => {
  const story = given().when(take)
  report(story, 'B001', 'failed', 'paper-out').accepted('slip-failed')
  report(story, 'B001', 'failed', 'paper-out').refused('already-so')
  report(story, 'B001', 'failed', 'cover-open').accepted('slip-failed')
  expect(story.ticket('B001').slip).toEqual({ state: 'failed', printerId: 'PR1', copy: 1, fault: 'cover-open' })
  report(story, 'B001', 'unknown', 'cover-open').accepted('slip-unknown')
  expect(story.ticket('B001').slip).toMatchObject({ state: 'unknown', fault: 'cover-open' })
  report(story, 'B001', 'printed').accepted('slip-printed')
  report(story, 'B001', 'failed', 'paper-out').refused('already-so')
  story
    .when({ type: 'report-slip', ticketId: 'nobody', copy: 1, outcome: 'printed', fault: null })
    .refused('unknown-ticket')
})

test('L7 after a gap was accepted a series goes on behind all that may be out, whether it had numbers today or not', () => {
  const gap = (over: object) => {
    const story = given().when(take).when(take)
    const event = { gaps: [], numbersLeftOut: 10, lastNumber: null, day: '2026-03-18', by: '王', reason: null, ...over }
    return { story, event }
  }
  const next = ({ story, event }: ReturnType<typeof gap>): string[] => {
    const { seq } = story.state
    evolve(story.state, { type: 'log-gap-accepted', ...event, seq: seq + 1, at: 1, actor: '王', commandId: null })
    story.when(take).when({ ...take, queueId: 'A' })
    return story.events.slice(-4).flatMap((one) => (one.type === 'ticket-taken' ? [one.number] : []))
  }
  expect(next(gap({}))).toEqual(['B013', 'A011'])
  expect(next(gap({ lastNumber: 40 }))).toEqual(['B041', 'A041'])
  // Somebody saw less than the log knows.
  expect(next(gap({ lastNumber: 1 }))).toEqual(['B003', 'A002'])
  // Of another day: today's numbers go on.
  expect(next(gap({ day: '2026-03-17' }))).toEqual(['B003', 'A001'])
})
