import { expect, test } from 'vitest'
import { hall } from '../../gateway/contract/hall.ts'
import { type DutyPlace, rosterQuestion } from '../../gateway/contract/roster.ts'
import { type HallModel, buildHallModel } from '../../gateway/domain/hall-model.ts'
import { chiefShown, dutyNow, dutyOnWalls } from '../../gateway/views/duty-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { stripView } from '../../gateway/views/strip-view.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const DAY = '2026-03-18'
const duty = (name: string, over: object = {}) => ({
  day: DAY,
  post: 'leader',
  departmentName: null,
  name,
  from: null,
  until: null,
  ...over,
})
const chief = (name: string, day = DAY) => duty(name, { post: 'chief', departmentName: '市场监督管理局', day })
const set = (from: string, until: string, ...duties: object[]) => ({ type: 'set-roster', from, until, duties }) as never

test('DR1 what is set replaces its days and no others', () => {
  const story = given()
    .when(set('2026-03-16', '2026-03-20', duty('张*'), chief('王*', '2026-03-17')))
    .when(set(DAY, DAY, duty('李*')))
  expect(
    Object.fromEntries([...story.state.roster.byDay].map(([day, all]) => [day, all.map(({ name }) => name)])),
  ).toEqual({
    '2026-03-17': ['王*'],
    '2026-03-18': ['李*'],
  })
  story.when(set('2026-03-17', DAY)).accepted('roster-set')
  expect(story.state.roster.byDay.size).toBe(0)
})

test('DR1 a day outside, days the wrong way round, too many of them and an unknown department are refused', () => {
  const story = given()
  story.when(set(DAY, DAY, duty('张*', { day: '2026-03-19' }))).refused('roster-days')
  story.when(set(DAY, '2026-03-17')).refused('roster-days')
  story.when(set(DAY, '2027-03-20')).refused('roster-days')
  story.when(set(DAY, DAY, { ...chief('王*'), departmentName: '没有的局' })).refused('unknown-department')
  expect(rosterQuestion.safeParse({ from: DAY, until: '2026-03-17' }).success).toBe(false)
  expect(rosterQuestion.safeParse({ from: DAY, until: '2027-03-20' }).success).toBe(false)
})

function showing(...dutyShown: DutyPlace[]): HallModel {
  const { hall: tiny, matters } = tinyHallModel()
  const counters = tiny.counters.map((one) => (one.id === '1' ? { ...one, department: 'scjg' } : one))
  return buildHallModel(hall.parse({ ...tiny, counters, dutyShown }), [...matters.values()], true)
}
/** 12:30 in the hall. */
const NOON = Date.UTC(2026, 2, 18, 4, 30)
function roster(model: HallModel) {
  const { state } = given(model).when(
    set(
      DAY,
      DAY,
      chief('王*'),
      duty('张*', { until: '12:00' }),
      duty('李*', { from: '12:00' }),
      duty('其其格', { post: 'guide', from: '12:30', until: '17:00' }),
    ),
  )
  return (at = NOON) => readAt(model, state, at)
}

test('DR5 visitors read names where the hall wishes it, and nowhere else', () => {
  const everywhere = roster(showing('strip', 'wall', 'department'))
  expect(stripView(everywhere(), '1')?.chief).toBe('王*')
  expect(stripView(everywhere(), '2')?.chief).toBeNull()
  expect(screenView(everywhere(), 'L1')?.duty).toEqual({ leader: ['李*'], guides: ['其其格'] })
  expect(terminalView(everywhere(), 'K1')?.departments).toMatchObject([{ id: 'scjg', chief: '王*' }])
  const nowhere = roster(showing())
  expect(stripView(nowhere(), '1')?.chief).toBeNull()
  expect(screenView(nowhere(), 'L1')?.duty).toBeNull()
  expect(terminalView(nowhere(), 'K1')?.departments).toMatchObject([{ chief: null }])
  const onWalls = roster(showing('wall'))
  expect(chiefShown(onWalls(), 'strip', 'scjg')).toBeNull()
  expect(chiefShown(onWalls(), 'department', 'scjg')).toBeNull()
})

test('DR5 the wall names who is on duty at this minute; the day after, nobody', () => {
  const read = roster(showing('wall'))
  expect(dutyOnWalls(read(NOON - 60_000))).toEqual({ leader: ['李*'], guides: [] })
  expect(dutyOnWalls(read(NOON - 31 * 60_000))).toEqual({ leader: ['张*'], guides: [] })
  expect(dutyOnWalls(read(NOON + 24 * 3_600_000))).toBeNull()
  expect(dutyNow(read()).chiefs).toEqual([{ departmentName: '市场监督管理局', name: '王*' }])
})
