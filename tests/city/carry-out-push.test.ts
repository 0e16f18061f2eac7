import { expect, test } from 'vitest'
import { emergencyNow } from '../../gateway/domain/emergency/decide.ts'
import { command } from '../../gateway/contract/commands.ts'
import { cityPush } from '../../gateway/contract/city-push.ts'
import { NOON, hallOfCity } from '../support/hall-of-city.ts'

const notice = cityPush.parse({ kind: 'notice', text: '周五下午全市系统升级，15:00 起停止收件' })
const fire = cityPush.parse({ kind: 'emergency', title: '请马上离开大厅', titleEn: null, minutes: 30, drill: true })
const real = command.parse({ type: 'raise-emergency', title: '火情' })
const MINUTE = 60_000

test('CT5 a notice of the city is drafted, submitted and approved by the hall’s own rules, in its log as done by the city; the same version again does nothing', async () => {
  const hall = await hallOfCity()
  const first = await hall.hear(1, notice)
  expect(first).toMatchObject({ hall: 'one', version: 1, outcome: 'done', words: '' })
  const kept = hall.office.state.notices.byId.get(first.ref ?? '')
  expect(kept).toMatchObject({ step: 'approved', by: 'city', body: { text: notice.kind === 'notice' && notice.text } })
  const before = await hall.facts()
  expect(await hall.hear(1, notice)).toEqual(first)
  expect(await hall.facts()).toEqual(before)
})

test('CT5 where a hall wants two persons for each notice the city’s waits for one of its own', async () => {
  const hall = await hallOfCity((model) => ({ ...model, hall: { ...model.hall, secondApprover: true } }))
  const receipt = await hall.hear(1, notice)
  expect(receipt.outcome).toBe('waits')
  expect(hall.office.state.notices.byId.get(receipt.ref ?? '')?.step).toBe('review')
})

test('CT5 a notice whose time is over when it comes is not hung up, and that is said', async () => {
  const hall = await hallOfCity()
  const receipt = await hall.hear(1, { ...notice, endAt: NOON - 1 } as typeof notice)
  expect([receipt.outcome, hall.office.state.notices.byId.size]).toEqual(['late', 0])
})

test('CT6 an emergency stands for what is left of its minutes, and one that is over raises nobody', async () => {
  const hall = await hallOfCity()
  const receipt = await hall.hear(1, fire, NOON - 20 * MINUTE)
  expect(receipt.outcome).toBe('done')
  const raised = emergencyNow(hall.office.state, NOON)
  expect(raised?.id).toBe(receipt.ref)
  expect((raised?.until ?? 0) - NOON).toBeLessThanOrEqual(11 * MINUTE)
  expect((raised?.until ?? 0) - NOON).toBeGreaterThan(9 * MINUTE)
  const late = await hallOfCity()
  expect((await late.hear(1, fire, NOON - 31 * MINUTE)).outcome).toBe('late')
  expect(emergencyNow(late.office.state, NOON)).toBeNull()
})

test('CT6 taking back lifts what the city raised or hung up, and nothing that the hall raised itself', async () => {
  const hall = await hallOfCity()
  await hall.hear(1, fire)
  await hall.hear(2, notice)
  expect((await hall.hear(3, { kind: 'withdraw', of: 1 })).outcome).toBe('done')
  expect(emergencyNow(hall.office.state, NOON)).toBeNull()
  expect((await hall.hear(4, { kind: 'withdraw', of: 2 })).outcome).toBe('done')
  expect([...hall.office.state.notices.byId.values()][0]?.step).toBe('withdrawn')
  await hall.hear(5, fire)
  await hall.office.handle(real, 'staff 7', null)
  expect((await hall.hear(6, { kind: 'withdraw', of: 5 })).outcome).toBe('nothing')
  expect(emergencyNow(hall.office.state, NOON)?.by).toBe('staff 7')
  expect((await hall.hear(7, { kind: 'withdraw', of: 99 })).outcome).toBe('nothing')
})

test('CT6 a hall’s refusal comes back in its words: a drill never hides the real thing', async () => {
  const hall = await hallOfCity()
  await hall.office.handle(real, 'staff 7', null)
  const receipt = await hall.hear(1, fire)
  expect(receipt.outcome).toBe('refused')
  expect(receipt.words.length).toBeGreaterThan(4)
})
