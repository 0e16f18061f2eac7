import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../display/shared/visitor-language.ts'
import { saidOf } from '../../kiosk/phone/said.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'

const locales = resolve(import.meta.dirname, '../../assets/locales')
/** What visitors touch, hold or read, and whatever else is there in English; of titles only those of their pages, which the compiler knows. */
const parts = new Set([
  ...readdirSync(join(locales, 'en'))
    .map((name) => name.replace('.json', ''))
    .filter((part) => part !== 'titles'),
  'terminal',
  'modes',
  'read',
  'write',
  'way',
  'terminal-complain',
  'rating',
  'phone',
  'book',
  'take',
  'take-away',
  'complain',
  'takeover',
  'no-place',
  'own-name',
  'language',
  'lobby',
  'strip',
  'led',
])
const wordsOf = (language: string, part: string): Map<string, string> => {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.set(path, value)
    else for (const [key, one] of Object.entries(value as object)) walk(one, `${path}.${key}`)
  }
  walk(JSON.parse(readFileSync(join(locales, language, `${part}.json`), 'utf8')), '')
  return found
}
const slots = (words: string): string => (words.match(/\{\{\w+\}\}/g) ?? []).sort().join()

describe.each([...parts])('EN1 %s', (part) => {
  test('has the same keys and the same places to fill in in English', () => {
    expect(existsSync(join(locales, 'en', `${part}.json`))).toBe(true)
    const [zh, en] = [wordsOf('zh-Hans', part), wordsOf('en', part)]
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    const otherwise = [...zh].filter(([key, words]) => slots(words) !== slots(en.get(key) ?? ''))
    expect(otherwise).toEqual([])
  })
  test('EN2 holds no word of another language', () => {
    const chinese = [...wordsOf('en', part)].filter(([, words]) => /\p{Script=Han}{2}/u.test(words))
    // The name of the other language stands in its own words, so that whoever reads no English finds it; a stroke's name is a sign of its own.
    expect(chinese.filter(([, words]) => !['中文', '简体中文'].includes(words))).toEqual([])
    const english = [...wordsOf('zh-Hans', part)].filter(([, words]) =>
      /[A-Za-z]{3,} [A-Za-z]{2,}/.test(words.replace(/\{\{\w+\}\}/g, '')),
    )
    expect(english).toEqual([])
  })
})

test('EN3 a phone speaks the first of its languages that the hall has; who reads neither reads English', () => {
  expect(languageOf(['zh-CN', 'en'])).toBe('zh-Hans')
  expect(languageOf(['en-GB', 'zh-CN'])).toBe('en')
  expect(languageOf(['zh-TW'])).toBe('zh-Hans')
  expect(languageOf(['ja-JP', 'zh-CN'])).toBe('zh-Hans')
  expect(languageOf(['ru-RU', 'fr'])).toBe('en')
  expect(languageOf([])).toBe('zh-Hans')
})

describe('EN5 what a phone says by itself', () => {
  const view = (over: Partial<TrackView>): TrackView =>
    ({ number: 'A042', state: 'waiting', ahead: 12, counterId: null, notCalling: null, ...over }) as TrackView
  const said = (over: Partial<TrackView>): string => saidOf(view(over), '1 楼 C 区', () => '10:30', 0)
  test('the line is told by fives until it is near, then by every step', () => {
    expect(said({ ahead: 12 })).toBe(said({ ahead: 14 }))
    expect(said({ ahead: 12 })).not.toBe(said({ ahead: 9 }))
    expect(said({ ahead: 15 })).toContain('15')
    // Never fewer than there are.
    expect(said({ ahead: 12 })).toContain('15')
    expect(said({ ahead: 3 })).toContain('前面还有 3 人')
    expect(said({ ahead: 3 })).not.toBe(said({ ahead: 2 }))
  })
  test('being called comes with the counter and where it is', () => {
    expect(said({ state: 'called', counterId: '21' })).toBe('A042 号，请到 21 号窗口。1 楼 C 区')
  })
  test('what became of the number is told in its sentence', () => {
    expect(said({ state: 'cancelled' })).toContain('已经不要了')
    expect(said({ state: 'missed', arrival: null, requeueUntil: 10, notNow: null })).toContain('过号了')
  })
})
