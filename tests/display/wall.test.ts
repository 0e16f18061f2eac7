import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linesOf, wordsOf } from '../../display/lobby/name-words.ts'
import { busiest, pageByLines, pageOf, pagesByLines, signsInList } from '../../display/lobby/queue-zones.tsx'
import { picture } from '../../display/lobby/rows.ts'
import { volumeAt } from '../../display/lobby/volume-at.ts'
import { readHall } from '../../gateway/config.ts'
import { numberPx, wallRows } from '../../gateway/contract/rows-by-distance.ts'
import { stockLayouts } from '../../gateway/contract/stock-layouts.ts'
import { type WallLayout, wallLayout } from '../../gateway/contract/wall-layout.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { fillTemplate } from '../../gateway/contract/fill-template.ts'
import { screenView } from '../../gateway/views/screen-view.ts'
import { readAt } from '../support/read-view.ts'
import { call, screen } from '../fixtures/views/display.ts'
import { given } from '../support/given.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const stock = (id: string): WallLayout => stockLayouts.find((one) => one.id === id) as WallLayout

describe('wall', () => {
  test.each([
    [55, 10, 238, 'far', 3, 3],
    [75, 10, 175, 'classic', 4, 5],
    [55, 8, 192, 'classic', 4, 4],
  ])('DW3 %i inches at %i m: %i px, %s has %i to %i rows', (inches, distanceM, px, layout, least, most) => {
    const panel = { panel: { inches, portrait: false }, distanceM }
    expect(Math.round(numberPx(panel, 1080) ?? 0)).toBe(px)
    const { rows, size } = wallRows({ ...panel, rows: null }, stock(layout))
    expect(rows).toBeGreaterThanOrEqual(least)
    expect(rows).toBeLessThanOrEqual(most)
    expect(size).toBeGreaterThanOrEqual(px - 1)
  })
  test('DW4 a layout whose zones overlap, stick out or lie across a seam is refused, and one without calls', () => {
    const bad = (zones: unknown, seams: number[] = []) =>
      wallLayout.safeParse({ id: 'x', name: 'x', stage: [1920, 1080], seams, zones }).success
    const calls = { kind: 'calls', box: [0, 0, 1000, 1000] }
    expect(bad([calls])).toBe(true)
    expect(bad([calls, { kind: 'clock', box: [999, 0, 100, 100] }])).toBe(false)
    expect(bad([calls, { kind: 'clock', box: [1900, 0, 100, 100] }])).toBe(false)
    expect(bad([calls], [960])).toBe(false)
    expect(bad([{ kind: 'clock', box: [0, 0, 100, 100] }])).toBe(false)
  })
  test('DW5 a burst of forty calls is in the view of every screen, all of them', () => {
    const story = given()
    for (let nth = 0; nth < 40; nth += 1) story.when({ type: 'take-ticket', queueId: 'B' })
    story.when({ type: 'open-counter', counterId: '1' })
    for (let nth = 0; nth < 40; nth += 1) {
      story.when({ type: 'call-next', counterId: '1' })
      story.when({ type: 'finish-ticket', counterId: '1' })
    }
    const now = (story.events.at(-1)?.at ?? 0) + 1_000
    expect(screenView(readAt(tinyHallModel(), story.state, now), 'L1')?.calls.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, nth) => `B${String(40 - nth).padStart(3, '0')}`),
    )
    expect(screenView(readAt(tinyHallModel(), story.state, now + 61_000), 'L1')?.calls).toHaveLength(20)
  })
  test('DW6 the call that is being said stands large; the list below is the newest at once', () => {
    const calls = Array.from({ length: 40 }, (_, nth) =>
      call({ callId: `c${40 - nth}`, number: `A${String(40 - nth).padStart(3, '0')}` }),
    )
    const said = calls.at(-1) ?? null
    const { current, list } = picture(calls, 4, said)
    expect(current?.number).toBe('A001')
    expect(list.map(({ number }) => number)).toEqual(['A040', 'A039', 'A038'])
    expect(picture(calls, 4, null).list.map(({ number }) => number)).toEqual(['A039', 'A038', 'A037'])
  })
  test('DW21 a missed number never stands large, not while it is said either', () => {
    const calls = [
      call({ callId: 'c2', number: 'A002', standing: 'missed' }),
      call({ callId: 'c1', number: 'A001', standing: 'come' }),
    ]
    expect(picture(calls, 4, null).current?.number).toBe('A001')
    // It was still called when its voice began.
    expect(picture(calls, 4, call({ callId: 'c2', number: 'A002' })).current?.number).toBe('A001')
    expect(picture(calls.slice(0, 1), 4, null).current).toBeNull()
  })
  test('DW5 each call says what has become of it, and who is still awaited stays in the view', () => {
    const story = given(tinyHallModel())
    for (let nth = 0; nth < 30; nth += 1) story.when({ type: 'take-ticket', queueId: 'B' })
    for (const counterId of ['1', '2']) story.when({ type: 'open-counter', counterId })
    story.when({ type: 'call-next', counterId: '2' })
    const at = story.events.at(-1)?.at ?? 0
    const standings = (): (string | undefined)[] =>
      screenView(readAt(tinyHallModel(), story.state, at), 'L1')?.calls.map(
        ({ number, standing }) => `${number} ${standing}`,
      ) ?? []
    expect(standings()).toEqual(['B001 called'])
    story.when({ type: 'recall-ticket', counterId: '2' })
    expect(standings()).toEqual(['B001 called', 'B001 over'])
    story.when({ type: 'call-next', counterId: '1' })
    story.when({ type: 'serve-ticket', counterId: '1' })
    expect(standings()[0]).toBe('B002 come')
    story.when({ type: 'finish-ticket', counterId: '1' })
    story.when({ type: 'call-next', counterId: '1' })
    story.when({ type: 'miss-ticket', counterId: '1' })
    expect(standings()[0]).toBe('B003 missed')
    for (let nth = 0; nth < 20; nth += 1) {
      story.when({ type: 'call-next', counterId: '1' })
      story.when({ type: 'finish-ticket', counterId: '1' })
    }
    const later =
      screenView(readAt(tinyHallModel(), story.state, (story.events.at(-1)?.at ?? 0) + 600_000), 'L1')?.calls ?? []
    expect(later).toHaveLength(21)
    expect(later.at(-1)).toMatchObject({ number: 'B001', standing: 'called' })
  })
  test('DW7 volume follows the time of day, also across midnight; the end of a span no longer belongs to it', () => {
    const byTime = [
      { from: '12:00', to: '13:30', volume: 30 },
      { from: '20:00', to: '07:00', volume: 0 },
    ]
    const at = (clock: string) =>
      volumeAt({ volume: 80, byTime }, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)))
    expect(['11:59', '12:00', '13:29', '13:30', '19:59', '20:00', '23:59', '00:00', '06:59', '07:00'].map(at)).toEqual([
      0.8, 0.3, 0.3, 0.8, 0.8, 0, 0, 0, 0, 0.8,
    ])
  })
  test('DW8 every screen of the sample hall can be read from its farthest seat', () => {
    const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    const hallModel = buildHallModel(read.hall, read.matters, true)
    const declared = read.hall.screens.filter(({ panel, distanceM }) => panel !== null && distanceM !== null)
    expect(declared.length).toBeGreaterThan(0)
    for (const one of declared) {
      const wall = screenView(readAt(hallModel, given(hallModel).state, 0), one.id)?.wall
      if (!wall) throw new Error(`no view of ${one.id}`)
      expect(wall.numberPx, one.id).toBeGreaterThan(0)
      expect(wallRows(one, wall.layout).size, one.id).toBeGreaterThanOrEqual((wall.numberPx ?? 0) - 1)
    }
  })
  test('DW9 a layout is switched live by its id, stays so over the day, and goes back to the folder', () => {
    const layoutOf = () => screenView(readAt(tinyHallModel(), story.state, 0), 'L1')?.wall.layout.id
    const story = given().when({ type: 'switch-layout', screenId: 'L1', layoutId: 'far' }).accepted('layout-switched')
    story.onDay('2026-03-19').when({ type: 'open-counter', counterId: '1' })
    expect(layoutOf()).toBe('far')
    story.when({ type: 'switch-layout', screenId: 'L1', layoutId: 'far' }).refused('already-so')
    story.when({ type: 'switch-layout', screenId: 'L9', layoutId: 'far' }).refused('unknown-screen')
    story.when({ type: 'switch-layout', screenId: 'L1', layoutId: 'nowhere' }).refused('unknown-layout')
    story.when({ type: 'switch-layout', screenId: 'L1', layoutId: null }).accepted('layout-switched')
    expect(layoutOf()).toBe('classic')
  })
  test('DW10 an announcement is filled from closed choices; a wrong plate, number or choice is refused', () => {
    const template = {
      id: 't',
      name: '挪车',
      times: 2,
      shownSeconds: 60,
      text: { 'zh-Hans': '车牌{plate}的车主，{who}，还有{minutes}分钟。' },
      spoken: { 'zh-Hans': ['chepai', '{plate}', '{minutes}'], en: ['{who}'] },
      slots: {
        plate: { kind: 'plate' as const, name: '车牌' },
        who: {
          kind: 'choice' as const,
          name: '谁',
          choices: [{ id: 'red', text: { 'zh-Hans': '穿红衣服的小朋友' }, clip: null }],
        },
        minutes: { kind: 'number' as const, name: '分钟', least: 5, most: 60 },
      },
    }
    const good = { plate: '蒙a·00000', who: 'red', minutes: '20' }
    const filled = fillTemplate(template, good)
    expect(filled).toEqual({
      ok: true,
      text: { 'zh-Hans': '车牌蒙A 00000的车主，穿红衣服的小朋友，还有20分钟。' },
      // A choice without a clip leaves that language unspoken.
      spoken: { 'zh-Hans': ['chepai', '#蒙A00000', '@20'] },
    })
    for (const spoilt of [{ plate: '李四' }, { who: '李四' }, { minutes: '61' }, { stray: 'x' }])
      expect(fillTemplate(template, { ...good, ...spoilt }).ok).toBe(false)
  })
  test('DW11 lists that are too long go by page, and only lines with people are paged', () => {
    const many = Array.from({ length: 12 }, (_, nth) => ({
      ...screen.waiting[0],
      id: `q${nth}`,
      waiting: nth < 6 ? 9 - nth : 0,
    })) as typeof screen.waiting
    expect(busiest(many, 5)).toHaveLength(10)
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual([5])
    expect(pageOf([], 2, 7)).toEqual([])
  })
  test('DW22 a name breaks between two words, and takes the lines that this costs', () => {
    expect(wordsOf('民政与退役军人').at(-1)).toBe('退役军人')
    expect([linesOf('民政与退役军人', 7), linesOf('民政与退役军人', 5.5), linesOf('退役军人', 3)]).toEqual([1, 2, 2])
    const queues = ['民政与退役军人', '税务'].map((name) => ({ ...screen.waiting[0], id: name, name }))
    expect(pagesByLines(queues as typeof screen.waiting, 2, 5.5)).toHaveLength(2)
  })
  test('DW13 long names take two lines, and nothing is lost between the pages', () => {
    const names = ['社会保险', '水电气暖联合报装', '综合窗口（一窗受理）', '税务', '出入境', '公积金']
    const queues = names.map((name) => ({ ...screen.waiting[0], id: name, name })) as typeof screen.waiting
    const pages = [0, 1, 2].map((turn) => pageByLines(queues, 5, signsInList(500), turn).map(({ name }) => name))
    expect(pages[0]).toEqual(names.slice(0, 3))
    expect(pages[1]).toEqual(names.slice(3))
    expect(pages[2]).toEqual(pages[0])
    expect(pageByLines([], 5, 5.5, 3)).toEqual([])
  })
})
