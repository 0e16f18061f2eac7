import { expect, test } from 'vitest'
import { hall as hallShape } from '../../gateway/contract/hall.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const tiny = tinyHallModel()
const hall = hallShape.parse({
  ...tiny.hall,
  announcements: [
    {
      id: 'car',
      name: '挪车',
      text: { 'zh-Hans': '车牌{plate}的车主请挪车。' },
      slots: { plate: { kind: 'plate', name: '车牌' } },
      times: 3,
      shownSeconds: 90,
    },
  ],
})
const hallModel = buildHallModel(hall, [...tiny.matters.values()], true)
const announce = (plate: string): LooseCommand => ({ type: 'announce', templateId: 'car', slots: { plate } })
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0
const onWall = (story: Story, later = 0) =>
  screenView(readAt(hallModel, story.state, nowOf(story) + later), 'L1')?.wall.announcements.map(
    ({ text }) => text['zh-Hans'],
  )

test('DW10 an announcement stands for its seconds; meanwhile the same one is refused, another is not', () => {
  const story = given(hallModel).when(announce('蒙A00000')).accepted('announcement-made')
  expect(story.state.wall.announcements).toMatchObject([
    { templateId: 'car', times: 3, until: nowOf(story) + 90_000, at: nowOf(story) },
  ])
  const [words] = onWall(story) ?? []
  expect([onWall(story, 89_999), onWall(story, 90_000)]).toEqual([[words], []])
  story.when(announce('蒙A00000')).refused('announced-already')
  story.when(announce('蒙A00001')).accepted('announcement-made')
  expect(onWall(story)).toHaveLength(2)
  story.later(2).when(announce('蒙A00000')).accepted('announcement-made')
})

test('DW10 what is no announcement of this hall, or badly filled, is refused with the slot', () => {
  const story = given(hallModel)
  story.when({ type: 'announce', templateId: 'none', slots: {} }).refused('unknown-announcement')
  story.when(announce('李四')).refused('slot-not-filled')
  expect(story.state.wall.announcements).toEqual([])
})

test('DW10 an announcement is stopped once, alone, and not when its time is over', () => {
  const story = given(hallModel).when(announce('蒙A00000')).when(announce('蒙A00001'))
  const [first, second] = story.state.wall.announcements.map(({ announcementId }) => announcementId)
  const stop = (announcementId = ''): LooseCommand => ({ type: 'stop-announcement', announcementId })
  story.when(stop(first)).accepted('announcement-stopped')
  expect(story.state.wall.announcements.map(({ announcementId }) => announcementId)).toEqual([second])
  story.when(stop(first)).refused('already-so')
  story.when(stop('none')).refused('already-so')
  story.later(2).when(stop(second)).refused('already-so')
})

test('DW10 the last twenty announcements are kept', () => {
  const story = given(hallModel)
  for (let nth = 10; nth < 32; nth += 1) story.when(announce(`蒙A000${nth}`)).accepted('announcement-made')
  const kept = story.state.wall.announcements.map(({ text }) => text['zh-Hans'])
  expect([kept.length, kept[0]?.includes('00012'), kept.at(-1)?.includes('00031')]).toEqual([20, true, true])
})

test('DW9 a layout that is unknown, or hangs already, is refused; the folder’s own comes back with null', () => {
  const story = given(hallModel)
  const hang = (layoutId: string | null, screenId = 'L1'): LooseCommand => ({
    type: 'switch-layout',
    screenId,
    layoutId,
  })
  story.when(hang(null)).refused('already-so')
  story.when(hang('no such layout')).refused('unknown-layout')
  story.when(hang('far', 'L9')).refused('unknown-screen')
  story.when(hang('far')).accepted('layout-switched').when(hang('far')).refused('already-so')
  expect(story.state.wall.layouts.get('L1')).toBe('far')
  story.when(hang(null)).accepted('layout-switched')
  expect(story.state.wall.layouts.has('L1')).toBe(false)
})

test('DW20 a picture and a reload are ordered of one screen, each anew', () => {
  const story = given(hallModel)
  const picture = () => screenView(readAt(hallModel, story.state, nowOf(story)), 'L1')?.wall.orders.pictureId
  story.when({ type: 'picture-screen', screenId: 'L1' }).accepted('screen-picture-ordered')
  const first = picture()
  story.when({ type: 'picture-screen', screenId: 'L1' })
  expect([first === picture(), typeof first]).toEqual([false, 'string'])
  story.when({ type: 'reload-screen', screenId: 'L1' }).accepted('screen-reload-ordered')
  expect(story.state.wall.reloads.get('L1')).toBe(nowOf(story))
  story.when({ type: 'reload-screen', screenId: 'L9' }).refused('unknown-screen')
  story.when({ type: 'picture-screen', screenId: 'L9' }).refused('unknown-screen')
  // An order that nobody answered within a minute is forgotten.
  const orders = (later: number) => screenView(readAt(hallModel, story.state, nowOf(story) + later), 'L1')?.wall.orders
  expect([orders(50_000)?.pictureId === null, orders(61_000)?.pictureId]).toEqual([false, null])
})
