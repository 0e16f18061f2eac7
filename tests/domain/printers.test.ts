import { expect, test } from 'vitest'
import { slipsLeft } from '../../gateway/domain/slips/paper-roll.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { type Story, given } from '../support/given.ts'

const take = { type: 'take-ticket', queueId: 'B', terminalId: 'K1' } as const
const failed = (story: Story, number: string, copy: number) =>
  story.when({ type: 'report-slip', ticketId: story.ticket(number).id, copy, outcome: 'failed', fault: 'paper-out' })

test('D15 a slip that failed goes to the printer that stands in, as the same copy', () => {
  const story = given().when(take)
  const { id } = failed(story, 'B001', 1).ticket('B001')
  story.when({ type: 'move-slip', ticketId: id, copy: 1, printerId: 'PR2' }).accepted('slip-queued')
  expect(story.ticket('B001').slip).toEqual({ state: 'queued', printerId: 'PR2', copy: 1, fault: null })
})

test('D15 only a slip that certainly did not come out is moved, and only to another printer of the hall', () => {
  const story = given().when(take)
  const move = { type: 'move-slip', ticketId: story.ticket('B001').id, copy: 1, printerId: 'PR2' } as const
  story.when(move).refused('already-so')
  story
    .when({ type: 'report-slip', ticketId: move.ticketId, copy: 1, outcome: 'unknown', fault: 'offline' })
    .when(move)
    .refused('already-so')
  failed(story, 'B001', 1)
    .when({ ...move, copy: 2 })
    .refused('already-so')
  story.when({ ...move, printerId: 'PR1' }).refused('already-so')
  story.when({ ...move, printerId: 'PR9' }).refused('unknown-printer')
  story.when({ ...move, ticketId: 'nobody' }).refused('unknown-ticket')
})

/** One roll: so many slips after the warning, then the end. */
function useUp(story: Story, slips: number): void {
  story.when({ type: 'report-paper', printerId: 'PR1', paper: 'low' }).accepted('printer-paper')
  printSome(story, slips)
  story
    .when({ type: 'report-paper', printerId: 'PR1', paper: 'out' })
    .when({ type: 'report-paper', printerId: 'PR1', paper: 'enough' })
}
function printSome(story: Story, slips: number): void {
  for (let slip = 0; slip < slips; slip += 1) {
    story.when(take)
    const ticketId = [...story.state.line.tickets.keys()].at(-1) ?? ''
    story.when({ type: 'report-slip', ticketId, copy: 1, outcome: 'printed', fault: null })
  }
}
const left = (story: Story): number | null => slipsLeft(story.state.printers.rolls.get('PR1'))

test('D20 how far the paper reaches is learnt from the rolls before, by the shortest of them', () => {
  const story = given()
  useUp(story, 12)
  expect(left(story)).toBeNull()
  useUp(story, 9)
  story.when({ type: 'report-paper', printerId: 'PR1', paper: 'low' })
  expect(left(story)).toBe(9)
  printSome(story, 4)
  expect(left(story)).toBe(5)
  printSome(story, 8)
  expect(left(story)).toBe(0)
})

test('D20 a roll that was changed early teaches nothing, and a new day forgets nothing', () => {
  const story = given()
  useUp(story, 9)
  story.when({ type: 'report-paper', printerId: 'PR1', paper: 'low' })
  printSome(story, 2)
  story
    .when({ type: 'report-paper', printerId: 'PR1', paper: 'enough' })
    .onDay('2026-03-19')
    .when({ type: 'report-paper', printerId: 'PR1', paper: 'low' })
  expect(left(story)).toBe(9)
})

test('D20 the same level again is no news; an unknown printer is refused', () => {
  const story = given()
  story.when({ type: 'report-paper', printerId: 'PR1', paper: 'enough' }).refused('already-so')
  story.when({ type: 'report-paper', printerId: 'PR9', paper: 'low' }).refused('unknown-printer')
})

test('D20 the log replays to the same rolls', () => {
  const story = given()
  useUp(story, 3)
  const again = emptyOffice()
  for (const event of story.events) evolve(again, event)
  expect(again.printers.rolls).toEqual(story.state.printers.rolls)
})

test('D24 a test page is ordered by name of the printer', () => {
  given().when({ type: 'test-printer', printerId: 'PR2' }).accepted('test-page-ordered')
  given().when({ type: 'test-printer', printerId: 'PR9' }).refused('unknown-printer')
})
