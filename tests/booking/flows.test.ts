import { expect, test } from 'vitest'
import { matter } from '../../gateway/contract/matter.ts'
import { plannedLegs } from '../../gateway/domain/flows/legs.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { slipOfTicket } from '../../gateway/outputs/slip-of-ticket.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { readAt } from '../support/read-view.ts'
import { bookingHallModel } from '../support/booking-hall.ts'
import { given } from '../support/given.ts'

const flows = [
  { id: 'open', name: '开店', matters: ['b1', 'licence', 'far', 'a1', 'b2'] },
  { id: 'one', name: '一窗', matters: ['b1', 'a1'], generalQueue: 'B' },
  { id: 'none', name: '网上办', matters: ['far', 'far2'] },
]
function flowHallModel(): HallModel {
  const hallModel = bookingHallModel({}, flows)
  const row = (id: string, queueId: string | null) =>
    matter.parse({ id, code: id, name: `事项 ${id}`, department: 'scjg', kind: '行政许可', queueId, popular: 0 })
  return buildHallModel(
    hallModel.hall,
    [...hallModel.matters.values(), row('b1', 'B'), row('a1', 'A'), row('b2', 'B'), row('far2', null)],
    true,
  )
}
const take = { type: 'take-ticket', flowId: 'open' } as const

test('FL1 FL4 steps follow the queues, neighbours are one, matters without a counter none; a general counter takes all', () => {
  const hallModel = flowHallModel()
  const [open, one] = hallModel.hall.flows
  expect(open && plannedLegs(hallModel, open)).toEqual([
    { queueId: 'B', matterIds: ['b1', 'licence'] },
    { queueId: 'A', matterIds: ['a1'] },
    { queueId: 'B', matterIds: ['b2'] },
  ])
  expect(one && plannedLegs(hallModel, one)).toEqual([{ queueId: 'B', matterIds: ['b1', 'a1'] }])
})

test('FL1 FL5 a paused matter makes no step, and a flow of none but such is refused', () => {
  const hallModel = flowHallModel()
  const paused = [...hallModel.matters.values()].map((one) =>
    one.id === 'a1' || one.id === 'b1' ? { ...one, state: '暂停' as const } : one,
  )
  const without = buildHallModel(hallModel.hall, paused, true)
  const [open] = without.hall.flows
  expect(open && plannedLegs(without, open)).toEqual([{ queueId: 'B', matterIds: ['licence', 'b2'] }])
  given(without).when({ type: 'take-ticket', flowId: 'one' }).refused('not-at-counter')
})

test('FL2 FL6 the number walks on in front of who came later, and ends after the last step', () => {
  const hallModel = flowHallModel()
  const story = given(hallModel).when(take).when({ type: 'take-ticket', queueId: 'A' })
  for (const counterId of ['1', '3']) story.when({ type: 'open-counter', counterId })
  story
    .later(5)
    .when({ type: 'call-next', counterId: '1' })
    .when({ type: 'finish-ticket', counterId: '1' })
    .accepted('leg-left')
  expect(story.state.counters.states.get('1')).toMatchObject({ ticketId: null, finished: 1 })
  expect(story.state.line.lines.get('A')?.map((id) => story.state.line.tickets.get(id)?.number)).toEqual([
    'B001',
    'A001',
  ])
  const track = trackView(readAt(hallModel, story.state, Date.UTC(2026, 2, 18, 3)), story.ticket('B001').token)
  expect(track?.legs.map(({ queueId, state }) => `${queueId} ${state}`)).toEqual(['B done', 'A now', 'B to-come'])
  story
    .when({ type: 'call-next', counterId: '3' })
    .when({ type: 'serve-ticket', counterId: '3' })
    .when({ type: 'finish-ticket', counterId: '3' })
    .accepted('leg-left')
  story
    .when({ type: 'call-next', counterId: '1' })
    .when({ type: 'finish-ticket', counterId: '1' })
    .accepted('ticket-finished')
  expect(story.ticket('B001')).toMatchObject({ status: 'done' })
  expect(story.ticket('B001').legs.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('FL7 Q10 a counter takes a finished, skipped or dropped step back, and the steps are as before', () => {
  const hallModel = flowHallModel()
  const at1 = { counterId: '1' } as const
  const legsOf = (story: ReturnType<typeof given>) => story.ticket('B001').legs.map(({ state }) => state)
  const start = () =>
    given(hallModel)
      .when(take)
      .when({ type: 'open-counter', ...at1 })
      .when({ type: 'call-next', ...at1 })
      .when({ type: 'serve-ticket', ...at1 })
      // What follows at once is one slip of the finger with it.
      .later(0.05)
  const ticketId = start().ticket('B001').id
  for (const step of [
    { type: 'finish-ticket', ...at1 },
    { type: 'skip-leg', ticketId, ...at1 },
    { type: 'drop-legs', ticketId, ...at1 },
  ] as const) {
    const story = start().when(step)
    expect(legsOf(story)).not.toEqual(['now', 'to-come', 'to-come'])
    story.when({ type: 'undo-step', ...at1 }).accepted('step-undone')
    expect(legsOf(story), step.type).toEqual(['now', 'to-come', 'to-come'])
    expect(story.ticket('B001')).toMatchObject({ status: 'serving', queueId: 'B', counterId: '1' })
    expect(story.state.counters.states.get('1')).toMatchObject({ ticketId, finished: 0, servedMs: 0 })
    expect(story.state.line.lines.get('A') ?? []).toEqual([])
  }
})

test('FL7 the last step that was finished by mistake is open again, and can be finished once more', () => {
  const story = given(flowHallModel()).when({ type: 'take-ticket', flowId: 'one' })
  for (const type of ['open-counter', 'call-next'] as const) story.when({ type, counterId: '1' })
  story.later(0.05)
  for (const type of ['finish-ticket', 'undo-step'] as const) story.when({ type, counterId: '1' })
  expect(story.ticket('B001')).toMatchObject({ status: 'called', legs: [{ queueId: 'B', state: 'now' }] })
  story.when({ type: 'finish-ticket', counterId: '1' }).accepted('ticket-finished')
  expect(story.ticket('B001').legs.map(({ state }) => state)).toEqual(['done'])
})

test('FL8 the slip names the flow and tells the steps that the phone tells, each with its place', () => {
  const hallModel = flowHallModel()
  const story = given(hallModel).when(take)
  const reading = readAt(hallModel, story.state, Date.UTC(2026, 2, 18, 3))
  const ticket = story.ticket('B001')
  const { legs: printed, matterName } = slipOfTicket(reading, ticket, 'http://hall.example', Date.UTC(2026, 2, 18, 3))
  const track = trackView(reading, ticket.token)
  expect([matterName, track?.flowName]).toEqual([flowNameOf(ticket.flowId), flowNameOf(ticket.flowId)])
  expect(printed).toHaveLength(track?.legs.length ?? 0)
  for (const [nth, { queueName, where }] of (track?.legs ?? []).entries()) {
    expect(printed[nth]).toContain(`${nth + 1}. ${queueName}`)
    expect(printed[nth]).toContain(where[0]?.counters[0])
  }
  function flowNameOf(id: string | null): string | undefined {
    return hallModel.hall.flows.find((flow) => flow.id === id)?.name
  }
})

test('FL3 a step is skipped, the rest dropped, and nothing is left to skip at the end', () => {
  const story = given(flowHallModel()).when(take).when({ type: 'open-counter', counterId: '3' })
  const { id: ticketId } = story.ticket('B001')
  story.when({ type: 'skip-leg', ticketId, counterId: '3' }).refused('wrong-state')
  story.when({ type: 'skip-leg', ticketId }).accepted('leg-left')
  expect(story.state.line.lines.get('B')).toEqual([])
  story
    .when({ type: 'call-next', counterId: '3' })
    .when({ type: 'drop-legs', ticketId, counterId: '3' })
    .accepted('legs-dropped')
  expect(story.ticket('B001').legs.map(({ state }) => state)).toEqual(['skipped', 'now', 'skipped'])
  story.when({ type: 'skip-leg', ticketId }).refused('no-next-leg')
  story.when({ type: 'finish-ticket', counterId: '3' }).accepted('ticket-finished')
})

test('FL5 an unknown flow and one without a counter here are refused', () => {
  given(flowHallModel())
    .when({ type: 'take-ticket', flowId: 'nope' })
    .refused('unknown-flow')
    .when({ type: 'take-ticket', flowId: 'none' })
    .refused('not-at-counter')
})
