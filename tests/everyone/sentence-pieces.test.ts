import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { terminalParts, wordsOfPart } from '../../assets/scripts/voices/fixed-sentences.ts'
import type { SpokenLanguage } from '../../gateway/contract/spoken-languages.ts'
import { bare, fastParts, pieceReader } from '../../gateway/contract/voice/sentence-pieces.ts'

const made = {
  has: (clip: string) =>
    clip.startsWith('#') ||
    [
      '找到',
      '项',
      '点一项看怎么办',
      '前面',
      '人',
      '您还在吗',
      '请到',
      '号窗口',
      '点',
      '分',
      '到',
      '约等',
      '分钟',
    ].includes(clip),
  patterns: [
    '找到 {{count}} 项，点一项看怎么办',
    '前面 {{count}} 人',
    '请到 {{counter}} 号窗口',
    '约等 {{wait}}',
    '{{n}} 分钟',
  ],
}
const read = pieceReader('zh-Hans', made)
const clips = (text: string): string[] => read(text).map((piece) => ('clip' in piece ? piece.clip : `!${piece.text}`))

describe('AL2 a sentence is spliced of clips', () => {
  test.each([
    ['您还在吗？', ['您还在吗']],
    ['找到 12 项，点一项看怎么办', ['找到', '#shi', '#d2', '项', '点一项看怎么办']],
    ['前面 105 人', ['前面', '#d1', '#bai', '#d0', '#d5', '人']],
    ['请到 21 号窗口', ['请到', '#d2', '#shi', '#d1', '号窗口']],
    ['约等 20–35 分钟', ['约等', '#d2', '#shi', '到', '#d3', '#shi', '#d5', '分钟']],
    ['A042', ['#A', '#d0', '#d4', '#d2']],
    ['9:05', ['#d9', '点', '#d5', '分']],
    ['13:00', ['#shi', '#d3', '点']],
  ])('%s', (text, said) => expect(clips(text)).toEqual(said))

  test('AL3 what has no clip is one text for a voice, with what the clips know of it', () => {
    expect(read('请到 咨询台 号窗口')).toEqual([{ text: '请到 咨询台 号窗口', else: [] }])
    expect(read('您还在吗？营业执照补领')).toEqual([{ clip: '您还在吗' }, { text: '营业执照补领', else: [] }])
    expect(read('营业执照，约等 20–35 分钟')[0]).toMatchObject({ else: expect.arrayContaining(['约等', '分钟']) })
  })
  test('a name that ends like a pattern is no pattern', () => {
    expect(clips('社会保险事项')).toEqual(['!社会保险事项'])
  })
})

const packs = resolve(import.meta.dirname, '../../assets/sounds')
describe.each(['zh-Hans', 'en'] as SpokenLanguage[])('AL2 the shipped clips of %s', (language) => {
  const pack = JSON.parse(readFileSync(join(packs, language, 'read.json'), 'utf8')) as {
    clips: Record<string, [number, number]>
    patterns: string[]
  }
  const bytes = readFileSync(join(packs, language, 'read.pack'))
  const piecesOf = pieceReader(language, { has: (clip) => Object.hasOwn(pack.clips, clip), patterns: pack.patterns })
  const isSpoken = (words: string): boolean => piecesOf(words).every((piece) => 'clip' in piece)

  test('each lies in the pack as an Ogg file of its own', () => {
    for (const [offset, length] of Object.values(pack.clips)) {
      expect(bytes.toString('latin1', offset, offset + 4)).toBe('OggS')
      expect(offset + length).toBeLessThanOrEqual(bytes.length)
    }
  })
  test('the words of the terminal are in clips, with twelve, a number and an hour in their slots', () => {
    const filled = terminalParts
      .flatMap((part) => wordsOfPart(language, part))
      .filter((words) => (language === 'en' ? /[A-Za-z]/ : /\p{Script=Han}/u).test(words))
      .flatMap((words) => ['12', 'A042', '9:30'].map((value) => words.replace(/\{\{.*?\}\}/gu, value)))
    const lacking = [...new Set(filled.filter((words) => !isSpoken(words)))]
    // A new word is not red at once: `npm run voices -- --read` speaks it. Until then a voice of the computer does.
    expect(lacking.length / filled.length, lacking.slice(0, 20).join('\n')).toBeLessThan(0.03)
  })
  test('home, taking a number, the number and the last question are whole', () => {
    const terminal = wordsOfPart(language, 'terminal')
    expect(terminal.length).toBeGreaterThan(250)
    const words = JSON.parse(readFileSync(join(packs, '../locales', language, 'terminal.json'), 'utf8')) as Record<
      string,
      string
    >
    for (const key of [
      'greeting',
      'greetingHint',
      'taken',
      'yourNumber',
      'aheadLabel',
      'stillThere',
      'iAmHere',
      'stillQueued',
    ])
      expect(isSpoken(words[key] ?? '?'), key).toBe(true)
    expect(isSpoken((words['wipeIn'] ?? '').replace('{{seconds}}', '16'))).toBe(true)
  })
})

test('a sentence is known without what stands around it', () => {
  expect(bare('  “您还在吗？” ')).toBe('您还在吗')
  expect(fastParts('在{{place}}，点这里看怎么走')).toEqual(['在', '点这里看怎么走'])
})
