import { tinyHallModel } from '../support/tiny-hall.ts'
import { readAt } from '../support/read-view.ts'
import { expect, test } from 'vitest'
import { hasDoctype, readCap } from '../../gateway/alerts/read-cap.ts'
import { command } from '../../gateway/contract/commands.ts'
import { emergencyShown } from '../../gateway/views/emergency-view.ts'
import { type Cap, SENT, cap } from '../support/cap-alert.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'

const START = Date.UTC(2026, 2, 18, 2, 0)
const read = (parts?: Cap): LooseCommand => {
  const alert = readCap(cap(parts))
  if (!alert) throw new Error('not read')
  return alert
}
const reference = (id: string): string => `warn@example.cn,${id},${SENT}`
const shown = (story: Story): string | undefined =>
  emergencyShown(readAt(tinyHallModel(), story.state, START + 1000))?.title
const notices = (story: Story): string[] =>
  [...story.state.notices.byId.values()].filter(({ step }) => step === 'approved').map(({ body }) => body.text)

test('NA1 Severe takes over the hall until it expires, less is a notice', () => {
  const story = given().when(read()).accepted('alert-received', 'emergency-raised')
  expect(story.state.emergency.raised).toMatchObject({
    title: '暴雨红色预警',
    titleEn: 'Red rainstorm warning',
    lines: ['请留在楼内', '不要去地下车库'],
    until: Date.UTC(2026, 2, 18, 4, 0),
  })
  const minor = given()
    .when(read({ severity: 'Moderate' }))
    .accepted('alert-received', 'notice-drafted', 'notice-submitted', 'notice-approved')
  expect([shown(minor), notices(minor)]).toEqual([undefined, ['暴雨红色预警。请留在楼内。不要去地下车库。']])
  const old = given()
    .when(read({ expires: '2026-03-18T09:59:00+08:00' }))
    .accepted('alert-received')
  expect(shown(old)).toBeUndefined()
  const own: LooseCommand = { type: 'raise-emergency', title: '请马上离开大厅' }
  expect(shown(given().when(own).when(read()))).toBe('请马上离开大厅')
})

test('NA2 Update replaces and Cancel ends what the same sender said', () => {
  const story = given().when(read())
  story.when(read({ id: 'A2', type: 'Update', severity: 'Minor', references: reference('A1') }))
  expect([shown(story), notices(story).length]).toEqual([undefined, 1])
  story
    .when(read({ id: 'A3', type: 'Cancel', references: reference('A2') }))
    .accepted('alert-received', 'notice-withdrawn')
  expect(notices(story)).toEqual([])
  const other = readCap(cap({ id: 'A4', type: 'Cancel', references: reference('A1') }).replace('warn@', 'else@'))
  if (!other) throw new Error('not read')
  expect(shown(given().when(read()).when(other))).toBe('暴雨红色预警')
})

test('NA3 Exercise is a drill, Test is recorded and shown nowhere', () => {
  const drill = given().when(read({ status: 'Exercise' }))
  expect(shown(drill)).toContain('演练')
  expect(shown(drill.when(read({ id: 'A2' })))).toBe('暴雨红色预警')
  for (const status of ['Test', 'System', 'Draft']) {
    const story = given().when(read({ status })).accepted('alert-received')
    expect(shown(story)).toBeUndefined()
  }
})

test('NA3 what is not public is recorded and shown nowhere', () => {
  for (const scope of ['Restricted', 'Private']) {
    const alert = readCap(cap().replace('<scope>Public', `<scope>${scope}`))
    if (!alert) throw new Error('not read')
    expect(shown(given().when(alert).accepted('alert-received'))).toBeUndefined()
  }
})
test('NA1 of several warnings in one message the gravest is told', () => {
  const minor =
    '<info><language>zh-CN</language><event>大风</event><severity>Minor</severity><headline>大风蓝色预警</headline></info>'
  const alert = readCap(cap().replace('<info>', `${minor}<info>`))
  expect(alert).toMatchObject({ title: '暴雨红色预警', severity: 'Severe', titleEn: 'Red rainstorm warning' })
})

test('NA4 a document type is refused unread; so is what is not CAP 1.2', () => {
  const bomb = cap().replace('<alert', '<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert')
  expect([hasDoctype(bomb), readCap(bomb)]).toEqual([true, null])
  expect(readCap(cap().replace('cap:1.2', 'cap:1.1'))).toBeNull()
  expect(readCap(cap().replace('<status>Actual</status>', ''))).toBeNull()
  expect(readCap('<alert')).toBeNull()
})

test('NA6 the same alert twice is one alert', () => {
  const story = given().when(read()).when({ type: 'lift-emergency' }).when(read()).accepted()
  expect(shown(story)).toBeUndefined()
})

test('NA7 no page can send an alert as a command', () => {
  expect(command.safeParse(read()).success).toBe(false)
})

test('NA3 what only acknowledges or reports an error is recorded and shown nowhere', () => {
  for (const type of ['Ack', 'Error']) {
    const story = given().when(read({ type })).accepted('alert-received')
    expect([shown(story), notices(story)]).toEqual([undefined, []])
  }
})

test('NA1 a warning without an end stands for an hour, one of weeks for three days', () => {
  const until = (story: Story): number => (story.state.emergency.raised?.until ?? 0) - (story.events.at(-1)?.at ?? 0)
  const endless = readCap(cap().replace(/<expires>.*?<\/expires>/, ''))
  if (!endless) throw new Error('not read')
  expect(until(given().when(endless))).toBe(3_600_000)
  expect(until(given().when(read({ expires: '2026-04-18T12:00:00+08:00' })))).toBe(72 * 3_600_000)
})

test('NA3 a drill from outside hides nothing that is real, and ends nothing that is real', () => {
  const real = given().when(read())
  real
    .when(read({ id: 'D1', status: 'Exercise' }))
    .accepted('alert-received', 'notice-drafted', 'notice-submitted', 'notice-approved')
  expect([shown(real), notices(real)]).toEqual(['暴雨红色预警', ['演练：暴雨红色预警。请留在楼内。不要去地下车库。']])
  real
    .when(read({ id: 'D2', status: 'Exercise', type: 'Cancel', references: reference('A1') }))
    .accepted('alert-received')
  expect(shown(real)).toBe('暴雨红色预警')
  // A real one takes the place of a drill, also of one that was raised here.
  const drill: LooseCommand = { type: 'raise-emergency', title: '请离开', drill: true }
  expect(shown(given().when(drill).when(read()))).toBe('暴雨红色预警')
  expect(
    shown(
      given()
        .when(drill)
        .when(read({ status: 'Exercise' })),
    ),
  ).toBe('演练：暴雨红色预警')
})

test('NA2 a graver Update of the own warning takes its place, a Cancel of what is over ends nothing', () => {
  const story = given().when(read({ severity: 'Minor' }))
  story.when(read({ id: 'A2', type: 'Update', severity: 'Extreme', references: reference('A1') }))
  expect([shown(story), notices(story)]).toEqual(['暴雨红色预警', []])
  story
    .when(read({ id: 'A3', type: 'Cancel', references: reference('A2') }))
    .accepted('alert-received', 'emergency-lifted')
  story.when(read({ id: 'A4', type: 'Cancel', references: reference('A2') })).accepted('alert-received')
  story.when(read({ id: 'A5', type: 'Cancel', references: reference('unknown') })).accepted('alert-received')
  const over = { type: 'Update', references: reference('A6'), expires: '2026-03-18T09:59:00+08:00' }
  story
    .when(read({ id: 'A6' }))
    .when(read({ id: 'A7', ...over }))
    .accepted('alert-received', 'emergency-lifted')
  expect(shown(story)).toBeUndefined()
})

test('NA6 the last two hundred alerts are known again', () => {
  const story = given()
  for (let nth = 0; nth < 202; nth += 1) story.when(read({ id: `M${nth}`, status: 'Test' }))
  expect(story.state.alerts.byReference.size).toBe(200)
  expect([
    story.state.alerts.byReference.has(reference('M1')),
    story.state.alerts.byReference.has(reference('M2')),
  ]).toEqual([false, true])
})
