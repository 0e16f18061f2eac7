import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../assets/sounds/zh-Hans/manifest.json' with { type: 'json' }
import { phraseOf } from '../../display/lobby/phrase.ts'
import { placeOf, rowsOf } from '../../display/lobby/rows.ts'
import { call } from '../fixtures/views/display.ts'

const sounds = join(import.meta.dirname, '../../assets/sounds/zh-Hans')
const clips = manifest as Record<string, { file: string; seconds: number }>

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
  test('DP2 every clip of every series and counter exists and is small', () => {
    const asked = new Set(
      Array.from({ length: 26 }, (_, nth) => String.fromCharCode(65 + nth)).flatMap((series) => phraseOf({ number: `${series}0123456789`, counterId: series })),
    )
    for (let counter = 1; counter < 1000; counter += 1) for (const clip of phraseOf({ number: 'A1', counterId: String(counter) })) asked.add(clip)
    const files = new Set(readdirSync(sounds))
    expect([...asked].filter((clip) => !clips[clip] || !files.has(clips[clip].file) || clips[clip].seconds < 0.1)).toEqual([])
    expect([...files].reduce((sum, file) => sum + statSync(join(sounds, file)).size, 0)).toBeLessThan(600_000)
  })
})

describe('wall', () => {
  test('DW1 a recalled number moves up and stands once', () => {
    const calls = [call({ callId: 'c9', times: 2 }), call({ callId: 'c8', number: 'B001' }), call({ callId: 'c7' }), call({ callId: 'c6', number: 'B002' })]
    expect(rowsOf(calls, 4).map(({ callId }) => callId)).toEqual(['c9', 'c8', 'c6'])
    expect(rowsOf(calls, 2).map(({ callId }) => callId)).toEqual(['c9', 'c8'])
  })
  test('DW2 a place that the plan does not know is left out', () => {
    const plan = [{ id: '1', name: '1 楼', zones: [{ id: '1A', name: 'A 区' }] }]
    expect(placeOf(plan, { floor: '1', zone: '1A' })).toBe('1 楼 A 区')
    expect(placeOf(plan, { floor: '1', zone: '1X' }).trim()).toBe('1 楼')
    expect(placeOf(plan, { floor: '9', zone: '1A' })).toBe('')
  })
})
