import { expect, test } from 'vitest'
import type { Report } from '../../gateway/contract/commands.ts'
import type { GrievanceKind } from '../../gateway/contract/grievances.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'
import { nothingLive, plainReading } from '../../gateway/views/plain-reading.ts'
import { ratingsView } from '../../gateway/views/ratings-view.ts'
import { given, type Story } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const { hall, matters } = tinyHallModel()
const hallModel = buildHallModel(hall, [...matters.values()], true, readCalendar(calendarFolder, null))

type Filing = Extract<Report, { type: 'file-grievance' }>
const file = (grievanceId: string, kind: Exclude<GrievanceKind, 'low-rating'> = 'complaint'): Filing => ({
  type: 'file-grievance',
  grievanceId,
  kind,
  via: 'phone',
  reasons: ['unkind'],
  counterId: '1',
  departmentId: null,
  ticketId: null,
  hasWords: true,
  hasContact: true,
})
const reminders = ({ events }: Story): unknown[] =>
  events.flatMap((one) => (one.type === 'grievance-reminded' ? [`${one.grievanceId} ${one.what}`] : []))
const nothing = { type: 'open-counter', counterId: '9' } as const

test('VG1 the limits skip weekends and holidays, and each is said once when it is near and when it is over', () => {
  const story = given(hallModel).when(file('g1')).accepted('grievance-filed')
  // Wednesday; 清明 is 4 to 6 April, so fifteen working days end on Thursday, 9 April.
  expect(story.events.at(-1)).toMatchObject({ contactBy: '2026-03-19', remindOn: '2026-04-07', settleBy: '2026-04-09' })
  story.when(nothing)
  expect(reminders(story)).toEqual([])
  const on = (day: string): unknown[] => {
    const before = reminders(story).length
    story.onDay(day).when(nothing).when(nothing)
    return reminders(story).slice(before)
  }
  expect(on('2026-03-19')).toEqual(['g1 contact-due'])
  expect(on('2026-03-20')).toEqual(['g1 contact-late'])
  expect(on('2026-04-06')).toEqual([])
  expect(on('2026-04-07')).toEqual(['g1 settle-near'])
  expect(on('2026-04-09')).toEqual([])
  expect(on('2026-04-10')).toEqual(['g1 settle-late'])
})

test('VG1 what was taken up is not reminded of contact, and an answer stops every clock', () => {
  const story = given(hallModel).when(file('g1')).when(file('g2'))
  story.when({ type: 'contact-grievance', grievanceId: 'g1', how: 'phone', hasNote: false })
  story.when({ type: 'answer-grievance', grievanceId: 'g2', outcome: 'explained', close: false })
  story.onDay('2026-04-30').when(nothing)
  expect(reminders(story)).toEqual(['g1 settle-late'])
})

test('VG2 assigned, taken up, answered, closed; and nothing after the end', () => {
  const story = given(hallModel).when(file('g1'))
  story.when({ type: 'close-grievance', grievanceId: 'g1' }).refused('grievance-not-answered')
  story.when({ type: 'assign-grievance', grievanceId: 'g1', departmentId: 'none' }).refused('unknown-department')
  story.when({ type: 'assign-grievance', grievanceId: 'g1', departmentId: 'scjg' }).accepted('grievance-assigned')
  story.when({ type: 'assign-grievance', grievanceId: 'g1', departmentId: 'scjg' }).refused('already-so')
  story
    .when({ type: 'contact-grievance', grievanceId: 'g1', how: 'looked-into', hasNote: true })
    .accepted('grievance-contacted')
  story.when({ type: 'close-grievance', grievanceId: 'g1' }).refused('grievance-not-answered')
  story
    .when({ type: 'answer-grievance', grievanceId: 'g1', outcome: 'mended', close: false })
    .accepted('grievance-answered')
  story.when({ type: 'urge-grievance', grievanceId: 'g1' }).refused('grievance-answered')
  story.when({ type: 'close-grievance', grievanceId: 'g1' }).accepted('grievance-closed')
  for (const type of [
    'close-grievance',
    'urge-grievance',
    'add-to-grievance',
    'withdraw-grievance',
    'read-contact',
  ] as const)
    story.when({ type, grievanceId: 'g1' }).refused('grievance-ended')
  story.when({ type: 'urge-grievance', grievanceId: 'none' }).refused('unknown-grievance')
  story.when({ ...file('g2'), counterId: '99' }).refused('unknown-counter')
  story.when({ type: 'answer-grievance', grievanceId: 'g1', outcome: 'mended', close: true }).refused('grievance-ended')
})

test('VG2 answered and closed in one go, and the same filing twice is one', () => {
  const story = given(hallModel).when(file('g1')).accepted('grievance-filed').when(file('g1')).accepted()
  story
    .when({ type: 'answer-grievance', grievanceId: 'g1', outcome: 'not-found', close: true })
    .accepted('grievance-answered', 'grievance-closed')
  expect(story.state.grievances.byId.get('g1')).toMatchObject({
    stage: 'closed',
    hasContact: false,
    outcome: 'not-found',
  })
})

test('VG5 asked after once a day', () => {
  const story = given(hallModel).when(file('g1'))
  story.when({ type: 'urge-grievance', grievanceId: 'g1' }).accepted('grievance-urged')
  story.when({ type: 'urge-grievance', grievanceId: 'g1' }).refused('urged-today')
  story.onDay('2026-03-19').when({ type: 'urge-grievance', grievanceId: 'g1' }).accepted('grievance-urged')
})

test('VG4 what ended ninety days ago is not known any more', () => {
  const story = given(hallModel).when(file('g1')).when(file('g2'))
  story.when({ type: 'withdraw-grievance', grievanceId: 'g1' })
  story
    .later(90 * 24 * 60)
    .onDay('2026-06-16')
    .when(nothing)
  expect([...story.state.grievances.byId.keys()]).toEqual(['g1', 'g2'])
  story
    .later(24 * 60)
    .onDay('2026-06-17')
    .when(nothing)
  expect([...story.state.grievances.byId.keys()]).toEqual(['g2'])
})

test('VG9 the list has what is over its limit first, then what is near it, then what nobody has touched', () => {
  const story = given(hallModel).when(file('late'))
  story.onDay('2026-03-20').when(file('touched')).when(file('fresh', 'not-done'))
  story.when({ type: 'assign-grievance', grievanceId: 'touched', departmentId: 'scjg' })
  story.when(file('ended')).when({ type: 'withdraw-grievance', grievanceId: 'ended' })
  const now = Date.UTC(2026, 2, 20, 4)
  const view = ratingsView(plainReading({ hallModel, state: story.state, now, live: nothingLive }))
  expect(view.grievances.map(({ grievanceId, light }) => [grievanceId, light])).toEqual([
    ['late', 'late'],
    ['fresh', 'none'],
    ['touched', 'none'],
    ['ended', 'none'],
  ])
  expect(view.grievances[0]?.clock).toEqual({
    filedOn: '2026-03-18',
    contactBy: '2026-03-19',
    settleBy: '2026-04-09',
    usedDays: 2,
    totalDays: 15,
  })
})
