import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { levelOf } from '../../display/lobby/voice/level-of.ts'
import { schedule } from '../../display/lobby/voice/schedule.ts'
import { announcementPhrase, phraseOf } from '../../gateway/contract/voice/phrase.ts'
import { openBrowser } from '../support/browser.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const RATE = 48_000
const FRAME = RATE / 100
const sounds = join(import.meta.dirname, '../../assets/sounds')
let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(() => browser?.close())

const decoded = new Map<string, Float32Array>()
/** A clip as the browser's own decoder gives it. */
async function samplesOf(language: string, clip: string): Promise<Float32Array> {
  const home = clip === 'chime' || clip === 'alarm' ? 'zh-Hans' : language
  const known = decoded.get(`${home} ${clip}`)
  if (known) return known
  const manifest = JSON.parse(readFileSync(join(sounds, home, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const bytes = readFileSync(join(sounds, home, manifest[clip]?.file ?? `no clip ${clip}`)).toString('base64')
  const text = await page.evaluate(
    async ([file, rate]) => {
      const audio = new OfflineAudioContext(1, 1, rate)
      const buffer = await audio.decodeAudioData(Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0)).buffer)
      const raw = new Uint8Array(buffer.getChannelData(0).slice().buffer)
      let said = ''
      for (let at = 0; at < raw.length; at += 8_192) said += String.fromCharCode(...raw.subarray(at, at + 8_192))
      return btoa(said)
    },
    [bytes, RATE] as const,
  )
  const raw = Buffer.from(text, 'base64')
  const samples = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength))
  decoded.set(`${home} ${clip}`, samples)
  return samples
}

/** What comes out of the loudspeaker at full volume: every clip at its place, at its gain, as the speaker plays it. */
async function heardOf(
  language: string,
  list: readonly string[],
): Promise<{ mixed: Float32Array; loudness: number[] }> {
  const clips = new Map<string, Float32Array>()
  for (const clip of list) clips.set(clip, await samplesOf(language, clip))
  const of = (clip: string): Float32Array => clips.get(clip) ?? new Float32Array()
  const { starts, seconds } = schedule(list, (clip) => of(clip).length / RATE)
  const mixed = new Float32Array(Math.ceil(seconds * RATE) + RATE)
  const loudness = starts.map(({ clip, start }) => {
    const gain = levelOf(of(clip), RATE)
    for (const [nth, sample] of of(clip).entries())
      mixed[Math.round(start * RATE) + nth] = (mixed[Math.round(start * RATE) + nth] ?? 0) + sample * gain
    return loud(of(clip).map((sample) => sample * gain))
  })
  return { mixed, loudness }
}
const levels = (samples: Float32Array): number[] =>
  Array.from({ length: Math.floor(samples.length / FRAME) }, (_, nth) =>
    Math.sqrt(samples.subarray(nth * FRAME, (nth + 1) * FRAME).reduce((sum, one) => sum + one * one, 0) / FRAME),
  )
/** Decibels of what sounds in it. */
function loud(samples: Float32Array): number {
  const all = levels(samples)
  const most = Math.max(...all)
  const sounding = all.filter((level) => level >= most * 0.1)
  return 20 * Math.log10(Math.sqrt(sounding.reduce((sum, one) => sum + one * one, 0) / sounding.length))
}
/** The longest silence between the first sound and the last, in seconds. */
function longestGap(samples: Float32Array): number {
  const all = levels(samples)
  const most = Math.max(...all)
  const sounds = all.map((level) => level >= most * 0.02)
  let [longest, run] = [0, 0]
  for (const sound of sounds.slice(sounds.indexOf(true), sounds.lastIndexOf(true) + 1)) {
    run = sound ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest / 100
}

const CALLS = [
  ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((series, nth) => ({
    number: `${series}${String((nth * 37 + 8) % 1000).padStart(3, '0')}`,
    counterId: String((nth * 7) % 170 || 170),
  })),
  { number: 'B1000', counterId: '105' },
  { number: 'A042', counterId: '126' },
]

test.each(['zh-Hans', 'en'])(
  'DP6 a whole call in %s, mixed as it is played: no silence above 120 ms, nothing cut off at the top, all of it within ±2 dB',
  async (language) => {
    const worst = { gap: 0, peak: 0, low: 0, high: -99 }
    const all: number[] = []
    for (const call of CALLS) {
      const { mixed, loudness } = await heardOf(language, phraseOf(call, language).slice(1))
      worst.gap = Math.max(worst.gap, longestGap(mixed))
      worst.peak = mixed.reduce((peak, one) => Math.max(peak, Math.abs(one)), worst.peak)
      all.push(...loudness)
      expect(longestGap(mixed), `${call.number} ${call.counterId}`).toBeLessThanOrEqual(0.12)
    }
    const middle = all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0
    const [low, high] = [Math.min(...all) - middle, Math.max(...all) - middle]
    console.log(
      `${language}: longest silence ${worst.gap * 1000} ms, peak ${worst.peak.toFixed(3)}, loudness ${low.toFixed(1)} to +${high.toFixed(1)} dB, ${all.length} clips`,
    )
    expect(worst.peak).toBeLessThan(0.99)
    expect(worst.peak).toBeGreaterThan(0.1)
    expect(low).toBeGreaterThan(-2)
    expect(high).toBeLessThan(2)
  },
)

test('DP6 an announcement with a plate in it pauses only where its sentence does, and is not cut off at the top', async () => {
  const { mixed } = await heardOf('zh-Hans', announcementPhrase(['a-plate', '#蒙A00000', 'a-move'], 'zh-Hans'))
  // The sentence's own commas are pauses of the speaker's.
  expect(longestGap(mixed)).toBeLessThanOrEqual(0.35)
  expect(mixed.reduce((peak, one) => Math.max(peak, Math.abs(one)), 0)).toBeLessThan(0.99)
})
