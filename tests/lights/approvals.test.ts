import { expect, test } from 'vitest'
import { recountLights } from '../../gateway/cases/recount-lights.ts'
import { matter } from '../../gateway/contract/matter.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'
import { approvalView } from '../../gateway/views/approval-view.ts'
import { given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const calendar = readCalendar(calendarFolder)
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The five legs of the design's example, with their limits in working days. */
const legs = [
  ['公安局', '印章刻制备案', 1],
  ['城市管理局', '户外招牌设置', 5],
  ['市场监督管理局', '食品经营许可', 8],
  ['生态环境局', '餐饮油烟净化查验', 7],
  ['消防救援支队', '开业前消防安全检查', 10],
] as const
function hall() {
  const tiny = tinyHallModel()
  const departments = legs.map(([name], nth) => ({ id: `d${nth + 1}`, name, subCentre: null }))
  const flow = {
    id: 'F02',
    name: '我要开饭店',
    nameEn: null,
    matters: legs.map((_, nth) => `m${nth + 1}`),
    generalQueue: null,
    promisedDays: 10,
  }
  const matters = legs.map(([, name, promisedDays], nth) =>
    matter.parse({
      id: `m${nth + 1}`,
      code: `00${nth + 1}`,
      name,
      department: `d${nth + 1}`,
      kind: '行政许可',
      queueId: null,
      guide: { promisedDays },
    }),
  )
  return buildHallModel({ ...tiny.hall, departments, flows: [flow] }, matters, true, calendar)
}
const receipt = 'BL202603100001'
function accepted() {
  const story = given(hall()).onDay('2026-03-10')
  story.when({ type: 'accept-approval', flowId: 'F02', receipt, materials: 17 }).accepted('approval-accepted')
  const view = (today: string) => {
    const approval = story.state.approvals.byReceipt.get(receipt)
    if (!approval) throw new Error('not accepted')
    return approvalView(approval, today, calendar)
  }
  return { story, view }
}

test('PA1 one acceptance starts a clock at each department, and one joint promise', () => {
  const { view } = accepted()
  const shown = view('2026-03-10')
  expect(shown).toMatchObject({ acceptedOn: '2026-03-10', promisedOn: '2026-03-24', expectedOn: '2026-03-24' })
  expect(shown.legs.map(({ limitDays, dueOn }) => [limitDays, dueOn])).toEqual([
    [1, '2026-03-11'],
    [5, '2026-03-17'],
    [8, '2026-03-20'],
    [7, '2026-03-19'],
    [10, '2026-03-24'],
  ])
})

test('PA2 a leg that asks for more stops its own clock from the next day on, and no other', () => {
  const { story, view } = accepted()
  story.onDay('2026-03-12')
  const ask = { type: 'ask-more' as const, receipt, legId: '5', materials: ['消防设施检测报告'], until: '2026-03-20' }
  story.when(ask).accepted('approval-leg-asked')
  const wednesday = view('2026-03-18')
  expect(wednesday.legs[4]).toMatchObject({ stage: 'asked', light: 'paused', used: 2, pausedDays: 4 })
  expect(wednesday.legs[3]).toMatchObject({ stage: 'running', light: 'yellow', used: 6, pausedDays: 0 })
  expect(wednesday.promisedOn).toBe('2026-03-24')
  story.onDay('2026-03-20').when({ type: 'supply-more', receipt }).accepted('approval-leg-supplied')
  // Two days were used; eight more from Monday 23 March on.
  expect(view('2026-03-20').legs[4]).toMatchObject({ dueOn: '2026-04-01' })
  expect(view('2026-03-23')).toMatchObject({ promisedOn: '2026-03-24', expectedOn: '2026-04-01' })
})

test('PA3 what is missing is told once, of all departments in one list', () => {
  const { story, view } = accepted()
  const ask = (legId: string, ...materials: string[]) => story.when({ type: 'ask-more', receipt, legId, materials })
  ask('5', '消防设施检测报告').accepted('approval-leg-asked')
  ask('5', '还有一份').refused('asked-already')
  ask('4', '油烟净化器合格证', '安装照片').accepted('approval-leg-asked')
  expect(view('2026-03-11').toSupply.map(({ departmentName, material }) => [departmentName, material])).toEqual([
    ['生态环境局', '油烟净化器合格证'],
    ['生态环境局', '安装照片'],
    ['消防救援支队', '消防设施检测报告'],
  ])
  story.when({ type: 'finish-leg', receipt, legId: '5', result: 'approved' }).refused('materials-missing')
  story.when({ type: 'supply-more', receipt }).accepted('approval-leg-supplied')
  expect(view('2026-03-11').toSupply).toEqual([])
  story.when({ type: 'supply-more', receipt }).refused('nothing-asked')
})

test('PA4 one delivery, when the last leg is done and not before', () => {
  const { story, view } = accepted()
  for (const legId of ['1', '2', '3', '4'])
    story.when({ type: 'finish-leg', receipt, legId, result: 'approved' }).accepted('approval-leg-finished')
  story.when({ type: 'deliver-approval', receipt }).refused('leg-open')
  story.when({ type: 'finish-leg', receipt, legId: '5', result: 'approved' }).accepted('approval-leg-finished')
  story.when({ type: 'finish-leg', receipt, legId: '5', result: 'approved' }).refused('leg-over')
  story.when({ type: 'deliver-approval', receipt }).accepted('approval-delivered')
  expect(view('2026-03-10').deliveredOn).toBe('2026-03-10')
  story.when({ type: 'note-leg', receipt, legId: '1', words: '再看看' }).refused('approval-over')
})

test('PA5 each leg and the whole has its light, by the same count as every case', () => {
  const { story } = accepted()
  const changes = recountLights(
    { cases: [], approvals: story.state.approvals.byReceipt.values(), lights: story.state.lights },
    { today: '2026-03-25', calendar, dayOf, cause: 'day' },
  )
  story.onDay('2026-03-25').when({ type: 'report-lights', changes })
  expect(changes.map(({ caseId, to }) => [caseId, to])).toEqual([
    [receipt, 'red'],
    ...['1', '2', '3', '4', '5'].map((legId) => [`${receipt}.${legId}`, 'red']),
  ])
})
