import { expect, test } from 'vitest'
import { command as commandSchema, report } from '../../gateway/contract/commands.ts'
import type { Subject } from '../../gateway/domain/decision.ts'
import { answerBody } from '../../gateway/views/answer-body.ts'
import { appointmentView } from '../../gateway/views/appointment-view.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0
const about = (over: Partial<Subject>): Subject => ({ ticketId: null, counterId: null, ...over })
function bodyOf(story: Story, loose: LooseCommand, subject: Partial<Subject>, hallModel = tinyHallModel()) {
  const reported = report.safeParse(loose)
  const order = reported.success ? reported.data : commandSchema.parse(loose)
  return answerBody(hallModel, story.state, order, about(subject), nowOf(story))
}

test('VW1 who takes a number is told its token, its place and the counters that call it', () => {
  const story = given().when({ type: 'open-counter', counterId: '2' }).when(take('B')).when(take('B'))
  const ticket = story.ticket('B002')
  const { token } = ticket
  expect(bodyOf(story, take('B'), { ticketId: ticket.id })).toEqual({
    ticketId: ticket.id,
    number: 'B002',
    queueId: 'B',
    token,
    ahead: 1,
    wait: expect.anything(),
    counters: ['1', '2', '4'],
    slip: ticket.slip,
    appointmentAt: null,
    lateFor: null,
    legs: [],
  })
  // The same number asked about by staff.
  const asked = bodyOf(story, { type: 'cancel-ticket', ticketId: ticket.id }, { ticketId: ticket.id })
  expect(asked).toMatchObject({ ticketId: ticket.id, number: 'B002', ahead: 1, state: 'waiting' })
  expect(JSON.stringify(asked)).not.toContain(token)
})

test('VW2 an order at a counter is answered with the counter and the number there', () => {
  const story = given().when({ type: 'open-counter', counterId: '1' })
  const open = { type: 'open-counter', counterId: '1' } as const
  expect(bodyOf(story, open, { counterId: '1' })).toEqual({
    counter: { id: '1', state: 'open', pauseReason: null },
    ticket: null,
  })
  story.when(take('B')).when({ type: 'call-next', counterId: '1' })
  const ticketId = story.ticket('B001').id
  const called = bodyOf(story, { type: 'call-next', counterId: '1' }, { counterId: '1', ticketId })
  expect(called).toMatchObject({ counter: { id: '1' }, ticket: { number: 'B001', state: 'called', ahead: 0 } })
  expect(JSON.stringify(called)).not.toContain(story.ticket('B001').token)
  story.when({ type: 'finish-ticket', counterId: '1' }).when({ type: 'pause-counter', counterId: '1', reason: '午休' })
  expect(bodyOf(story, open, { counterId: '1' })).toMatchObject({ counter: { state: 'paused', pauseReason: '午休' } })
})

test('VW2 who books is told whether the appointment is new; whoever asks about it later is told what it is', () => {
  const hallModel = bookingHallModel()
  const book: LooseCommand = { type: 'book-appointment', queueId: 'A', day: '2026-03-18', clock: '10:30', person: [] }
  const story = given(hallModel).when(book)
  const [one] = story.state.appointments.byId.values()
  const { id: appointmentId, code } = one ?? { id: '', code: '' }
  expect(bodyOf(story, book, { appointmentId }, hallModel)).toMatchObject({ code, clock: '10:30', isNew: true })
  expect(bodyOf(story, book, { appointmentId, isKnown: true }, hallModel)).toMatchObject({ code, isNew: false })
  const cancelled = bodyOf(story, { type: 'cancel-appointment', code }, { appointmentId }, hallModel)
  expect(cancelled).toMatchObject({ code })
  expect(cancelled).not.toHaveProperty('isNew')
  expect(bodyOf(story, book, { appointmentId: 'gone' }, hallModel)).toEqual({})
})

test('VW2 a notice is answered with the notice: a new one with the newest, else the one that was named', () => {
  const story = given()
  const draft = { type: 'draft-notice', text: '第一条' } as const
  story.when(draft).when({ ...draft, text: '第二条' })
  const [first] = story.state.notices.byId.keys()
  expect(bodyOf(story, draft, {})).toMatchObject({ text: '第二条', state: 'draft' })
  expect(bodyOf(story, { type: 'submit-notice', noticeId: first ?? '' }, {})).toMatchObject({
    id: first,
    text: '第一条',
  })
  expect(bodyOf(story, { type: 'withdraw-notice', noticeId: 'none' }, {})).toEqual({})
  expect(bodyOf(story, { type: 'lift-emergency' }, {})).toEqual({})
})

test('VW2 who orders a picture of a screen is told its id', () => {
  const story = given()
  const order = { type: 'picture-screen', screenId: 'L1' } as const
  expect(bodyOf(story, order, {})).toEqual({ pictureId: null })
  story.when(order)
  expect(bodyOf(story, order, {})).toEqual({ pictureId: story.state.wall.pictures.get('L1')?.pictureId })
})

test('VW6 an appointment tells when its code is taken, until when it may be given back, and where to go', () => {
  const hallModel = bookingHallModel({ arrival: { earlyMinutes: 20, lateMinutes: 15 }, cancelBeforeMinutes: 60 })
  const book: LooseCommand = { type: 'book-appointment', queueId: 'A', day: '2026-03-19', clock: '11:00', person: [] }
  const story = given(hallModel).when(book)
  const [one] = story.state.appointments.byId.values()
  if (!one) throw new Error('nothing was booked')
  const at = Date.UTC(2026, 2, 19, 3, 0)
  const view = appointmentView(readAt(hallModel, story.state, nowOf(story)), one)
  expect(view).toMatchObject({
    at,
    from: at - 20 * 60_000,
    until: at + 15 * 60_000,
    cancelUntil: at - 60 * 60_000,
    queueName: '不动产登记',
    matterName: null,
    confirmBy: null,
    where: [{ floor: '1', zone: '1A', counters: ['2', '3'] }],
  })
  const wish = { ...one, matterId: 'licence', confirmBy: 99 }
  const shown = (over: Partial<typeof wish>) =>
    appointmentView(readAt(hallModel, story.state, nowOf(story)), { ...wish, ...over })
  expect(shown({ state: 'booked' })).toMatchObject({ matterName: '营业执照补领、换发', confirmBy: 99 })
  expect(shown({ state: 'cancelled' }).confirmBy).toBeNull()
  expect(shown({ matterId: 'gone since' }).matterName).toBeNull()
})
