import { describe, expect, test } from 'vitest'
import { recountLights } from '../../gateway/cases/recount-lights.ts'
import { caseReport } from '../../gateway/contract/cases.ts'
import { addDays } from '../../gateway/contract/hall-time.ts'
import { isNews } from '../../gateway/domain/lights/decide.ts'
import { calendarFolder, readCalendar } from '../../gateway/hall/read-calendar.ts'
import { given } from '../support/given.ts'

const calendar = readCalendar(calendarFolder)
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
const at = (day: string): number => Date.parse(`${day}T04:00:00Z`)
const report = (over: object = {}) =>
  caseReport.parse({
    receipt: 'R0001',
    matterName: '食品经营许可',
    departmentName: '市场监督管理局',
    status: 'under-review',
    acceptedOn: '2026-03-02',
    promisedDays: 10,
    steps: [
      { name: '审核', startedAt: at('2026-03-02'), limitDays: 8 },
      { name: '办理', limitDays: 2 },
    ],
    reportedAt: 1,
    ...over,
  })
const counting = (today: string) => ({ today, calendar, dayOf, cause: 'day' as const })

/** A hall that counts on the days it is told to. */
function hall() {
  const story = given()
  const count = (today: string, cases: ReturnType<typeof report>[]): number => {
    const changes = recountLights(
      {
        cases: cases.map((one) => ({ caseId: `c-${one.receipt}`, report: one })),
        approvals: story.state.approvals.byReceipt.values(),
        lights: story.state.lights,
      },
      counting(today),
    )
    story.onDay(today).when({ type: 'report-lights', changes })
    return changes.length
  }
  const light = () => story.state.lights.watched.get('c-R0001')
  return { story, count, light }
}

describe('the light of a case', () => {
  test('LG3 the nightly count and the one by hand agree: counting again writes nothing', () => {
    const { story, count } = hall()
    expect(count('2026-03-12', [report()])).toBe(1)
    const written = story.events.length
    expect(count('2026-03-12', [report()])).toBe(0)
    expect(story.events.length).toBe(written)
  })

  test('LG3 a hall that counted every night and one that counted once show the same', () => {
    const [nightly, once] = [hall(), hall()]
    for (let day = '2026-03-02'; day <= '2026-03-18'; day = addDays(day, 1)) nightly.count(day, [report()])
    once.count('2026-03-18', [report()])
    // `used` is of the day on which it changed; the days of today are counted when it is shown.
    const { history: _, since: __, used: ___, ...shown } = nightly.light() ?? ({} as never)
    expect(once.light()).toMatchObject(shown)
    expect(nightly.light()?.history.map((entry) => entry.kind === 'changed' && entry.to)).toEqual(['yellow', 'red'])
  })

  test('LG4 no light changes without a fact that says why, with its days', () => {
    const { story, count } = hall()
    for (let day = '2026-03-02'; day <= '2026-03-18'; day = addDays(day, 1)) count(day, [report()])
    const told = story.events.flatMap((event) => (event.type === 'light-changed' ? event : []))
    expect(told.map(({ to, why, step, used, limitDays }) => [to, why, step, used, limitDays])).toEqual([
      ['yellow', 'last-day', '审核', 7, 8],
      ['red', 'overdue', '审核', 9, 8],
      // The whole is over its own limit too, and was due later: the step keeps the light.
    ])
    expect(told.map((change) => isNews(story.state.lights, change))).toEqual([true, false])
  })

  test('LG5 the worse of the step and the whole is shown', () => {
    const { count, light } = hall()
    count('2026-03-17', [report({ steps: [{ name: '审核', startedAt: at('2026-03-16'), limitDays: 8 }] })])
    expect(light()).toMatchObject({ light: 'red', step: null, used: 11, limitDays: 10 })
  })

  test('LG6 a special procedure stops the light, and its end lets it go on where it stood', () => {
    const { count, light } = hall()
    const pauses = [{ name: '专家评审', from: '2026-03-05' }]
    count('2026-03-20', [report({ pauses })])
    expect(light()).toMatchObject({ light: 'paused', why: 'special-procedure', procedure: '专家评审', used: 2 })
    count('2026-03-23', [report({ pauses: [{ ...pauses[0], until: '2026-03-20' }] })])
    expect(light()).toMatchObject({ light: 'green' })
  })

  test('LG7 a case that is over, or was forgotten, is watched no more, and that is recorded', () => {
    const { story, count, light } = hall()
    count('2026-03-17', [report()])
    count('2026-03-18', [report({ status: 'decided', finishedAt: at('2026-03-18') })])
    expect(light()).toBeUndefined()
    expect(story.events.at(-1)).toMatchObject({ type: 'light-changed', to: 'closed', why: 'ended-late' })
    count('2026-03-18', [report({ receipt: 'R0002' })])
    count('2026-03-19', [])
    expect(story.state.lights.watched.size).toBe(0)
  })
})

describe('what people do about it', () => {
  const red = () => {
    const made = hall()
    made.count('2026-03-17', [report()])
    return made
  }
  test('LG8 a red light wants an answer; the answer is kept with who gave it', () => {
    const { story, light } = red()
    expect(light()).toMatchObject({ light: 'red', answeredAt: null })
    story
      .when({ type: 'urge-case', caseId: 'c-R0001', words: '今天能签发吗' })
      .accepted('case-urged')
      .when({ type: 'answer-case', caseId: 'c-R0001', by: '陈*', words: '明天上午签发' })
      .accepted('case-answered')
    expect(light()?.urged).toBe(1)
    expect(light()?.answeredAt).not.toBeNull()
    expect(light()?.history.slice(-2)).toMatchObject([
      { kind: 'urged', to: '市场监督管理局' },
      { kind: 'answered', by: '陈*' },
    ])
  })
  test('LG8 who is urged is the chief representative of that day', () => {
    const { story, light } = red()
    const department = story.state.lights.watched.get('c-R0001')?.departmentName ?? ''
    const duty = { day: '2026-03-17', post: 'chief' as const, departmentName: department, name: '陈*' }
    story.state.roster.byDay.set('2026-03-17', [{ ...duty, from: null, until: null }])
    story.when({ type: 'urge-case', caseId: 'c-R0001' }).accepted('case-urged')
    expect(light()?.history.at(-1)).toMatchObject({ to: '陈*' })
  })
  test('LG8 a green case is neither urged nor answered', () => {
    given().when({ type: 'urge-case', caseId: 'c-none' }).refused('no-light')
  })
  test('LG8 an answer is for this red alone: the next wants another', () => {
    const { story, count, light } = red()
    story.when({ type: 'answer-case', caseId: 'c-R0001', by: '陈*', words: '明天' })
    count('2026-03-18', [report({ promisedDays: 30, steps: [{ name: '审核' }] })])
    expect(light()).toMatchObject({ light: 'green' })
    count('2026-03-19', [report()])
    expect(light()).toMatchObject({ light: 'red', answeredAt: null })
  })
})
