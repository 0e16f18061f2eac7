import { expect, test } from 'vitest'
import { pad as padShape } from '../../gateway/contract/input-devices.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { isSilenced, padNow } from '../../gateway/domain/pads/decide.ts'
import { given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const pad = padShape.parse({ id: 'PD', counter: '1', link: { kind: 'simulated' }, buttons: { '0101': 'next' } })
const { hall, matters } = tinyHallModel()
const hallModel = buildHallModel({ ...hall, pads: [pad] }, [...matters.values()], true)

test('PL1 what was taught goes before the hall folder, a forgotten key means nothing, and a restart gives the same', () => {
  const story = given(hallModel)
    .when({ type: 'teach-pad', padId: 'PD', report: '0102', button: 'recall' })
    .accepted('pad-taught')
  story
    .when({ type: 'teach-pad', padId: 'PD', report: '0101', button: null })
    .when({ type: 'bind-pad', padId: 'PD', counterId: '3' })
    .accepted('pad-bound')
  expect(padNow(story.state, pad)).toMatchObject({ counter: '3', buttons: { '0102': 'recall' } })
  expect(padNow(story.state, pad).buttons).not.toHaveProperty('0101')
  story
    .onDay('2026-03-19')
    .later(24 * 60)
    .when({ type: 'open-counter', counterId: '1' })
  expect(padNow(story.state, pad).counter).toBe('3')
  story.when({ type: 'bind-pad', padId: 'PD', counterId: null }).accepted('pad-bound')
  expect(padNow(story.state, pad).counter).toBe('1')
  story.when({ type: 'teach-pad', padId: 'PD', report: '0102', button: 'recall' }).refused('already-so')
  story.when({ type: 'teach-pad', padId: 'NONE', report: '0102', button: 'recall' }).refused('unknown-pad')
  story.when({ type: 'bind-pad', padId: 'PD', counterId: '99' }).refused('unknown-counter')
})

test('PL1 a pad that nobody taught is as the hall folder says; a key is silenced only where it was taught to mean nothing', () => {
  const story = given(hallModel)
  expect(padNow(story.state, pad)).toEqual(pad)
  expect(isSilenced(story.state, 'PD', '0101')).toBe(false)
  story.when({ type: 'teach-pad', padId: 'PD', report: '0101', button: null })
  expect([isSilenced(story.state, 'PD', '0101'), isSilenced(story.state, 'PD', '0102')]).toEqual([true, false])
  story.when({ type: 'bind-pad', padId: 'PD', counterId: null }).refused('already-so')
  // A later lesson takes nothing away from the earlier one.
  story.when({ type: 'teach-pad', padId: 'PD', report: '0103', button: 'finish' })
  expect(padNow(story.state, pad)).toMatchObject({ counter: '1', buttons: { '0103': 'finish' } })
  expect(isSilenced(story.state, 'PD', '0101')).toBe(true)
})

test('PL3 a visit is rated by who was served last, within minutes, and the last press counts', () => {
  const story = given(hallModel)
    .when({ type: 'take-ticket', queueId: 'B' })
    .when({ type: 'open-counter', counterId: '1' })
  story.when({ type: 'rate-visit', counterId: '1', stars: 5 }).refused('nobody-to-rate')
  story.when({ type: 'call-next', counterId: '1' }).when({ type: 'finish-ticket', counterId: '1' })
  story
    .when({ type: 'rate-visit', counterId: '1', stars: 2 })
    .accepted('visit-rated', 'grievance-filed')
    .when({ type: 'rate-visit', counterId: '1', stars: 5 })
    .accepted('visit-rated', 'grievance-withdrawn')
  expect(story.state.ratings.given.get(story.ticket('B001').id)).toMatchObject({ stars: 5, via: 'button' })
  story.when({ type: 'rate-visit', counterId: '3', stars: 5 }).refused('nobody-to-rate')
  story.later(6).when({ type: 'rate-visit', counterId: '1', stars: 1 }).refused('nobody-to-rate')
})

test('PL3 a rating is of the one who left this counter last, whatever other counters did since', () => {
  const story = given(hallModel)
    .when({ type: 'open-counter', counterId: '1' })
    .when({ type: 'open-counter', counterId: '4' })
  for (const counterId of ['1', '1', '4']) {
    story.when({ type: 'take-ticket', queueId: 'B' }).when({ type: 'call-next', counterId })
    story.later(1).when({ type: 'finish-ticket', counterId })
  }
  story.when({ type: 'rate-visit', counterId: '1', stars: 3 }).accepted('visit-rated')
  expect(story.events.at(-1)).toMatchObject({ ticketId: story.ticket('B002').id, counterId: '1', stars: 3 })
  // The visit at counter 4 took a minute; four are within five minutes, six are not.
  story.later(3)
  story.when({ type: 'rate-visit', counterId: '1', stars: 4 }).accepted('visit-rated')
  story.later(2).when({ type: 'rate-visit', counterId: '1', stars: 5 }).refused('nobody-to-rate')
  expect(story.state.ratings.given.get(story.ticket('B002').id)?.stars).toBe(4)
})
