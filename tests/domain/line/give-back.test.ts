import { expect, test } from 'vitest'
import { evolve } from '../../../gateway/domain/evolve.ts'
import { lineOf } from '../../../gateway/domain/line/state.ts'
import { emptyOffice } from '../../../gateway/domain/office-state.ts'
import { slipsDue } from '../../../gateway/domain/slips/slips-due.ts'
import { type Story, given } from '../../support/given.ts'
import { lineHallModel } from '../../support/line-hall.ts'

const take = { type: 'take-ticket', queueId: 'B', terminalId: 'K1' } as const
const back = (story: Story, number: string, terminalId = 'K1') =>
  story.when({ type: 'give-back-ticket', terminalId, ticketId: story.ticket(number).id })

test('CL7 a number taken by mistake is given back: no ghost stands in the line, its slip is not printed, its place is free again', () => {
  const story = given(lineHallModel({}, { B: { quota: { day: 2, slots: [] } } }))
    .when(take)
    .when(take)
  expect(slipsDue(story.state, 'PR1')).toHaveLength(2)
  back(story, 'B002').accepted('ticket-cancelled')
  expect(lineOf(story.state, 'B')).toEqual([story.ticket('B001').id])
  expect(slipsDue(story.state, 'PR1').map(({ number }) => number)).toEqual(['B001'])
  expect(story.ticket('B002').status).toBe('cancelled')
  // What the log says is that it was given back, and nobody learns impatience from it.
  expect(story.events.at(-1)).toMatchObject({ type: 'ticket-cancelled', givenBack: { slot: null } })
  expect(story.state.waits.leavers.parts[0]?.cancelled).toBe(0)
  // Of two numbers a day one was given back: one more may be taken, under a number of its own.
  story.when(take).accepted('ticket-taken', 'slip-queued')
  expect(story.ticket('B003').status).toBe('waiting')
  story.when(take).refused('quota-full')
  const again = emptyOffice()
  for (const event of story.events) evolve(again, event)
  expect(again.line.given).toEqual(story.state.line.given)
})

test('CL7 a part of the day gets its place back too', () => {
  const slots = [{ from: '09:00', to: '12:00', most: 1 }]
  const story = given(lineHallModel({}, { B: { quota: { day: null, slots } } })).when(take)
  story.when(take).refused('quota-full')
  back(story, 'B001').accepted('ticket-cancelled')
  story.when(take).accepted('ticket-taken', 'slip-queued')
})

test('CL8 nobody else gives a number back: another terminal, a later visitor, too late, or when it is called', () => {
  const story = given(lineHallModel({})).when(take)
  back(story, 'B001', 'K2').refused('unknown-ticket')
  story.when({ ...take, terminalId: null, printer: 'none' })
  back(story, 'B002').refused('unknown-ticket')
  story.when(take)
  back(story, 'B001').refused('not-to-give-back')
  story.later(0.5)
  back(story, 'B003').accepted('ticket-cancelled')
  back(story, 'B003').refused('wrong-state')
  story.when(take).later(0.6)
  back(story, 'B004').refused('not-to-give-back')
  story.when(take).when({ type: 'open-counter', counterId: '1' })
  story.when({ type: 'call-ticket', counterId: '1', ticketId: story.ticket('B005').id })
  back(story, 'B005').refused('wrong-state')
})
