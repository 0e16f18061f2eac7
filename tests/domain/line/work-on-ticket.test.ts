import { expect, test } from 'vitest'
import { command } from '../../../gateway/contract/commands.ts'
import { buildHallModel } from '../../../gateway/domain/hall-model.ts'
import { counterView } from '../../../gateway/views/counter-view.ts'
import { given } from '../../support/given.ts'
import { readAt } from '../../support/read-view.ts'
import { tinyHallModel } from '../../support/tiny-hall.ts'

const at1 = <T extends string>(type: T) => ({ type, counterId: '1' }) as const
const take = { type: 'take-ticket', matterId: 'licence', printer: 'none' } as const
const start = (hallModel = tinyHallModel()) =>
  given(hallModel).when(take).when(take).when(at1('open-counter')).when(at1('call-next')).when(at1('serve-ticket'))
const viewOf = (story: ReturnType<typeof start>, counterId = '1', hallModel = tinyHallModel()) => {
  const view = counterView(readAt(hallModel, story.state, story.events.at(-1)?.at ?? 0), counterId)
  if (!view) throw new Error('no counter')
  return view
}

test('C9 a number missed here is called back by its counter while it may come back, and by no other', () => {
  const story = start().when(at1('miss-ticket'))
  const ticketId = story.ticket('B001').id
  expect(viewOf(story).missed.map(({ number }) => number)).toEqual(['B001'])
  expect(viewOf(story, '4').missed).toEqual([])
  story.when({ type: 'open-counter', counterId: '4' })
  story.when({ type: 'resume-ticket', counterId: '4', ticketId }).refused('ticket-elsewhere')
  story.when({ ...at1('resume-ticket'), ticketId }).accepted('ticket-resumed')
  expect(story.ticket('B001')).toMatchObject({ status: 'called', missedAt: null, times: 1, counterId: '1' })
  expect(story.state.calls.recent[0]?.number).toBe('B001')
  story
    .when(at1('miss-ticket'))
    .later(31)
    .when({ ...at1('resume-ticket'), ticketId })
    .refused('missed-too-long')
  const later = (story.events.at(-1)?.at ?? 0) + 31 * 60_000
  expect(counterView(readAt(tinyHallModel(), story.state, later), '1')?.missed).toEqual([])
})

test('C9 somebody who is not next is called by choice with a reason, unless the hall calls in order only', () => {
  const story = start().when(take).when(at1('finish-ticket'))
  const wish = { ...at1('call-ticket'), ticketId: story.ticket('B003').id, reason: '行动不便' } as const
  story.when(wish).accepted('ticket-called')
  expect(viewOf(story).ticket).toMatchObject({ number: 'B003', whyCalled: '窗口点名叫号：行动不便' })
  const tiny = tinyHallModel()
  const strict = buildHallModel({ ...tiny.hall, callByChoice: false }, [...tiny.matters.values()], true)
  const other = start(strict).when(at1('finish-ticket'))
  other.when({ ...at1('call-ticket'), ticketId: other.ticket('B002').id }).refused('choice-off')
  expect(viewOf(other, '1', strict).callByChoice).toBe(false)
})

test('C10 what is missing and what was written go with the number to the next clerk, and survive an undo', () => {
  const story = start()
    .when({ ...at1('check-materials'), missing: ['身份证', '合同'] })
    .accepted('materials-checked')
  story.when({ ...at1('check-materials'), missing: ['合同', '身份证'] }).refused('already-so')
  const ticketId = story.ticket('B001').id
  story.when({ ...at1('note-ticket'), ticketId, text: '原件已核' }).accepted('ticket-noted')
  story.when({ ...at1('transfer-ticket'), toQueueId: 'A', note: '只差复印件' }).accepted('ticket-transferred')
  story.when({ type: 'open-counter', counterId: '3' }).when({ type: 'call-next', counterId: '3' })
  const { ticket } = viewOf(story, '3')
  expect(ticket).toMatchObject({ missing: ['身份证', '合同'], checked: true })
  expect(ticket?.notes.map(({ from, text }) => [from, text])).toEqual([
    ['1', '原件已核'],
    ['1', '只差复印件'],
  ])
  const undone = start()
    .later(0.01)
    .when({ ...at1('check-materials'), missing: ['合同'] })
  undone.when(at1('undo-step')).accepted('step-undone', 'step-undone')
  expect(undone.ticket('B001')).toMatchObject({ status: 'waiting', missing: ['合同'], checked: true })
})

test('C10 the words of a transfer that is taken back go with it', () => {
  const story = start()
    .later(1)
    .when({ ...at1('transfer-ticket'), toQueueId: 'A', note: '只差复印件' })
  story.when(at1('undo-step')).accepted('step-undone')
  expect(story.ticket('B001')).toMatchObject({ status: 'serving', notes: [] })
})

test('C10 a telephone or an ID number is not written down', () => {
  const note = (text: string) => command.safeParse({ ...at1('note-ticket'), ticketId: 't', text }).success
  expect([note('差 2 份'), note('联系 138-0013-8000'), note('证件 1501 0219 9001 01')]).toEqual([true, false, false])
})

test('C11 all that is missing is one list, at the own printer or at a terminal of the zone', () => {
  const story = start().when(at1('print-missing')).refused('nothing-missing')
  story
    .when({ ...at1('check-materials'), missing: ['合同'] })
    .when(at1('print-missing'))
    .accepted('list-ordered')
  expect(story.events.at(-1)).toMatchObject({
    terminalId: null,
    printerId: 'PR1',
    matterId: 'licence',
    lacking: { counterId: '1', number: 'B001', missing: ['合同'] },
  })
  const tiny = tinyHallModel()
  const counters = tiny.hall.counters.map((one) => ({ ...one, printer: 'PR2' }))
  const own = start(buildHallModel({ ...tiny.hall, counters }, [...tiny.matters.values()], true))
  own.when({ ...at1('check-materials'), missing: ['合同'] }).when(at1('print-missing'))
  expect(own.events.at(-1)).toMatchObject({ printerId: 'PR2' })
  const bare = start(buildHallModel({ ...tiny.hall, terminals: [] }, [...tiny.matters.values()], true))
  bare
    .when({ ...at1('check-materials'), missing: ['合同'] })
    .when(at1('print-missing'))
    .refused('no-printer')
})

test('C12 how long a matter takes is said from eight visits on', () => {
  const story = given().when(at1('open-counter'))
  for (let minutes = 1; minutes <= 8; minutes += 1) {
    story.when(take).when(at1('call-next')).when(at1('serve-ticket'))
    expect(viewOf(story).usual).toBeNull()
    story.later(minutes).when(at1('finish-ticket'))
  }
  story.when(take).when(at1('call-next'))
  expect(viewOf(story).usual).toEqual({ lowMinutes: 3, highMinutes: 6 })
})
