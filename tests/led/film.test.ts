import type { EmergencyView } from '../../gateway/contract/emergency.ts'
import { expect, test } from 'vitest'
import { panelFilm } from '../../display/led/film.ts'
import { wrap } from '../../display/led/text-frames.ts'
import type { Picture } from '../../display/led/picture.ts'
import { panelInk } from '../../gateway/devices/led/panel-ink.ts'
import { NOW, call, panel } from '../fixtures/views/display.ts'

const raised = (words: Pick<EmergencyView, 'title' | 'titleEn' | 'lines'>): EmergencyView => ({
  id: 'e1',
  drill: false,
  raisedAt: NOW,
  until: NOW + 3_600_000,
  spoken: words.title,
  ...words,
})

type Colour = (typeof panel)['panel']['colour']
const sized = (width: number, height: number, colour: Colour = 'single', leastDots = 0) => ({
  ...panel,
  panel: { ...panel.panel, width, height, colour, leastDots },
})
const litAt = ({ pixels }: Picture, dot: number): boolean =>
  Boolean(pixels[dot * 3] || pixels[dot * 3 + 1] || pixels[dot * 3 + 2])
const rowsLit = (picture: Picture): number[] =>
  Array.from({ length: picture.height }, (_, y) => y).filter((y) =>
    Array.from({ length: picture.width }, (_, x) => x).some((x) => litAt(picture, y * picture.width + x)),
  )
const sizes = [
  [64, 16],
  [64, 32],
  [128, 32],
  [320, 96],
  [512, 256],
  [1023, 577],
] as const

test.each(sizes)(
  'LP1 a fresh call on %i×%i flashes three times, half a second each, and then stands',
  (width, height) => {
    const { frames, loop } = panelFilm(sized(width, height), NOW, panelInk())
    expect(frames.slice(0, 6).map(({ ms }) => ms)).toEqual([500, 500, 500, 500, 500, 500])
    expect(loop).toBe(frames.length > 7)
  },
)
test('LP2 the welcome comes back a minute after the call, and the film ends when the picture must change', () => {
  const fresh = panelFilm(panel, NOW, panelInk())
  expect(fresh.until).toBe(NOW - 4_000 + 6_000)
  expect(panelFilm(panel, NOW + 10_000, panelInk()).until).toBe(NOW - 4_000 + 60_000)
  const idle = panelFilm({ ...panel, calls: [] }, NOW + 60_000, panelInk())
  expect(panelFilm(panel, NOW + 60_000, panelInk())).toEqual(idle)
})
test('LP3 an emergency hides calls and its words are as high as the distance rule asks', () => {
  const emergency = raised({ title: '紧急疏散', titleEn: null, lines: ['请从最近的出口离开'] })
  const { frames } = panelFilm({ ...sized(512, 256, 'double', 96), emergency }, NOW, panelInk())
  expect(frames.length).toBeGreaterThan(1)
  expect(rowsLit(frames[1]?.picture ?? frames[0]?.picture ?? ({} as Picture)).length).toBeGreaterThan(80)
})
test('LP3 an emergency fills a panel, a page for each line rather than small letters', () => {
  const emergency = raised({
    title: '火警，请立即离开',
    titleEn: 'Fire. Leave by the nearest exit.',
    lines: ['走最近的安全出口，不要乘电梯'],
  })
  const { frames } = panelFilm({ ...sized(320, 96, 'rgb888'), emergency }, NOW, panelInk())
  expect(frames).toHaveLength(4)
  for (const { picture } of frames) expect(rowsLit(picture).length).toBeGreaterThan(60)
})
test('LP9 a low panel says how many wait and leaves out the clock rather than let it walk', () => {
  const { frames } = panelFilm({ ...sized(64, 16), calls: [] }, NOW + 90_000, panelInk())
  expect(frames).toHaveLength(2)
})
test('LP10 a notice’s picture stands on a full-colour panel as long as it is meant to; elsewhere, and until it is there, its words', () => {
  const media = [
    { id: 'm', kind: 'image' as const, url: '/media/x', seconds: 9, placement: 'side' as const, text: '夏季开放时间' },
  ]
  const drawn = { width: 320, height: 96, pixels: new Uint8Array(320 * 96 * 3).fill(200) }
  const at = (colour: Colour, pictures: Map<string, Picture>) =>
    panelFilm({ ...sized(320, 96, colour), calls: [], media }, NOW, panelInk(), pictures).frames.at(-1)
  const ready = new Map([['/media/x', drawn]])
  expect(at('rgb888', ready)).toEqual({ picture: drawn, ms: 9_000 })
  for (const frame of [at('rgb888', new Map()), at('double', ready)]) {
    expect(frame?.picture).not.toEqual(drawn)
    expect(frame && rowsLit(frame.picture).length).toBeGreaterThan(10)
  }
})
test('LP7 lines are few and about equally long; a word of letters stays whole', () => {
  const eight = (text: string): number => [...text].length * 8
  expect(wrap('Fire. Leave by the nearest exit.', 160, eight)).toEqual(['Fire. Leave by', 'the nearest exit.'])
  expect(wrap('火警，请立即离开', 56, eight)).toEqual(['火警，请', '立即离开'])
  expect(wrap('请勿拥挤，走楼梯', 32, eight)).toEqual(['请勿拥', '挤，走', '楼梯'])
  expect(wrap('ABCDEFGHIJ', 40, eight)).toEqual(['ABCDE', 'FGHIJ'])
  // Not even to make lines equally long.
  expect(wrap('now by the nearest exit.', 64, eight)).toEqual(['now by', 'the', 'nearest', 'exit.'])
})
test('LP8 where to go is said in full as long as it is not much smaller', () => {
  const words = (width: number, height: number) => {
    const told: string[] = []
    const ink = panelInk()
    const line = (text: string, size: number) => {
      told.push(text)
      return ink.line(text, size)
    }
    panelFilm(sized(width, height, 'rgb888'), NOW + 10_000, { ...ink, line })
    return told
  }
  expect(words(512, 256)).toContain('请到12号窗口')
  expect(words(320, 96)).toEqual(expect.arrayContaining(['请到', '12号窗口']))
  expect(words(64, 32)).toContain('到12号窗口')
})
test.each(sizes)('LP4 the longest number and counter stand whole on %i×%i', (width, height) => {
  const newest = call({ number: 'B1120', counterId: '126' })
  const long = {
    ...sized(width, height),
    calls: [newest, call({ callId: 'b', number: 'C1007', counterId: '170' }), call({ callId: 'c', counterId: '8' })],
  }
  const { frames } = panelFilm(long, NOW + 10_000, panelInk())
  expect(frames.length).toBeGreaterThan(0)
  for (const { picture } of frames) {
    expect(rowsLit(picture).length).toBeGreaterThan(8)
    expect(
      Array.from(
        { length: height },
        (_, y) => litAt(picture, y * width) || litAt(picture, y * width + width - 1),
      ).filter(Boolean).length,
    ).toBeLessThan(3)
  }
})
test.each(['single', 'double', 'triple'] as const)(
  'LP5 a card of "%s" gets only colours that it can show',
  (colour) => {
    const { frames } = panelFilm(sized(64, 32, colour), NOW, panelInk())
    expect(frames.length).toBeGreaterThan(0)
    for (const { picture } of frames) {
      expect(picture.pixels).toContain(255)
      expect(picture.pixels.every((value) => value === 0 || value === 255)).toBe(true)
      if (colour !== 'triple') expect(picture.pixels.some((value, at) => at % 3 === 2 && value > 0)).toBe(false)
      if (colour === 'single') expect(picture.pixels.some((value, at) => at % 3 === 1 && value > 0)).toBe(false)
    }
  },
)
test('LP6 Mongolian stands as columns; what is too tall walks through', () => {
  const idle = {
    ...sized(320, 96),
    calls: [],
    notices: [{ id: 'm', text: 'ᠮᠣᠩᠭᠣᠯ ᠬᠥᠬᠡᠬᠣᠲᠠ', textEn: null, placement: 'ticker' as const }],
  }
  const last = panelFilm(idle, NOW, panelInk()).frames.at(-1)
  expect(last && rowsLit(last.picture).length).toBeGreaterThan(60)
  const low = panelFilm({ ...idle, panel: { ...idle.panel, width: 64, height: 32 } }, NOW, panelInk())
  expect(low.frames.length).toBeGreaterThan(20)
})
test('LP11 one Mongolian word in a notice takes nothing from its Chinese', () => {
  const told: string[] = []
  const ink = panelInk()
  const line = (text: string, size: number) => {
    told.push(text)
    return ink.line(text, size)
  }
  const column = (text: string, width: number) => {
    told.push(text)
    return ink.column(text, width)
  }
  const idle = {
    ...sized(320, 96),
    calls: [],
    notices: [{ id: 'm', text: '内蒙古 ᠮᠣᠩᠭᠣᠯ 政务服务大厅', textEn: null, placement: 'ticker' as const }],
  }
  panelFilm(idle, NOW + 90_000, { ...ink, line, column })
  expect(told.join('')).toContain('内蒙古')
  expect(told.join('')).toContain('政务服务大厅')
  expect(told).toContain('ᠮᠣᠩᠭᠣᠯ')
})
test('LP11 rare Han is a picture of its own in every size, and an accent breaks no word', () => {
  const ink = panelInk()
  for (const height of [12, 16, 48]) {
    const dots = (text: string): string => Buffer.from(ink.line(text, height).dots).toString('hex')
    expect(dots('䶮')).not.toBe(dots('㐂'))
  }
  expect(wrap('Café Zoë', 32, (text) => [...text].length * 8)).toEqual(['Café', 'Zoë'])
})
