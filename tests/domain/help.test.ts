import { expect, test } from 'vitest'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { helpToday } from '../../gateway/views/help-view.ts'
import { standingView } from '../../gateway/views/standing-view.ts'
import { escalationNews } from '../../gateway/domain/escalations/decide.ts'
import { given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

/** Two terminals; the second has no printer. */
function twoTerminals() {
  const tiny = tinyHallModel()
  const [first] = tiny.hall.terminals
  if (!first) throw new Error('no terminal')
  const flow = { id: 'F1', name: '两步', matters: ['licence', 'far'] }
  const hall = { ...tiny.hall, terminals: [first, { ...first, id: 'K2', printer: null }], flows: [flow] }
  return buildHallModel(hall as typeof tiny.hall, [...tiny.matters.values()], true)
}
const call = (terminalId: string, where: string | null = '首页') => ({ type: 'call-guide', terminalId, where }) as const

test('HP1 a terminal has one open call; another terminal has its own', () => {
  const story = given(twoTerminals()).when(call('K1')).accepted('help-called')
  story.when(call('K1', '取号')).refused('already-so')
  story.when(call('K2', null)).accepted('help-called')
  expect(story.state.help.open).toMatchObject([
    { terminalId: 'K1', where: '首页', answeredBy: null, at: story.events.at(-2)?.at },
    { terminalId: 'K2', where: null, answeredBy: null },
  ])
  story.when(call('K9')).refused('unknown-terminal')
})

test('HP2 the first guide who answers has the call, and ends it; others are told that it is so', () => {
  const story = given(twoTerminals()).when(call('K1')).when(call('K2'))
  const [one, other] = story.state.help.open.map(({ id }) => id)
  story.when({ type: 'answer-help', helpId: one ?? '' }, '王').accepted('help-answered')
  story.when({ type: 'answer-help', helpId: one ?? '' }, '李').refused('help-taken')
  expect(story.state.help.open.map(({ answeredBy }) => answeredBy)).toEqual(['王', null])
  story.when({ type: 'finish-help', helpId: one ?? '' }, '王').accepted('help-finished')
  expect(story.state.help.open.map(({ id }) => id)).toEqual([other])
  story.when({ type: 'finish-help', helpId: one ?? '' }).refused('already-so')
  story.when({ type: 'answer-help', helpId: one ?? '' }).refused('already-so')
  // Nobody needs to have answered it first.
  story.when({ type: 'finish-help', helpId: other ?? '' }).accepted('help-finished')
})

test('HP3 a clerk asks for a guide once at a time, and the number that is there goes with it', () => {
  const story = given(twoTerminals()).when({ type: 'take-ticket', queueId: 'B' })
  story.when({ type: 'open-counter', counterId: '1' }).when({ type: 'call-next', counterId: '1' })
  const wish = { type: 'request-guide', counterId: '1', reason: '帮忙填表' } as const
  story.when(wish).accepted('help-requested').when(wish).refused('already-so')
  expect(story.state.help.open).toMatchObject([{ counterId: '1', terminalId: null, number: 'B001', where: '帮忙填表' }])
  story.when({ ...wish, counterId: '77' }).refused('unknown-counter')
})

test('HP4 a call whose visitor has gone is closed; a guide on the way hears of it, and the next visitor may call', () => {
  const story = given(twoTerminals()).when(call('K1'))
  story.when({ type: 'leave-help', terminalId: 'K1' }).accepted('help-left')
  expect([story.state.help.open, story.state.help.times.left]).toEqual([[], 1])
  story.when(call('K1')).when({ type: 'answer-help', helpId: story.state.help.open[0]?.id ?? '' }, '王')
  story.when({ type: 'leave-help', terminalId: 'K1' }).accepted('help-left')
  expect(story.state.help.open).toMatchObject([{ answeredBy: '王', left: true }])
  story.when(call('K1')).accepted('help-called')
  expect(story.state.help.open).toHaveLength(2)
  story.when({ type: 'leave-help', terminalId: 'K2' }).refused('already-so')
})

test('HP5 a call that nobody answers in time goes to the supervisor, and the time of each answer is counted', () => {
  const hallModel = twoTerminals()
  const story = given(hallModel).when(call('K1'))
  const at = story.events.at(-1)?.at ?? 0
  const escalated = (seconds: number) => {
    const standing = standingView(readAt(hallModel, story.state, at + seconds * 1_000))
    const told = standing.map((one) => ({ ...one, since: one.since ?? 0 }))
    return escalationNews(hallModel, story.state, told, at + seconds * 1_000).raised.map(({ rule, one }) => [
      rule.to,
      one.name,
    ])
  }
  expect([escalated(89), escalated(90)]).toEqual([[], [['supervisors', 'K1 请引导员']]])
  story.later(2).when({ type: 'answer-help', helpId: story.state.help.open[0]?.id ?? '' }, '王')
  expect(escalated(300)).toEqual([])
  expect(helpToday(readAt(hallModel, story.state, at))).toEqual({
    asked: 1,
    answered: 1,
    left: 0,
    meanSeconds: 120,
    longestSeconds: 120,
  })
})

test('HP1 when it is over the next visitor may call again', () => {
  const story = given(twoTerminals()).when(call('K1'))
  story.when({ type: 'finish-help', helpId: story.state.help.open[0]?.id ?? '' })
  story.when(call('K1')).accepted('help-called')
  expect(story.state.help.open).toHaveLength(1)
})

test('S5 a list goes to the terminal’s own printer, with the visitor’s own case; the matter goes before the flow', () => {
  const own = { answers: { who: 'self' }, brought: ['身份证'] }
  const story = given(twoTerminals())
  story
    .when({ type: 'print-list', terminalId: 'K1', matterId: 'licence', flowId: 'F1', ...own })
    .accepted('list-ordered')
  const about = { terminalId: 'K1', printerId: 'PR1', ...own }
  expect(story.events.at(-1)).toMatchObject({ ...about, matterId: 'licence', flowId: null })
  story.when({ type: 'print-list', terminalId: 'K1', flowId: 'F1' }).accepted('list-ordered')
  expect(story.events.at(-1)).toMatchObject({
    printerId: 'PR1',
    matterId: null,
    flowId: 'F1',
    answers: {},
    brought: [],
  })
})

test('S5 an unknown terminal, matter or flow, and a terminal without a printer are refused', () => {
  const story = given(twoTerminals())
  story.when({ type: 'print-list', terminalId: 'K9', matterId: 'licence' }).refused('unknown-terminal')
  story.when({ type: 'print-list', terminalId: 'K1', matterId: 'nothing', flowId: 'F1' }).refused('unknown-matter')
  story.when({ type: 'print-list', terminalId: 'K1', flowId: 'F9' }).refused('unknown-matter')
  story.when({ type: 'print-list', terminalId: 'K1' }).refused('unknown-matter')
  story.when({ type: 'print-list', terminalId: 'K2', matterId: 'licence' }).refused('no-printer')
})

test('Q8 a counter that is assigned what it serves already, or restored without need, is told so', () => {
  const story = given(twoTerminals())
  const assign = (...queues: string[]) => ({ type: 'assign-counter', counterId: '2', queues }) as const
  story.when(assign('B', 'A', 'A')).refused('already-so')
  story.when(assign('A')).accepted('counter-assigned')
  story.when(assign('A', 'A')).refused('already-so')
  story.when(assign('B')).accepted('counter-assigned')
  story.when(assign('B', 'Z')).refused('unknown-queue')
  story.when(assign('A', 'B', 'B')).accepted('counter-assigned')
  expect(story.events.at(-1)).toMatchObject({ queues: ['A', 'B'] })
  story.when({ ...assign('A'), counterId: '99' }).refused('unknown-counter')
  story.when({ type: 'restore-counter', counterId: '2' }).accepted('counter-restored')
  story.when({ type: 'restore-counter', counterId: '2' }).refused('already-so')
  story.when({ type: 'restore-counter', counterId: '99' }).refused('unknown-counter')
})
