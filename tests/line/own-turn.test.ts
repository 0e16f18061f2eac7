import { expect, test } from 'vitest'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { queueOrder } from '../../gateway/domain/line/next-ticket.ts'
import { counterView } from '../../gateway/views/counter-view.ts'
import { deskView } from '../../gateway/views/desk-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { readAt } from '../support/read-view.ts'

const hallModel = lineHallModel({ later: { places: 2, times: 2 } }, {}, true)
const NOW = Date.UTC(2026, 2, 18, 3, 0)

/** Numbers A001… in line, the counter open. */
function inLine(count: number, hall: HallModel = hallModel): Story {
  const story = given(hall)
  for (let nth = 0; nth < count; nth += 1) story.when({ type: 'take-ticket', queueId: 'A' })
  return story.when({ type: 'open-counter', counterId: '3' })
}
const order = (story: Story): string[] =>
  queueOrder(hallModel, story.state, 'A', NOW).map(({ ticket }) => ticket.number)
const later = (story: Story, number: string): Story =>
  story.when({ type: 'defer-ticket', ticketId: story.ticket(number).id })

test('PH3 a waiting number lets two go first, and no more than stand behind it', () => {
  const story = inLine(5)
  later(story, 'A002').accepted('ticket-deferred')
  expect(order(story)).toEqual(['A001', 'A003', 'A004', 'A002', 'A005'])
  later(story, 'A004').accepted('ticket-deferred')
  expect(order(story)).toEqual(['A001', 'A003', 'A002', 'A005', 'A004'])
  later(story, 'A005').accepted('ticket-deferred')
  expect(order(story)).toEqual(['A001', 'A003', 'A002', 'A004', 'A005'])
})

test('PH3 whoever comes after it does not pass it, and it passes nobody', () => {
  const story = inLine(3)
  later(story, 'A001')
  story.when({ type: 'take-ticket', queueId: 'A' })
  expect(order(story)).toEqual(['A002', 'A003', 'A001', 'A004'])
})

test('PH3 stepping back is refused without the rule, too often, with nobody behind, and for a number that is past its call', () => {
  const off = inLine(3, lineHallModel({}, {}, true))
  later(off, 'A001').refused('later-off')
  const story = inLine(6)
  later(story, 'A001')
  later(story, 'A001')
  later(story, 'A001').refused('later-enough')
  later(story, 'A006').refused('nobody-behind')
  story.when({ type: 'call-next', counterId: '3' }).when({ type: 'serve-ticket', counterId: '3' })
  later(story, 'A002').refused('ticket-elsewhere')
  story.when({ type: 'finish-ticket', counterId: '3' })
  later(story, 'A002').refused('wrong-state')
})

test('PH4 a called number that comes later frees its counter, is called again after two others, and cannot be brought back by the counter', () => {
  const story = inLine(4).when({ type: 'call-next', counterId: '3' })
  later(story, 'A001').accepted('ticket-deferred')
  expect(story.state.counters.states.get('3')?.ticketId).toBe(null)
  expect(order(story)).toEqual(['A002', 'A003', 'A001', 'A004'])
  story.when({ type: 'undo-step', counterId: '3' }).refused('moved-on')
  const called = [1, 2, 3].map(() => {
    story.when({ type: 'call-next', counterId: '3' })
    const view = counterView(readAt(hallModel, story.state, NOW), '3')?.ticket
    story.when({ type: 'finish-ticket', counterId: '3' })
    return [view?.number, view?.whyCalled]
  })
  expect(called).toEqual([
    ['A002', '等候最久'],
    ['A003', '等候最久'],
    ['A001', '晚点再来的，让过几位了'],
  ])
})

test('PH4 a called number with nobody behind stays called', () => {
  const story = inLine(1).when({ type: 'call-next', counterId: '3' })
  later(story, 'A001').refused('nobody-behind')
  expect(story.ticket('A001').status).toBe('called')
})

test('PH5 an hour that has come is given up, one still to come is kept, and no wait is learnt from either', () => {
  const story = inLine(4)
  const [early, due] = [story.ticket('A001'), story.ticket('A002')]
  early.appointment = { id: 'a1', at: NOW + 3_600_000, due: false }
  due.appointment = { id: 'a2', at: NOW - 60_000, due: true }
  story.state.line.bookedIn.set('A', 2)
  later(story, 'A002')
  later(story, 'A001')
  expect(early.appointment).not.toBe(null)
  expect([due.appointment, due.lateFor]).toEqual([null, NOW - 60_000])
  expect(story.state.line.bookedIn.get('A')).toBe(1)
  const learnt = structuredClone(story.state.waits.memory)
  story.when({ type: 'call-ticket', counterId: '3', ticketId: due.id })
  expect(story.state.waits.memory).toEqual(learnt)
})

test('PH6 the counter sees who is on the way, until another call', () => {
  const story = inLine(3).when({ type: 'call-next', counterId: '3' })
  const { id } = story.ticket('A001')
  const coming = (): boolean | undefined => counterView(readAt(hallModel, story.state, NOW), '3')?.ticket?.coming
  expect(coming()).toBe(false)
  story.when({ type: 'announce-coming', ticketId: id }).accepted('ticket-coming')
  expect(coming()).toBe(true)
  story.when({ type: 'announce-coming', ticketId: id }).refused('already-so')
  story.when({ type: 'recall-ticket', counterId: '3' })
  expect(coming()).toBe(true)
  later(story, 'A001')
  story.when({ type: 'announce-coming', ticketId: id }).refused('wrong-state')
  story.when({ type: 'call-ticket', counterId: '3', ticketId: id })
  expect(coming()).toBe(false)
})

test('PH6 a guide asked for by phone stands on the desk with number and place, once, and the phone hears who comes', () => {
  const story = inLine(2).when({ type: 'call-next', counterId: '3' })
  const { id, token } = story.ticket('A001')
  const help = () => trackView(readAt(hallModel, story.state, NOW), token)?.help
  expect(help()).toBe('none')
  story.when({ type: 'ask-guide', ticketId: id }).accepted('help-asked')
  story.when({ type: 'ask-guide', ticketId: id }).refused('already-so')
  const [asked] = deskView(readAt(hallModel, story.state, NOW)).help
  expect(asked).toMatchObject({ from: '手机 A001', where: '3 号窗口' })
  expect(help()).toBe('asked')
  story.when({ type: 'answer-help', helpId: asked?.id ?? '' })
  expect(help()).toBe('coming')
  story.when({ type: 'finish-help', helpId: asked?.id ?? '' })
  expect(help()).toBe('none')
  story.when({ type: 'finish-ticket', counterId: '3' }).when({ type: 'ask-guide', ticketId: id }).refused('wrong-state')
})
