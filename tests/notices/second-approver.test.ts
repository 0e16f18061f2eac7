import { expect, test } from 'vitest'
import { newsForAuthor } from '../../kiosk/manage/notices/told-author.ts'
import type { NoticeView } from '../../gateway/contract/notice.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { takenIn } from '../../gateway/hall/live-parts.ts'
import { noticeList } from '../../gateway/views/notice-view.ts'
import { type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const usual = tinyHallModel()
const strict = buildHallModel({ ...usual.hall, secondApprover: true }, [...usual.matters.values()], false)
const lastId = (story: Story): string => [...story.state.notices.byId.keys()].at(-1) ?? ''
const shown = (story: Story): NoticeView | undefined =>
  noticeList(readAt(strict, story.state, (story.events.at(-1)?.at ?? 0) + 1))[0]

function submitted(story: Story, by: string): string {
  story.when({ type: 'draft-notice', text: '周六停电' }, by)
  const noticeId = lastId(story)
  story.when({ type: 'submit-notice', noticeId }, by).accepted('notice-submitted')
  return noticeId
}

test('HI2 nobody approves their own notice where the hall wants a second person, and alone one may', () => {
  const story = given(strict)
  const noticeId = submitted(story, 'staff 0301')
  story.when({ type: 'approve-notice', noticeId }, 'staff 0301').refused('own-notice')
  story.when({ type: 'approve-notice', noticeId }, 'staff 0302').accepted('notice-approved')
  const free = given(usual)
  free
    .when({ type: 'approve-notice', noticeId: submitted(free, 'staff 0301') }, 'staff 0301')
    .accepted('notice-approved')
})

test('HI2 whoever changed the words is an author too', () => {
  const story = given(strict)
  const noticeId = submitted(story, 'staff 0301')
  story.when({ type: 'revise-notice', noticeId, text: '周日停电' }, 'staff 0302').accepted('notice-edited')
  story.when({ type: 'submit-notice', noticeId }, 'staff 0302').accepted('notice-submitted')
  for (const one of ['staff 0301', 'staff 0302'])
    story.when({ type: 'approve-notice', noticeId }, one).refused('own-notice')
  story.when({ type: 'approve-notice', noticeId }, 'staff 0303').accepted('notice-approved')
})

test('HI2 a change of a live one is off the walls until somebody else has approved it', () => {
  const story = given(strict)
  const noticeId = submitted(story, 'staff 0301')
  story.when({ type: 'approve-notice', noticeId }, 'staff 0302')
  expect(shown(story)).toMatchObject({ state: 'live', approvedBy: 'staff 0302' })
  story.when({ type: 'revise-notice', noticeId, text: '周日停电' }, 'staff 0302').accepted('notice-edited')
  expect(shown(story)).toMatchObject({ state: 'review', approvedBy: null, wordsBy: 'staff 0302' })
  story.when({ type: 'approve-notice', noticeId }, 'staff 0302').refused('own-notice')
  story.when({ type: 'approve-notice', noticeId }, 'staff 0303').accepted('notice-approved')
  expect(shown(story)?.state).toBe('live')
})

test('HI2 the setting is taken into the running hall at once', () => {
  const { hall, waits } = takenIn(usual.hall, { ...usual.hall, secondApprover: true })
  expect(waits).toEqual([])
  expect(hall.secondApprover).toBe(true)
})

test('HI3 the author is told what somebody else did, and not what they did themselves', () => {
  const story = given(strict)
  const noticeId = submitted(story, 'staff 0301')
  const looks = [shown(story)]
  const then = (): string[] => {
    looks.push(shown(story))
    const [before, now] = looks.slice(-2)
    return newsForAuthor(before ? [before] : [], now ? [now] : [], 'staff 0301').map(({ kind }) => kind)
  }
  expect(then()).toEqual([])
  story.when({ type: 'approve-notice', noticeId }, 'staff 0302')
  expect(then()).toEqual(['approved'])
  story.when({ type: 'revise-notice', noticeId, text: '周日停电' }, 'staff 0302')
  expect(then()).toEqual(['changed'])
  story.when({ type: 'approve-notice', noticeId }, 'staff 0303')
  expect(then()).toEqual(['approved'])
  story.when({ type: 'withdraw-notice', noticeId }, 'staff 0303')
  expect(then()).toEqual(['withdrawn'])
  const other = newsForAuthor(
    [],
    looks.flatMap((one) => one ?? []),
    'staff 0301',
  )
  expect(other).toEqual([])
})
