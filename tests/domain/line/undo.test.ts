import { expect, test } from 'vitest'
import { given } from '../../support/given.ts'

const take = { type: 'take-ticket', queueId: 'B' } as const
const at1 = <T extends string>(type: T) => ({ type, counterId: '1' }) as const
const start = () => given().when(take).when(take).when(at1('open-counter')).when(at1('call-next'))
const undo = at1('undo-step')

test('Q10 an undone call leaves the wall, and the visitor stands where he stood', () => {
  const story = start()
  const [call] = story.state.calls.recent
  story.when(undo).accepted('step-undone')
  expect([story.state.calls.recent, story.state.calls.takenBack]).toEqual([[], [call?.callId]])
  expect(story.state.line.lines.get('B')).toEqual([story.ticket('B001').id, story.ticket('B002').id])
  expect(story.state.counters.states.get('1')).toMatchObject({ state: 'open', ticketId: null })
  expect(story.ticket('B001')).toMatchObject({
    status: 'waiting',
    counterId: null,
    calledAt: null,
    times: 0,
    why: null,
  })
  story.when(undo).refused('nothing-to-undo')
})

test('Q10 finish, miss, hold and transfer are taken back to the counter, with its figures', () => {
  for (const step of [
    at1('finish-ticket'),
    at1('miss-ticket'),
    at1('hold-ticket'),
    { ...at1('transfer-ticket'), toQueueId: 'A' },
  ]) {
    const story = start().when(at1('serve-ticket')).later(0.05).when(step).when(undo).accepted('step-undone')
    expect(story.ticket('B001')).toMatchObject({
      status: 'serving',
      counterId: '1',
      queueId: 'B',
      endedAt: null,
      missedAt: null,
    })
    expect(story.state.counters.states.get('1')).toMatchObject({
      ticketId: story.ticket('B001').id,
      finished: 0,
      servedMs: 0,
    })
    expect(story.state.line.lines.get('A') ?? []).toEqual([])
  }
})

test('Q10 after the hall’s seconds nothing is taken back', () => {
  start().later(0.2).when(undo).refused('nothing-to-undo')
})

test('Q10 what somebody else has done with the number since is not taken back', () => {
  const missed = start().when(at1('miss-ticket'))
  missed
    .when({ type: 'requeue-ticket', ticketId: missed.ticket('B001').id })
    .when(undo)
    .refused('moved-on')
  const sent = start()
    .when({ ...at1('transfer-ticket'), toQueueId: 'A' })
    .when({ type: 'open-counter', counterId: '3' })
    .when({ type: 'call-next', counterId: '3' })
  sent.when(undo).refused('moved-on')
  expect(sent.ticket('B001').counterId).toBe('3')
})

test('Q10 a step back does not pass somebody who came earlier and was called back too', () => {
  const story = start().when({ type: 'open-counter', counterId: '4' }).when({ type: 'call-next', counterId: '4' })
  story.when({ type: 'undo-step', counterId: '4' }).when(undo)
  expect(story.state.line.lines.get('B')).toEqual([story.ticket('B001').id, story.ticket('B002').id])
})

test('Q24 办结，叫下一位 is one step to take back: the call and the finish go together', () => {
  const story = start().when(at1('serve-ticket')).later(3)
  story.when(at1('finish-ticket')).when(at1('call-next'))
  expect(story.ticket('B002').status).toBe('called')
  story.when(undo).accepted('step-undone', 'step-undone')
  expect([story.ticket('B001').status, story.ticket('B002').status]).toEqual(['serving', 'waiting'])
  expect(story.state.counters.states.get('1')).toMatchObject({ ticketId: story.ticket('B001').id, finished: 0 })
  expect(story.state.calls.recent.map(({ number }) => number)).toEqual(['B001'])
})

test('Q24 asked again, the steps before are taken back while they are fresh', () => {
  const story = start().later(0.06).when(at1('serve-ticket')).later(0.06).when(at1('miss-ticket'))
  story.when(undo).accepted('step-undone')
  expect(story.ticket('B001').status).toBe('serving')
  story.when(undo).accepted('step-undone')
  expect(story.ticket('B001').status).toBe('called')
  story.later(0.1).when(undo).refused('nothing-to-undo')
})

test('Q24 a step with which somebody has gone on holds the whole slip', () => {
  const story = start().when(at1('serve-ticket')).when(at1('hold-ticket'))
  story.when(at1('call-next'))
  story.when({ type: 'cancel-ticket', ticketId: story.ticket('B001').id })
  story.when(undo).refused('moved-on')
  expect(story.ticket('B002').status).toBe('called')
})

test('Q24 a guide takes back what that guide did last, and nothing of anybody else', () => {
  const story = start()
  const ticketId = story.ticket('B002').id
  // Facts of a story are written down as done by `test`.
  story.when({ type: 'cancel-ticket', ticketId }).accepted('ticket-cancelled')
  const back = { type: 'undo-desk-step', ticketId } as const
  story.when(back, '李').refused('nothing-to-undo')
  story.when({ ...back, ticketId: story.ticket('B001').id }).refused('nothing-to-undo')
  story.when(back).accepted('desk-step-undone')
  expect([story.ticket('B002').status, story.state.line.lines.get('B')]).toEqual(['waiting', [ticketId]])
  story.when({ type: 'prioritise-ticket', ticketId, reason: '孕妇' }).when(back).accepted('desk-step-undone')
  expect(story.ticket('B002').priority).toBeNull()
  story.when({ type: 'cancel-ticket', ticketId }).later(0.2).when(back).refused('nothing-to-undo')
})
