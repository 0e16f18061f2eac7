import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pagesOf, signsWide, textSlides } from '../../display/lobby/notice-pages.ts'
import { placed } from '../../display/lobby/placing.ts'
import { tickerPages, tickerRoom } from '../../display/lobby/ticker.tsx'
import type { ShownMedia, ShownNotice } from '../../gateway/contract/notice.ts'
import { stockLayouts } from '../../gateway/contract/stock-layouts.ts'

const bare = (text: string): string => text.replace(/\s/g, '')
const long =
  '因系统升级，10 月 8 日（星期四）12:00 至 18:00 暂停办理不动产登记、住房公积金提取和社会保险关系转移；需要当天办理的，请在 11:30 前取号。升级期间咨询台照常服务，电话 0471-1234567。'
const notice = (id: string, placement: ShownNotice['placement']): ShownNotice => ({
  id,
  text: id,
  textEn: null,
  placement,
})
const film = (id: string, placement: ShownMedia['placement']): ShownMedia => ({
  id,
  kind: 'video',
  url: `/media/${id}`,
  seconds: 10,
  placement,
  text: `片 ${id}`,
})
const layout = (id: string) => stockLayouts.find((one) => one.id === id) ?? { zones: [] }

describe('pages', () => {
  test('DW15 a text is cut after a sentence or a clause, never inside of a number or a word', () => {
    const pages = pagesOf(long, { lines: 2, signs: 22 })
    expect(bare(pages.join(''))).toBe(bare(long))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages.slice(0, -1)) expect(page).toMatch(/[。；，、：）]$/)
    expect(pages.some((page) => page.includes('0471-1234567'))).toBe(true)
    const english =
      'Real estate registration is suspended from 12:00 to 18:00 on Thursday. Please take a number before 11:30.'
    const cut = pagesOf(english, { lines: 1, signs: 20 })
    expect(cut.join(' ')).toBe(english)
    for (const page of cut) expect(english.split(' ')).toEqual(expect.arrayContaining(page.split(' ')))
  })
  test('DW15 nothing is lost, no page is empty and none is wider than its room, whatever the text', () => {
    const sign = fc.constantFrom(...'办理登记请到号窗口，。；、 abcXYZ019.-（）')
    fc.assert(
      fc.property(
        fc.string({ unit: sign, minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 6, max: 40 }),
        (text, lines, signs) => {
          const pages = pagesOf(text, { lines, signs })
          expect(bare(pages.join(''))).toBe(bare(text))
          for (const page of pages) expect(signsWide(page)).toBeLessThanOrEqual(lines * signs)
          if (bare(text) !== '') expect(pages.every((page) => page !== '')).toBe(true)
        },
      ),
      { seed: 5_015, numRuns: 2_000 },
    )
  })
  test('DW15 both languages share a page when they fit, else follow one another', () => {
    const short = textSlides(
      { id: 'n', text: '请到 2 楼办理。', textEn: 'Please go to floor 2.' },
      { lines: 5, signs: 19 },
      36 / 28,
    )
    expect(short).toHaveLength(1)
    expect(short[0]).toMatchObject({ text: '请到 2 楼办理。', textEn: 'Please go to floor 2.' })
    const pages = textSlides({ id: 'n', text: long, textEn: 'Suspended.' }, { lines: 3, signs: 15 }, 36 / 28)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.at(-1)).toMatchObject({ text: '', textEn: 'Suspended.', page: pages.length - 1, pages: pages.length })
  })
  test('DW15 the foot: one large line, else two smaller ones, else by page; English follows', () => {
    const room = tickerRoom(1920, 88)
    const [first, second] = tickerPages(
      [{ id: 'a', text: '居民身份证补领可在 1 楼 C 区自助机办理。', textEn: 'Floor 1, area C.' }],
      room,
    )
    expect([first?.small, first?.language, second?.language, second?.last]).toEqual([false, 'zh-Hans', 'en', true])
    expect(tickerPages([{ id: 'b', text: long.slice(0, 60), textEn: null }], room)).toMatchObject([
      { small: true, last: true },
    ])
    expect(tickerPages([{ id: 'c', text: long, textEn: null }], tickerRoom(1080, 100)).length).toBeGreaterThan(2)
  })
})

describe('placing', () => {
  const given = [notice('foot', 'ticker'), notice('beside', 'side'), notice('over', 'full')]
  const films = [film('beside', 'side'), film('over', 'full')]
  test('DW16 beside the calls stands what is meant for it: in its own zones, else in turn with the queues', () => {
    const onMedia = placed(layout('media'), given, films)
    expect([...onMedia.beside.keys()].sort()).toEqual(['media', 'notices'])
    expect(onMedia.beside.get('notices')).toMatchObject({ notices: [{ id: 'beside' }], media: [] })
    expect(onMedia.beside.get('media')).toMatchObject({ notices: [], media: [{ id: 'beside' }] })
    expect(placed(layout('classic'), given, films).beside.get('waiting')).toMatchObject({
      notices: [{ id: 'beside' }],
      media: [{ id: 'beside' }],
    })
    expect(placed(layout('uhd'), given, films).beside.get('load')).toMatchObject({
      notices: [{ id: 'beside' }],
      media: [{ id: 'beside' }],
    })
  })
  test('DW16 the foot holds its own alone; where nothing is beside the calls, also the words of the rest', () => {
    expect(placed(layout('classic'), given, films).ticker.map(({ id }) => id)).toEqual(['foot'])
    expect(placed(layout('far'), given, films).ticker.map(({ text }) => text)).toEqual(['foot', 'beside', '片 beside'])
  })
  test('DW16 over the whole wall stands what is meant for it', () => {
    expect(placed(layout('far'), given, films).full).toMatchObject({
      notices: [{ id: 'over' }],
      media: [{ id: 'over' }],
    })
  })
})
test('DW15 a date is not torn apart where there is a clause to end with', () => {
  const text =
    '因大楼供电线路检修，10 月 8 日至 10 月 12 日五楼综合窗口临时搬到一楼 D 区 126 号窗口办理，不用重新预约。'
  const pages = pagesOf(text, { lines: 2, signs: 16 })
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page).not.toMatch(/\d\s*$/)
  expect(pages[0]).toMatch(/，$|日$|窗口$/)
})
