import { expect, test } from 'vitest'
import { sceneOf } from '../../display/led/scene.ts'
import { noCalls } from '../../display/lobby/no-calls-hint.ts'
import { closedPhrase } from '../../gateway/contract/closed-words.ts'
import { notCallingShort } from '../../gateway/contract/not-calling-words.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import { slipOfTicket } from '../../gateway/outputs/slip-of-ticket.ts'
import { panelView } from '../../gateway/views/panel-view.ts'
import { queueView } from '../../gateway/views/queue-view.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { stripView } from '../../gateway/views/strip-view.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { hallNow, queueNow } from '../../kiosk/terminal/queue-now.ts'
import { type Story, given } from '../support/given.ts'
import { lineHallModel } from '../support/line-hall.ts'
import { readAt } from '../support/read-view.ts'

const take = (queueId: string) => ({ type: 'take-ticket', queueId, printer: 'none' }) as const
/** A moment in the hall on a day of 2026, hours of its clock. */
const at = (day: string, clock: string): number => new Date(`2026-${day}T${clock}:00+08:00`).getTime()
const WEDNESDAY = '03-18'
const lunch = { from: '12:00', to: '13:30' }
const readIn = (hallModel: HallModel, story: Story, now: number) => readAt(hallModel, story.state, now)

test('CL1 CL2 closed is one of five states, with the next hour at which numbers are given', () => {
  const hallModel = lineHallModel({
    lunch: { ...lunch, takes: false },
    closures: [{ from: '2026-03-19', reason: '盘点' }],
  })
  const story = given(hallModel)
  const said = (day: string, clock: string, isEnglish = false) =>
    closedPhrase(terminalView(readIn(hallModel, story, at(day, clock)), 'K1')?.notNow ?? null, isEnglish)
  expect(said(WEDNESDAY, '08:40')).toBe('今天 09:00 开始取号')
  expect(said(WEDNESDAY, '10:00')).toBeNull()
  expect(said(WEDNESDAY, '12:10')).toBe('午休，今天 13:30 开始取号')
  // The next day is a closure of the hall.
  expect(said(WEDNESDAY, '16:50')).toBe('今天已停止取号，3 月 20 日星期五 09:00 开始取号')
  expect(said(WEDNESDAY, '17:00')).toBe('已下班，3 月 20 日星期五 09:00 开始取号')
  expect(said('03-17', '18:00')).toBe('已下班，明天 09:00 开始取号')
  expect(said('03-19', '10:00')).toBe('今天盘点，明天 09:00 开始取号')
  expect(said('03-21', '10:00')).toBe('今天休息，3 月 23 日星期一 09:00 开始取号')
  expect(said('03-17', '18:00', true)).toBe('Closed. Numbers from tomorrow at 09:00')
  // Before nine the queues themselves say it too, where they are listed.
  expect(queueNow(queueView(readIn(hallModel, story, at(WEDNESDAY, '08:40')), 'A'))?.value).toBe('今天 09:00 开始取号')
  expect(queueNow(queueView(readIn(hallModel, story, at('03-21', '10:00')), 'A'))?.value).toContain('3 月 23 日')
  // A number that is given out is no closing.
  expect(closedPhrase({ details: { most: 3 } })).toBeNull()
})

test('CL3 after the close a wall drops ended calls; who is awaited stays, and nobody who waits is sent home', () => {
  const hallModel = lineHallModel({})
  const story = given(hallModel).when({ type: 'open-counter', counterId: '1' })
  for (let one = 0; one < 3; one++) story.when(take('B'))
  story.when({ type: 'call-next', counterId: '1' }).when({ type: 'finish-ticket', counterId: '1' })
  story.when({ type: 'call-next', counterId: '1' })
  const wall = (clock: string) => {
    const reading = readIn(hallModel, story, at(WEDNESDAY, clock))
    const view = screenView(reading, 'L1')
    const queues = (view?.queues ?? []).map((id) => queueView(reading, id))
    return { calls: view?.calls.map(({ number }) => number), ...noCalls(queues, view?.notNow ?? null) }
  }
  expect(wall('16:59').calls).toEqual(['B002', 'B001'])
  expect(wall('17:00').calls).toEqual(['B002'])
  expect(wall('17:00').hint).toBe('叫到您会显示在这里，请坐下等。')
  story.when({ type: 'finish-ticket', counterId: '1' }).when({ type: 'call-next', counterId: '1' })
  story.when({ type: 'finish-ticket', counterId: '1' })
  expect(wall('17:05')).toEqual({ calls: [], title: '已下班', hint: '明天 09:00 开始取号' })
  expect(wall('08:00')).toMatchObject({ title: '还没上班', hint: '今天 09:00 开始取号' })
  expect(wall('10:00')).toMatchObject({ title: '现在没有叫号', hint: '取号后请坐下等，叫到您会显示在这里。' })
})

test('CL4 panels and strips say that the hall is closed and when it opens, unless somebody still waits', () => {
  const hallModel = lineHallModel({})
  const story = given(hallModel).when({ type: 'open-counter', counterId: '1' })
  const night = at(WEDNESDAY, '17:30')
  const panel = () => {
    const view = panelView(readIn(hallModel, story, night), 'P1')
    if (!view) throw new Error('no panel')
    const { scene } = sceneOf(view, night)
    return scene.kind === 'idle' ? (scene.pages[0] ?? []) : []
  }
  expect(panel()).toEqual(['已下班', '明天 09:00 开始取号'])
  expect(stripView(readIn(hallModel, story, night), '1')?.notNow?.details.closed).toBe('over')
  story.when(take('B'))
  expect(panel()[1]).toBe('17:30 等候1人')
})

test('CL5 a number whose queue has no open counter says so before and after it is taken, everywhere in the same words', () => {
  const hallModel = lineHallModel({ lunch: { ...lunch, takes: true } })
  const story = given(hallModel).when({ type: 'open-counter', counterId: '3' }).when(take('B'))
  const told = (clock: string) => {
    const reading = readIn(hallModel, story, at(WEDNESDAY, clock))
    const ticket = story.ticket('B001')
    return [
      queueNow(queueView(reading, 'B'))?.value,
      notCallingShort(trackView(reading, ticket.token)?.notCalling ?? null),
      slipOfTicket(reading, ticket, 'http://hall', at(WEDNESDAY, clock)).waitWords,
    ]
  }
  expect(told('10:00')).toEqual(['窗口还没开', '窗口还没开', '窗口还没开'])
  expect(told('12:30')).toEqual(['午休到 13:30', '午休到 13:30', '午休到 13:30'])
  story.when({ type: 'open-counter', counterId: '1' })
  expect(told('10:01')[1]).toBeNull()
  expect(told('10:01')[0]).toMatch(/\d/)
})

test('CL6 home tells what half of those who wait may expect, or that no counter is open', () => {
  const hallModel = lineHallModel({})
  const story = given(hallModel)
  const home = () => {
    const reading = readIn(hallModel, story, at(WEDNESDAY, '10:00'))
    return hallNow(['A', 'B'].map((id) => queueView(reading, id)))
  }
  expect(home()).toBe('窗口还没开')
  story.when({ type: 'open-counter', counterId: '3' }).when({ type: 'open-counter', counterId: '1' })
  for (let one = 0; one < 4; one++) story.when(take('B'))
  expect(home()).toMatch(/^现在一般等( \d|不到|一|两).*(分钟|小时)/)
})
