import { readAt } from '../support/read-view.ts'
import { expect, test } from 'vitest'
import type { NoticeState } from '../../gateway/contract/notice.ts'
import { isOnPart } from '../../gateway/domain/notices/notice-life.ts'
import { type Surface, noticesFor } from '../../gateway/domain/notices/notices-for.ts'
import { noticeList } from '../../gateway/views/notice-view.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel()
const HOUR = 3_600_000
const START = Date.UTC(2026, 2, 18, 2, 0)
const screen: Surface = { kind: 'screen', id: 'L1', zones: [] }
const terminal: Surface = { kind: 'terminal', floor: '1', zone: '1A' }
const panel: Surface = { kind: 'panel', id: 'P1', zones: ['1A'] }
const phone: Surface = { kind: 'phone' }
const at = (now = START + 1000) => ({ now, minute: 600, weekday: 3 })
const texts = (story: Story, surface: Surface, time = at()): string[] =>
  noticesFor(hallModel, story.state, surface, time).map(({ body }) => body.text)
const lastId = (story: Story): string => [...story.state.notices.byId.keys()].at(-1) ?? ''
const stateOf = (story: Story, now: number): NoticeState | undefined =>
  noticeList(readAt(hallModel, story.state, now))[0]?.state

type Draft = Omit<Extract<LooseCommand, { type: 'draft-notice' }>, 'type'>
function put(story: Story, draft: Draft): Story {
  story.when({ type: 'draft-notice', ...draft }).accepted('notice-drafted')
  const noticeId = lastId(story)
  return story
    .when({ type: 'submit-notice', noticeId })
    .when({ type: 'approve-notice', noticeId })
    .accepted('notice-approved')
}

test('NN1 a notice is drafted, submitted, approved and withdrawn, in this order', () => {
  const story = given(hallModel).when({ type: 'draft-notice', text: '停电通知' })
  const noticeId = lastId(story)
  expect(stateOf(story, START)).toBe('draft')
  story.when({ type: 'approve-notice', noticeId }).refused('notice-not-submitted')
  story.when({ type: 'submit-notice', noticeId }).accepted('notice-submitted')
  story.when({ type: 'submit-notice', noticeId }).refused('already-so')
  expect(texts(story, screen)).toEqual(['今日公告'])
  story.when({ type: 'approve-notice', noticeId }).accepted('notice-approved')
  expect(texts(story, screen)).toEqual(['停电通知', '今日公告'])
  story.when({ type: 'withdraw-notice', noticeId }).accepted('notice-withdrawn')
  expect(texts(story, screen)).toEqual(['今日公告'])
  story.when({ type: 'submit-notice', noticeId }).refused('notice-withdrawn')
})

test('NN2 time alone makes it scheduled, live and expired', () => {
  const story = put(given(hallModel), { text: '明天停水', startAt: START + HOUR, endAt: START + 2 * HOUR })
  expect(
    [START, START + HOUR - 1, START + HOUR, START + 2 * HOUR - 1, START + 2 * HOUR].map((now) => stateOf(story, now)),
  ).toEqual([...['scheduled', 'scheduled', 'live', 'live', 'expired']])
  expect(texts(story, screen, at(START + HOUR))).toContain('明天停水')
  expect(texts(story, screen, at(START + 2 * HOUR))).not.toContain('明天停水')
})

test('NN3 a part of the week over midnight belongs to the day on which it begins', () => {
  const friday = { weekdays: [5], from: '22:00', to: '02:00' }
  const within = (weekday: number, clock: number): boolean => isOnPart(friday, { now: 0, weekday, minute: clock * 60 })
  expect([within(5, 21), within(5, 22), within(6, 1), within(6, 2), within(5, 1), within(6, 22)]).toEqual([
    false,
    true,
    true,
    false,
    false,
    false,
  ])
  const sunday = { weekdays: [7], from: '23:00', to: '01:00' }
  expect(isOnPart(sunday, { now: 0, weekday: 1, minute: 30 })).toBe(true)
  const noon = put(given(hallModel), { text: '午休', dayParts: [{ weekdays: [3], from: '12:00', to: '13:30' }] })
  expect(texts(noon, screen, { ...at(), minute: 720 })).toContain('午休')
  expect(texts(noon, screen, { ...at(), minute: 810 })).not.toContain('午休')
})

test('NN4 it reaches its targets and nothing else', () => {
  const surfaces = [screen, panel, terminal, phone]
  const reach = (target: NonNullable<Draft['targets']>[number]): boolean[] =>
    surfaces.map((surface) => texts(put(given(hallModel), { text: '测', targets: [target] }), surface).includes('测'))
  expect(reach({ kind: 'hall' })).toEqual([true, true, true, true])
  expect(reach({ kind: 'screen', id: 'L1' })).toEqual([true, false, false, false])
  expect(reach({ kind: 'panel', id: 'P1' })).toEqual([false, true, false, false])
  expect(reach({ kind: 'terminals' })).toEqual([false, false, true, false])
  expect(reach({ kind: 'phone' })).toEqual([false, false, false, true])
  expect(reach({ kind: 'zone', id: '1A' })).toEqual([true, true, true, false])
  expect(reach({ kind: 'floor', id: '1' })).toEqual([true, true, true, false])
})

test('NN5 the highest priority hides those below in its placement; guides see all', () => {
  const story = put(put(given(hallModel), { text: '平常' }), { text: '要紧', priority: 5 })
  expect(texts(story, screen)).toEqual(['要紧'])
  expect(texts(put(story, { text: '旁边', placement: 'side' }), screen)).toEqual(['要紧', '旁边'])
  expect(texts(story, { kind: 'desk' })).toEqual(['要紧', '旁边', '平常', '今日公告'])
})

test('NN6 a live notice is changed by revise alone and stays live; under review a change sends it back', () => {
  const story = put(given(hallModel), { text: '旧' })
  const noticeId = lastId(story)
  story.when({ type: 'edit-notice', noticeId, text: '新' }).refused('notice-approved')
  story.when({ type: 'revise-notice', noticeId, text: '新' }).accepted('notice-edited')
  expect(texts(story, screen)).toContain('新')
  expect(noticeList(readAt(hallModel, story.state, START))[0]).toMatchObject({
    priority: 0,
    placement: 'ticker',
    state: 'live',
  })
  story.when({ type: 'draft-notice', text: '另一条' })
  const other = lastId(story)
  story.when({ type: 'submit-notice', noticeId: other }).when({ type: 'edit-notice', noticeId: other, text: '改了' })
  story.when({ type: 'approve-notice', noticeId: other }).refused('notice-not-submitted')
})

test('NN7 notices outlive the day', () => {
  const story = put(given(hallModel), { text: '长期' }).onDay('2026-03-19').when({ type: 'take-ticket', queueId: 'A' })
  expect(story.events.some(({ type }) => type === 'day-opened')).toBe(true)
  expect(texts(story, screen)).toContain('长期')
})

test('NN8 a picture needs its file, an end its start, a place must exist', () => {
  const story = given(hallModel)
  story.when({ type: 'draft-notice', text: '图', kind: 'image' }).refused('notice-needs-file')
  story.when({ type: 'draft-notice', text: '图', mediaId: 'a'.repeat(64) }).refused('notice-needs-file')
  story.when({ type: 'draft-notice', text: '图', startAt: 5, endAt: 5 }).refused('notice-times')
  story.when({ type: 'draft-notice', text: '图', targets: [{ kind: 'screen', id: 'L9' }] }).refused('unknown-target')
  story.when({ type: 'draft-notice', text: '过去', endAt: START - 1 }).accepted('notice-drafted')
  const noticeId = lastId(story)
  story.when({ type: 'submit-notice', noticeId }).when({ type: 'approve-notice', noticeId }).refused('notice-times')
})
