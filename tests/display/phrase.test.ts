import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { placeOf, rowsOf } from '../../display/lobby/rows.ts'
import { readHall } from '../../gateway/config.ts'
import { phraseOf } from '../../gateway/contract/voice/phrase.ts'
import { readRecordings } from '../../gateway/hall/read-recordings.ts'
import { sayEmergencyGaps, sayVoiceGaps, voiceGaps } from '../../gateway/hall/voice-gaps.ts'
import { call } from '../fixtures/views/display.ts'

const sounds = join(import.meta.dirname, '../../assets/sounds')

describe('phrase', () => {
  test.each([
    ['A042', '8', '请 A 零 四 二 号 到 八 号窗口'],
    ['B1000', '10', '请 B 一 零 零 零 号 到 十 号窗口'],
    ['C007', '12', '请 C 零 零 七 号 到 十 二 号窗口'],
    ['C007', '20', '请 C 零 零 七 号 到 二 十 号窗口'],
    ['E120', '105', '请 E 一 二 零 号 到 一 百 零 五 号窗口'],
    ['E120', '110', '请 E 一 二 零 号 到 一 百 一 十 号窗口'],
    ['E120', '126', '请 E 一 二 零 号 到 一 百 二 十 六 号窗口'],
    ['E120', '200', '请 E 一 二 零 号 到 二 百 号窗口'],
    ['E120', 'A3', '请 E 一 二 零 号 到 A 三 号窗口'],
  ])('DP1 %s to %s is said %s', (number, counterId, said) => {
    const word: Record<string, string> = { qing: '请', hao: '号', dao: '到', chuangkou: '号窗口', shi: '十', bai: '百' }
    const spoken = phraseOf({ number, counterId })
      .slice(1)
      .map((clip) => word[clip] ?? (/^d\d$/.test(clip) ? '零一二三四五六七八九'[Number(clip[1])] : clip))
    expect(spoken.join(' ')).toBe(said)
  })
  test.each([
    ['A042', '8', 'number A d0 d4 d2 please d8'],
    ['B1000', '12', 'number B d1 d0 d0 d0 please n12'],
    ['E120', '126', 'number E d1 d2 d0 please d1 hundred n20 d6'],
  ])('DP1 in English %s to %s is said %s', (number, counterId, said) => {
    expect(phraseOf({ number, counterId }, 'en').slice(1).join(' ')).toBe(said)
  })
  test('DP1 a language whose words only its speakers know has one clip for each counter', () => {
    expect(phraseOf({ number: 'A04', counterId: '12' }, 'mn-Mong')).toEqual([
      'chime',
      'before',
      'A',
      'd0',
      'd4',
      'between',
      'c12',
      'after',
    ])
  })
  test.each(['zh-Hans', 'en'])('DP2 every clip of every series and counter in %s exists and is small', (language) => {
    const folder = join(sounds, language)
    const clips = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      { file: string; seconds: number }
    >
    const asked = new Set(
      [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].flatMap((series) =>
        phraseOf({ number: `${series}0123456789`, counterId: series }, language),
      ),
    )
    for (let counter = 1; counter < 1000; counter += 1)
      for (const clip of phraseOf({ number: 'A1', counterId: String(counter) }, language)) asked.add(clip)
    asked.delete('chime')
    const files = new Set(readdirSync(folder))
    expect(
      [...asked].filter((clip) => !clips[clip] || !files.has(clips[clip].file) || clips[clip].seconds < 0.1),
    ).toEqual([])
    // What terminals read aloud lies beside it, and no wall loads it.
    const spoken = new Set([...asked, 'chime'].flatMap((clip) => clips[clip]?.file ?? []))
    expect([...spoken].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(800_000)
  })
  test('DP3 what a language lacks is said in one plain line; a recording of the hall fills it', () => {
    const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
    if (!read.ok) throw new Error('the sample hall cannot be read')
    const speaking = (languages: string[]) => ({
      ...read.hall,
      wall: { ...read.hall.wall, sound: { ...read.hall.wall.sound, languages } },
    })
    expect(sayVoiceGaps(voiceGaps(speaking(['zh-Hans', 'en']), {}))).toEqual([])
    expect(sayEmergencyGaps(read.hall)).toEqual([])
    const own = { id: 'own', name: '停电', title: '请原地等一等', titleEn: null, lines: ['别坐电梯，走楼梯'] }
    expect(sayEmergencyGaps({ emergencies: [own] })).toEqual([
      '紧急插播“停电”的“请原地等一等”没有声音：屏上照样显示，广播会说“请看屏幕，听工作人员安排”。',
    ])
    const lines = sayVoiceGaps(voiceGaps(speaking(['mn-Mong']), { 'mn-Mong': { before: '/sounds/x' } }))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^叫号语言 mn-Mong 少 \d+ 段声音：[A-Z]/)
    expect(lines[0]).toContain('sounds/mn-Mong/')
  })
  test('DP4 only sound files of the hall folder are recordings, and a new one has a new address', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recordings-'))
    mkdirSync(join(folder, 'zh-Hans'))
    for (const file of ['d1.mp3', 'd2.exe', 'notes.txt']) writeFileSync(join(folder, 'zh-Hans', file), 'one')
    const first = readRecordings(folder)
    expect(Object.keys(first['zh-Hans'] ?? {})).toEqual(['d1'])
    writeFileSync(join(folder, 'zh-Hans', 'd1.mp3'), 'another')
    expect(readRecordings(folder)['zh-Hans']?.['d1']).not.toBe(first['zh-Hans']?.['d1'])
    expect(readRecordings(join(folder, 'nowhere'))).toEqual({})
    rmSync(folder, { recursive: true })
  })
})

describe('wall', () => {
  test('DW1 a recalled number moves up and stands once', () => {
    const calls = [
      call({ callId: 'c9', times: 2 }),
      call({ callId: 'c8', number: 'B001' }),
      call({ callId: 'c7' }),
      call({ callId: 'c6', number: 'B002' }),
    ]
    expect(rowsOf(calls, 4).map(({ callId }) => callId)).toEqual(['c9', 'c8', 'c6'])
    expect(rowsOf(calls, 2).map(({ callId }) => callId)).toEqual(['c9', 'c8'])
  })
  test('DW2 a place that the plan does not know is left out', () => {
    const plan = [{ id: '1', name: '1 楼', nameEn: null, zones: [{ id: '1A', name: 'A 区', nameEn: null }] }]
    expect(placeOf(plan, { floor: '1', zone: '1A' })).toBe('1 楼 A 区')
    expect(placeOf(plan, { floor: '1', zone: '1X' }).trim()).toBe('1 楼')
    expect(placeOf(plan, { floor: '9', zone: '1A' })).toBe('')
  })
})
