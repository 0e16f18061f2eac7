import { expect, test } from 'vitest'
import { saysOfCases } from '../../gateway/audit/says-of-cases.ts'
import { hall } from '../../gateway/contract/hall.ts'
import type { Standing } from '../../gateway/contract/escalations.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { webhookMessage } from '../../gateway/outputs/webhook-message.ts'
import { keepEscalations } from '../../gateway/outputs/keep-escalations.ts'
import { type StandsNow, standingView } from '../../gateway/views/standing-view.ts'
import { given } from '../support/given.ts'
import { liveWith, readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const START = Date.UTC(2026, 2, 18, 2, 0)
const minutes = (many: number): number => START + many * 60_000

function modelWith(escalations: object[], more: object = {}): HallModel {
  const { hall: tiny, matters } = tinyHallModel()
  return buildHallModel(hall.parse({ ...tiny, escalations, ...more }), [...matters.values()], true)
}
const rule = (over: object) => ({ id: 'r', what: 'queue', afterMinutes: 3, to: 'leader', how: ['desk'], ...over })
const line = (since: number, subjectId = 'A'): Standing => ({
  what: 'queue',
  subjectId,
  name: `${subjectId} 队`,
  since,
  departmentName: null,
})
const told = (standing: Standing[]) => ({ type: 'report-standing', standing }) as const

test('ES1 what stands longer than a rule allows is told once, to whoever holds the post now', () => {
  const story = given(modelWith([rule({})]))
  const duty = (name: string, from: string | null, until: string | null) => ({
    day: '2026-03-18',
    post: 'leader' as const,
    departmentName: null,
    name,
    from,
    until,
  })
  const duties = [duty('张*', '09:00', '12:00'), duty('李*', '12:00', '17:00')]
  story.when({ type: 'set-roster', from: '2026-03-18', until: '2026-03-18', duties }).accepted('roster-set')
  story
    .later(2)
    .when(told([line(START)]))
    .accepted()
  story
    .later(1)
    .when(told([line(START)]))
    .accepted('escalation-raised')
  expect(story.state.escalations.open).toMatchObject([{ to: 'leader', names: ['张*'], what: 'queue', takenBy: null }])
  story
    .later(10)
    .when(told([line(START)]))
    .accepted()
})

test('ES1 each rule tells of the same thing by itself, and each thing of a rule', () => {
  const rules = [rule({}), rule({ id: 'later', afterMinutes: 10, to: 'supervisors' })]
  const story = given(modelWith(rules)).later(4)
  story.when(told([line(START), line(START, 'B')])).accepted('escalation-raised', 'escalation-raised')
  story
    .later(7)
    .when(told([line(START)]))
    .accepted('escalation-ended', 'escalation-raised')
  expect(story.state.escalations.open.map(({ to, subjectId }) => [to, subjectId])).toEqual([
    ['leader', 'A'],
    ['supervisors', 'A'],
  ])
})

test('ES2 whoever takes it first has it, and the record says how long it took', () => {
  const story = given(modelWith([rule({})]))
    .later(4)
    .when(told([line(START)]))
  const [one] = story.state.escalations.open
  story
    .later(3)
    .when({ type: 'take-escalation', escalationId: one?.id ?? '' }, 'staff 0327')
    .accepted('escalation-taken')
  expect(story.events.at(-1)).toMatchObject({ by: 'staff 0327', afterSeconds: 180 })
  story.when({ type: 'take-escalation', escalationId: one?.id ?? '' }, 'staff 0399').refused('already-so')
  expect(story.state.escalations.open).toMatchObject([{ takenBy: 'staff 0327' }])
  const taken = story.events.flatMap((event) => (event.type === 'escalation-taken' ? event : []))
  expect(taken.map((event) => saysOfCases['escalation-taken']?.(event, {} as never)[1])).toEqual([
    '接了上报的 ‹A 队›，报了 3 分钟',
  ])
})

test('ES3 what stands no more is ended with its time, and told again when it comes again', () => {
  const story = given(modelWith([rule({})]))
    .later(4)
    .when(told([line(START)]))
  story.later(6).when(told([])).accepted('escalation-ended')
  expect(story.events.at(-1)).toMatchObject({ afterSeconds: 360, name: 'A 队' })
  expect(story.state.escalations.open).toEqual([])
  story
    .later(5)
    .when(told([line(minutes(10))]))
    .accepted('escalation-raised')
})

test('ES7 a rule without minutes: calls for help wait as the hall says, other things not at all', () => {
  const rules = [rule({ id: 'h', what: 'help', afterMinutes: null }), rule({ afterMinutes: null })]
  const story = given(modelWith(rules, { helpEscalateSeconds: 60 }))
  const help: Standing = { ...line(START), what: 'help', subjectId: 'h1' }
  story.when(told([help, line(START)])).accepted('escalation-raised')
  expect(story.state.escalations.open).toMatchObject([{ what: 'queue' }])
  story
    .later(1)
    .when(told([help, line(START)]))
    .accepted('escalation-raised')
})

const standsAt = (story: ReturnType<typeof given>, model: HallModel, at: number, live = liveWith(() => [])) =>
  standingView(readAt(model, story.state, at, live)).map(({ what, subjectId }) => [what, subjectId])

test('ES5 what a rule sends by webhook goes out when it is raised, taken and over; nothing else does', () => {
  const rules = [rule({ how: ['desk', 'webhook'] }), rule({ id: 'quiet', what: 'device', afterMinutes: 0 })]
  const story = given(modelWith(rules)).later(4)
  story.when(told([line(START), { ...line(START), what: 'device' }]))
  const [one] = story.state.escalations.open
  story
    .later(1)
    .when({ type: 'take-escalation', escalationId: one?.id ?? '' }, 'staff 0327')
    .when(told([]))
  const sent = story.events.flatMap((event) => webhookMessage(event, () => null) ?? [])
  expect(sent.map(({ topic, data }) => [topic, data.name, data.by])).toEqual([
    ['escalation', 'A 队', undefined],
    ['escalation', 'A 队', 'staff 0327'],
    ['escalation', 'A 队', undefined],
  ])
  expect(sent[0]?.data).toMatchObject({ what: 'queue', to: 'leader', since: START })
})

test('ES4 a call for a guide until somebody answers, a line that nobody serves, a line beyond the limit', () => {
  const model = modelWith([])
  const story = given(model).when({ type: 'call-guide', terminalId: 'K1', where: '首页' })
  const helpId = story.state.help.open[0]?.id ?? ''
  expect(standsAt(story, model, minutes(1))).toEqual([['help', helpId]])
  story.when({ type: 'answer-help', helpId }).when({ type: 'take-ticket', queueId: 'A' })
  expect(standsAt(story, model, minutes(1))).toEqual([['no-counter', 'A']])
  story.when({ type: 'open-counter', counterId: '3' })
  expect(standsAt(story, model, minutes(44))).toEqual([])
  expect(standsAt(story, model, minutes(46))).toEqual([['queue', 'A']])
  story.when({ type: 'pause-counter', counterId: '3', reason: '午休' })
  expect(standsAt(story, model, minutes(46))).toEqual([
    ['queue', 'A'],
    ['no-counter', 'A'],
  ])
})

test('ES4 a call whose visitor has left stands no more', () => {
  const model = modelWith([])
  const story = given(model).when({ type: 'call-guide', terminalId: 'K1', where: '首页' })
  expect(standsAt(story, model, minutes(1)).map(([what]) => what)).toEqual(['help'])
  story.when({ type: 'leave-help', terminalId: 'K1' }).accepted('help-left')
  expect(standsAt(story, model, minutes(1))).toEqual([])
})

test('ES4 a line beyond its own threshold; over lunch nobody needs to serve it', () => {
  const { hall: tiny, matters } = tinyHallModel()
  const queues = tiny.queues.map((one) => ({ ...one, warnAt: { waiting: 2, minutes: null } }))
  const closed = { ...tiny, queues, lunch: { from: '12:00', to: '13:30' } }
  const model = buildHallModel(hall.parse(closed), [...matters.values()], false)
  const story = given(model).when({ type: 'take-ticket', queueId: 'A' })
  const noon = Date.UTC(2026, 2, 18, 4, 10)
  expect(standsAt(story, model, minutes(5))).toEqual([['no-counter', 'A']])
  story.when({ type: 'take-ticket', queueId: 'A' })
  expect(standsAt(story, model, minutes(5))).toEqual([
    ['queue', 'A'],
    ['no-counter', 'A'],
  ])
  expect(standsAt(story, model, noon)).toEqual([['queue', 'A']])
})

test('ES4 broken devices, but not the counters and strips whose page is closed', () => {
  const model = modelWith([])
  const device = (id: string, kind: string, state: string) => ({
    id,
    kind,
    state,
    name: id,
    word: '离线',
    since: START,
  })
  const live = liveWith(
    () =>
      [
        device('PR1', 'printer', 'fault'),
        device('K1', 'terminal', 'warning'),
        device('3', 'counter', 'fault'),
        device('S1', 'strip', 'fault'),
      ] as never,
  )
  expect(standsAt(given(model), model, START, live)).toEqual([['device', 'PR1']])
})

test('ES4 red cases until their department has answered, and yellow ones', () => {
  const model = modelWith([])
  const story = given(model)
  const watched = (caseId: string, light: string, answeredAt: number | null) => ({
    caseId,
    matterName: caseId,
    departmentName: '住建局',
    light,
    since: START,
    answeredAt,
  })
  for (const one of [
    watched('c1', 'red', null),
    watched('c2', 'red', START),
    watched('c3', 'yellow', null),
    watched('c4', 'paused', null),
  ])
    story.state.lights.watched.set(one.caseId, one as never)
  expect(standsAt(story, model, START)).toEqual([
    ['light-red', 'c1'],
    ['light-yellow', 'c3'],
  ])
})

/** The watch over a hall, with the clocks by hand. */
function watched(model: HallModel, story: ReturnType<typeof given>) {
  let hear: (found: StandsNow[]) => void = () => {}
  let now = START
  let ticks = 0
  let look: () => Promise<void> = async () => {}
  const kept = keepEscalations({
    office: {
      hallModel: model,
      state: story.state,
      handle: async (command: never) => void story.when(command),
    } as never,
    watch: (_, heard) => {
      hear = heard as typeof hear
      return () => {}
    },
    now: () => now,
    monotonic: () => ticks,
    every: (_, work) => {
      look = work as typeof look
      return { stop: () => {} }
    },
  })
  return {
    hear: (found: StandsNow[]) => hear(found),
    async pass(many: number) {
      now += many * 60_000
      ticks += many * 60_000
      story.later(many)
      await look()
    },
    stop: kept.stop,
  }
}
const seen = (what: StandsNow['what'], since: number | null): StandsNow => ({
  what,
  subjectId: 'X',
  name: 'X',
  since,
  departmentName: null,
})

test('ES6 what nobody wrote a beginning of counts from when it was seen', async () => {
  const model = modelWith([rule({})])
  const story = given(model)
  const watch = watched(model, story)
  await watch.pass(10)
  watch.hear([seen('queue', null)])
  await watch.pass(2)
  expect(story.state.escalations.open).toEqual([])
  // Something else comes: that is no new beginning for what stands.
  watch.hear([seen('queue', null), { ...seen('queue', null), subjectId: 'Y' }])
  await watch.pass(1)
  expect(story.state.escalations.open.map(({ subjectId }) => subjectId)).toEqual(['X'])
  // It went and came again: it counts anew.
  watch.hear([])
  watch.hear([seen('queue', null)])
  await watch.pass(0)
  expect(story.state.escalations.open).toHaveLength(1)
})

test('ES6 after a restart what was told stands for a minute, whatever is known of devices yet', async () => {
  const model = modelWith([rule({ what: 'device', afterMinutes: 0 })])
  const story = given(model).when(told([{ ...line(START), what: 'device' }]))
  const watch = watched(model, story)
  watch.hear([])
  await watch.pass(1)
  expect(story.state.escalations.open).toHaveLength(1)
  await watch.pass(1)
  expect(story.state.escalations.open).toEqual([])
})
