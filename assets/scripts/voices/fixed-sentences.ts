import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { closedWords } from '../../../gateway/contract/closed-words.ts'
import { notCallingSentence, notCallingShort } from '../../../gateway/contract/not-calling-words.ts'
import type { SpokenLanguage } from '../../../gateway/contract/spoken-languages.ts'
import { type RefusalCode, refusals } from '../../../gateway/contract/refusals.ts'
import { fastParts } from '../../../gateway/contract/voice/sentence-pieces.ts'
import { waitPhrase } from '../../../gateway/contract/wait-words.ts'

const locales = resolve(import.meta.dirname, '../../locales')
/** The locale files whose words stand on a terminal. */
export const terminalParts = ['terminal', 'modes', 'read', 'write', 'way', 'terminal-complain'] as const
/** What an order of a visitor may be refused for, and what hides no number. */
const toVisitors: RefusalCode[] = [
  'hall-closed',
  'queue-closed',
  'quota-full',
  'unknown-ticket',
  'unknown-case',
  'too-many-guesses',
  'no-reader',
  'card-not-read',
  'no-voice',
  'unknown-code',
  'code-used',
  'appointment-released',
  'appointment-other-day',
  'appointment-early',
  'appointment-late',
  'duplicate',
  'not-sent',
  'not-answered',
  'cannot-write',
]

const wordsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : []
/** The words of one locale file, as they stand in it. */
export const wordsOfPart = (language: SpokenLanguage, part: string): string[] =>
  wordsIn(JSON.parse(readFileSync(resolve(locales, language, `${part}.json`), 'utf8')))

/** {key|otherwise} of a refusal: once as it is said with nothing told, once with a place to fill in. */
const refusalWords = (language: SpokenLanguage): string[] =>
  toVisitors.flatMap((code) => {
    const words = refusals[code][language === 'en' ? 2 : 1]
    return [words.replace(/\{\w+(?:\|([^}]*))?\}/g, '$1'), words.replace(/\{(\w+)(?:\|[^}]*)?\}/g, '{{$1}}')]
  })

const MINUTES = [0, 5, 10, 15, 20, 30, 60, 90, 120, 150, 180, 240, 300, 360]
/** Waits, closings and breaks: made in code, with their figures as places to fill in. */
function madeInCode(language: SpokenLanguage): string[] {
  const en = language === 'en'
  const withSlots = (words: string): string => words.replace(/\d+:\d+|\d+/g, '{{n}}')
  const waits = MINUTES.flatMap((lowMinutes) =>
    MINUTES.filter((high) => high > lowMinutes).flatMap(
      (highMinutes) => waitPhrase({ lowMinutes, highMinutes } as Parameters<typeof waitPhrase>[0], en) ?? [],
    ),
  )
  const told = { backDay: '2026-03-18', backClock: '09:00', today: '2026-03-18' }
  const closed = (['early', 'lunch', 'last-ticket', 'over', 'day-off'] as const).flatMap((why) => {
    const words = closedWords({ details: { closed: why, ...told } }, en)
    return words ? [words.state, words.opens] : []
  })
  const breaks = (['no-counter', 'lunch'] as const).flatMap((why) => {
    const one = { why, until: '13:30' }
    return [notCallingShort(one, en) ?? '', notCallingSentence(one, en) ?? '']
  })
  return [...waits, ...closed, ...breaks].map(withSlots)
}
const joints: Record<SpokenLanguage, readonly string[]> = {
  'zh-Hans': [
    ...['点', '分', '到', '分钟', '今天', '明天', '一楼', '二楼', '三楼', '四楼', '五楼', '窗口', '号', '楼', '区'],
    ...['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日', '个人', '企业', '轮椅', '请人来帮我'],
    ...['{{when}} {{clock}} 开始取号', '{{n}} 楼', '{{n}} 号窗口', '{{month}} 月 {{day}} 日{{weekday}}', '月', '日'],
    ...['下面这些可以点', '读完了'],
  ],
  en: [
    ...['to', 'minutes', 'min', 'today', 'tomorrow', 'window', 'counter', 'floor'],
    ...['Numbers from {{when}} at {{clock}}', 'Floor {{n}}', 'at'],
  ],
}

/** Every sentence of a terminal that is known before somebody comes, and the patterns of those in which something is filled in. */
export function fixedSentences(language: SpokenLanguage): { clips: string[]; patterns: string[] } {
  const words = [
    ...terminalParts.flatMap((part) => wordsOfPart(language, part)),
    ...madeInCode(language),
    ...refusalWords(language),
    ...joints[language],
  ]
  const hasWords = (part: string): boolean => (language === 'en' ? /[A-Za-z]/ : /\p{Script=Han}/u).test(part)
  const isPattern = (one: string): boolean => one.includes('{{')
  const inSentences = words.flatMap((one) => one.split(/(?<=[。！？；!?;])|(?<=\.)(?=\s)|\n/u))
  return {
    clips: [...new Set(inSentences.flatMap(fastParts).filter(hasWords))].sort(),
    patterns: [...new Set(inSentences.filter((one) => isPattern(one) && fastParts(one).some(hasWords)))].sort(),
  }
}
