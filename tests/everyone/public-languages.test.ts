import { expect, test } from 'vitest'
import { panelFilm } from '../../display/led/film.ts'
import { sceneOf } from '../../display/led/scene.ts'
import { noCalls } from '../../display/lobby/no-calls-hint.ts'
import { pagesByLines, signsInList } from '../../display/lobby/queue-zones.tsx'
import { placeInEnglish } from '../../display/lobby/rows.ts'
import { turnIn } from '../../display/lobby/words.ts'
import type { PanelView } from '../../gateway/contract/display-views.ts'
import { slipLayout, usualSlipLayout } from '../../gateway/contract/slip-layout.ts'
import { layoutIn } from '../../gateway/contract/slip-words.ts'
import type { VisitorLanguage } from '../../gateway/contract/translation.ts'
import { panelInk } from '../../gateway/devices/led/panel-ink.ts'
import { encodeTextSlip } from '../../gateway/devices/printer/slip-text.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { slipOfTicket } from '../../gateway/outputs/slip-of-ticket.ts'
import { stripView } from '../../gateway/views/strip-view.ts'
import { trackView } from '../../gateway/views/track-view.ts'
import { NOW, panel } from '../fixtures/views/display.ts'
import { escposWords } from '../support/escpos-words.ts'
import { given } from '../support/given.ts'
import { readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const HAN = /\p{Script=Han}/u
const LATIN_WORDS = /[A-Za-z]{3,}/
const written = (order: PanelView['panel']['order'], over: Partial<PanelView> = {}): PanelView => ({
  ...panel,
  ...over,
  panel: { ...panel.panel, order },
})

/** A hall that has named all of its own in English, or nothing. */
function namedHall(isNamed: boolean) {
  const { hall, matters } = tinyHallModel()
  const named = (name: string): string | null => (isNamed ? `English of ${name.length}` : null)
  return buildHallModel(
    {
      ...hall,
      nameEn: isNamed ? 'Tiny Hall' : '',
      queues: hall.queues.map((one) => ({ ...one, nameEn: isNamed ? `Business ${one.id}` : null })),
      floors: hall.floors.map((floor) => ({
        ...floor,
        nameEn: isNamed ? `Floor ${floor.id}` : null,
        zones: floor.zones.map((zone) => ({ ...zone, nameEn: isNamed ? `Zone ${zone.id}` : null })),
      })),
    },
    [...matters.values()].map((matter) => ({ ...matter, nameEn: named(matter.name) })),
    true,
  )
}
function slipTaken(language: VisitorLanguage | undefined, isNamed: boolean) {
  const hallModel = namedHall(isNamed)
  const story = given(hallModel).when({ type: 'take-ticket', queueId: 'B', ...(language && { language }) })
  const [ticket] = [...story.state.line.tickets.values()]
  if (!ticket) throw new Error('no ticket was taken')
  const now = story.events.at(-1)?.at ?? 0
  const reading = readAt(hallModel, story.state, now)
  return { slip: slipOfTicket(reading, ticket, 'http://hall.example', now), track: trackView(reading, ticket.token) }
}
const wordsOf = (slip: ReturnType<typeof slipTaken>['slip'], layout = usualSlipLayout): string[] =>
  escposWords(encodeTextSlip(slip, 48, layoutIn(slip.language, layout))).filter(
    (word) => !/^(?:init|cut|centre|left|bold|plain|size .*|feed .*|qr .*)$/.test(word),
  )

test('LN3 LN1 a number that was taken in English has an English slip, whole; one in Chinese, or by nobody knows whom, a Chinese one', () => {
  const { slip, track } = slipTaken('en', true)
  expect(track?.language).toBe('en')
  const words = wordsOf(slip)
  expect(words.join('\n')).not.toMatch(HAN)
  for (const sign of ['Tiny Hall', 'Your number', 'Business B', 'Where: Floor 1', 'Ahead of you: 0 people', 'Scan to'])
    expect(words.join('\n')).toContain(sign)
  for (const language of ['zh-Hans', undefined] as const) {
    const own = slipTaken(language, true)
    expect(own.track?.language).toBe(language ?? null)
    expect(
      wordsOf(own.slip)
        .join('\n')
        .replaceAll(/http\S+|[A-Z]\d+/g, ''),
    ).not.toMatch(LATIN_WORDS)
  }
})

test('LN2 what the hall has not named in English stands on the slip in Chinese as a whole, with a mark', () => {
  const { slip } = slipTaken('en', false)
  expect(slip.matterName).toMatch(/^\p{Script=Han}+ \(Chinese\)$/u)
  expect(slip.where).toMatch(/号窗口 \(Chinese\)$/)
  expect(slip.where).not.toContain('counter')
})

test('LN2 the hall’s own words of a slip: its English where it wrote one, else its Chinese, else ours for words it did not change', () => {
  const layout = slipLayout.parse([
    { part: 'number', labelEn: 'No.' },
    { part: 'where' },
    { part: 'code', hintsEn: ['Look here'] },
    { part: 'words', text: '午休不办', textEn: 'Closed at noon' },
    { part: 'words', text: '请勿遗失' },
    { part: 'words', text: '当天有效 · 需要帮忙请找引导员' },
  ])
  const [number, where, code, own, only, usual] = layoutIn('en', layout)
  expect(number).toMatchObject({ label: 'No.' })
  expect(where).toMatchObject({ label: 'Where' })
  expect(code).toMatchObject({ hints: ['Look here'] })
  expect(own).toMatchObject({ text: 'Closed at noon' })
  expect(only).toMatchObject({ text: '请勿遗失' })
  expect(usual).toMatchObject({ text: 'Valid today. A guide will help you.' })
  expect(layoutIn('zh-Hans', layout)).toBe(layout)
})

test('LN1 a panel says each call in Chinese, then in English, when the hall writes both, and in Chinese alone when it does not', () => {
  const both = sceneOf(written(['zh-Hans', 'en']), NOW).scene
  expect(both).toMatchObject({ kind: 'calls', languages: ['zh-Hans', 'en'] })
  const alone = panelFilm(written(['zh-Hans']), NOW + 10_000, panelInk())
  const twice = panelFilm(written(['zh-Hans', 'en']), NOW + 10_000, panelInk())
  expect(twice.frames.length).toBe(2 * alone.frames.length)
  expect(twice.frames.slice(0, alone.frames.length)).toEqual(alone.frames)
  expect(twice.loop).toBe(true)
})

test('LN1 a quiet panel and one over a counter are whole in each language, notices too', () => {
  const notices = [{ id: 'n1', text: '周六休息', textEn: 'Closed on Saturday', placement: 'ticker' as const }]
  const quiet = sceneOf(written(['zh-Hans', 'en'], { calls: [], notices }), NOW).scene
  expect(quiet).toMatchObject({
    kind: 'idle',
    pages: [['欢迎光临', expect.stringMatching(/等候51人$/)], [expect.stringMatching(/ 51 waiting$/)]],
    notices: ['周六休息', 'Closed on Saturday'],
  })
  for (const [state, ticket, chinese, english] of [
    ['closed', null, '窗口未开', 'Counter closed'],
    ['paused', null, '暂停', 'Paused'],
    ['open', 'A042', '正在办理 A042', 'Now serving A042'],
    ['open', null, '8号窗口', 'Counter 8'],
  ] as const) {
    const counter = { id: '8', state, ticket, called: false, waiting: 3 }
    expect(sceneOf(written(['zh-Hans', 'en'], { calls: [], counter }), NOW).scene).toMatchObject({
      lines: [chinese, english],
    })
    expect(sceneOf(written(['zh-Hans'], { calls: [], counter }), NOW).scene).toMatchObject({ lines: [chinese] })
  }
})

test('LN1 the parts of a wall take turns whole: the same page in Chinese, then in English', () => {
  const turns = [0, 1, 2, 3].map((turn) => turnIn({ order: ['zh-Hans', 'en'] }, turn))
  expect(turns).toEqual([
    { isEnglish: false, turn: 0 },
    { isEnglish: true, turn: 0 },
    { isEnglish: false, turn: 1 },
    { isEnglish: true, turn: 1 },
  ])
  expect(turnIn({ order: ['zh-Hans', 'mn-Mong'] }, 3)).toEqual({ isEnglish: false, turn: 3 })
  const closed = {
    code: 'closed',
    details: { closed: 'over', backDay: '2026-03-19', backClock: '09:00', today: '2026-03-18' },
  }
  expect(noCalls([], closed, true)).toEqual({ title: 'Closed', hint: 'Numbers from tomorrow at 09:00' })
  expect(noCalls([], closed)).toEqual({ title: '已下班', hint: '明天 09:00 开始取号' })
})

test('LN2 a place on a wall is English only when floor and zone both are', () => {
  const place = (zoneEn: string | null) =>
    placeInEnglish(
      [{ id: '1', name: '1 楼', nameEn: 'Floor 1', zones: [{ id: '1A', name: 'A 区', nameEn: zoneEn }] }],
      { floor: '1', zone: '1A' },
    )
  expect(place('Zone A')).toBe('Floor 1 Zone A')
  expect(place(null)).toBeNull()
})

test('LN1 no name of a list is lost in English pages, and each page holds only what fits', () => {
  const queues = Array.from({ length: 14 }, (_, nth) => ({
    id: `q${nth}`,
    name: `工程建设项目审批第${nth}组`,
    nameEn: `Construction project approval, group ${nth}, and all that belongs to it`,
    waiting: 20 - nth,
  })) as unknown as Parameters<typeof pagesByLines>[0]
  const pages = pagesByLines(queues, 8, signsInList(500), () => 1, true)
  expect(pages.flat().map(({ id }) => id)).toEqual(queues.map(({ id }) => id))
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(5)
})

test('LN2 a strip names its business in English only when all of it has an English name', () => {
  const view = (isNamed: boolean) => {
    const hallModel = namedHall(isNamed)
    return stripView(readAt(hallModel, given(hallModel).state, 0), '2')
  }
  expect(view(true)?.queueNameEn).toMatch(/^Business \w · Business \w$/)
  expect(view(false)?.queueNameEn).toBeNull()
})
