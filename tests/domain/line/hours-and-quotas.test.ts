import { readAt } from '../../support/read-view.ts'
import { expect, test } from 'vitest'
import { decide } from '../../../gateway/domain/decide.ts'
import { command } from '../../../gateway/contract/commands.ts'
import { type RefusalCode, wordsOf } from '../../../gateway/contract/refusals.ts'
import type { HallModel } from '../../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../../gateway/domain/office-state.ts'
import { queueView } from '../../../gateway/views/queue-view.ts'
import { given } from '../../support/given.ts'
import { lineHallModel } from '../../support/line-hall.ts'

const take = { type: 'take-ticket', queueId: 'A' } as const
const today = '2026-03-18'
const lunch = { from: '12:00', to: '13:30' }

/** What a visitor reads who asks for a number of queue A at this hour of a day. */
function said(
  hallModel: HallModel,
  minute: number,
  day = today,
  weekday = 3,
  language: 'zh-Hans' | 'en' = 'zh-Hans',
): [RefusalCode, string] | null {
  const decision = decide(hallModel, emptyOffice(), command.parse(take), 'test', {
    now: 1,
    day,
    minute,
    weekday,
    newId: () => 'x',
  })
  return decision.ok ? null : [decision.code, wordsOf(decision.code, language, decision.details)]
}

test('Q12 a queue has its own opening, break and last number, and refusals say when to come back', () => {
  const hallModel = lineHallModel({}, { A: { hours: { open: '09:30', lastTicket: '16:00', lunch } } })
  expect(said(hallModel, 9 * 60 + 15)).toEqual(['queue-closed', '这个队列现在不取号。请今天 09:30 再来。'])
  expect(said(hallModel, 9 * 60 + 30)).toBeNull()
  expect(said(hallModel, 12 * 60)).toEqual(['queue-closed', '这个队列现在不取号。请今天 13:30 再来。'])
  expect(said(hallModel, 13 * 60 + 30)).toBeNull()
  expect(said(hallModel, 16 * 60)).toEqual(['queue-closed', '这个队列现在不取号。请明天 09:30 再来。'])
  expect(said(hallModel, 18 * 60)).toEqual(['hall-closed', '现在不取号。请明天 09:30 再来。'])
  expect(said(hallModel, 17 * 60, '2026-03-20', 5)).toEqual([
    'hall-closed',
    '现在不取号。请 3 月 23 日星期一 09:30 再来。',
  ])
  expect(said(hallModel, 16 * 60, today, 3, 'en')?.[1]).toBe(
    'No numbers for this queue now; please come back tomorrow at 09:30.',
  )
  given(hallModel)
    .onDay(today, 16 * 60)
    .when({ ...take, queueId: 'B' })
    .accepted('ticket-taken')
})

test('Q12 a break that takes numbers gives them, and a standing queue says until when it lasts', () => {
  const hallModel = lineHallModel({ lunch: { ...lunch, takes: true } })
  const story = given(hallModel)
    .onDay(today, 12 * 60 + 10)
    .when(take)
    .accepted('ticket-taken')
  expect(queueView(readAt(hallModel, story.state, Date.UTC(2026, 2, 18, 4, 10)), 'A').whyStands).toBe('午休到 13:30')
  expect(queueView(readAt(hallModel, story.state, Date.UTC(2026, 2, 18, 6, 0)), 'A').whyStands).toBe('没有窗口开着')
})

test('Q12 a demo hall gives numbers round the clock', () => {
  expect(said(lineHallModel({}, { A: { hours: { lunch } } }, true), 12 * 60)).toBeNull()
})

test('Q13 the quota of a day and of its parts is kept to, in demo halls too', () => {
  const slots = [
    { from: '09:00', to: '11:00', most: 2 },
    { from: '11:00', to: '12:00', most: 1 },
  ]
  const hallModel = lineHallModel({}, { A: { quota: { day: 4, slots } } }, true)
  const story = given(hallModel).onDay(today, 600)
  story.when(take).when(take).when(take).refused('quota-full')
  story.when({ ...take, queueId: 'B' }).accepted('ticket-taken')
  story.onDay(today, 660).when(take).accepted('ticket-taken').when(take).refused('quota-full')
  story.onDay(today, 780).when(take).accepted('ticket-taken').when(take).refused('quota-full')
  story.onDay('2026-03-19', 600, 4).when(take).accepted('ticket-taken')
  expect(story.ticket('A001').day).toBe('2026-03-19')
})

test('Q13 a full part of the day sends to the next that has numbers, a full day to the next morning', () => {
  const slots = [{ from: '09:00', to: '11:00', most: 1 }]
  const tell = (quota: object): string => {
    const hallModel = lineHallModel({}, { A: { quota } })
    const story = given(hallModel).onDay(today, 600).when(take)
    const decision = decide(hallModel, story.state, command.parse(take), 'test', {
      now: 1,
      day: today,
      minute: 600,
      weekday: 3,
      newId: () => 'x',
    })
    return decision.ok ? '' : wordsOf(decision.code, 'zh-Hans', decision.details)
  }
  expect(tell({ slots })).toBe('这个队列的号发完了。请今天 11:00 再来，或问引导员。')
  expect(tell({ day: 1 })).toBe('这个队列的号发完了。请明天 09:00 再来，或问引导员。')
})

test('Q14 from its threshold on a queue warns, by people or by minutes', () => {
  const hallModel = lineHallModel({}, { A: { warnAt: { waiting: 2, minutes: 30 } } }, true)
  const story = given(hallModel).when(take)
  const warning = (minutes: number): string | null =>
    queueView(readAt(hallModel, story.state, Date.UTC(2026, 2, 18, 2, minutes) + 10), 'A').warning
  expect(warning(5)).toBeNull()
  expect(warning(30)).toBe('等候到了 30 分钟')
  story.when(take)
  expect(warning(5)).toBe('等候到了 2 人')
})
