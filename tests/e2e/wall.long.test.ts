import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { schedule } from '../../display/lobby/voice/schedule.ts'
import { phraseOf } from '../../gateway/contract/voice/phrase.ts'
import { signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { wakefulHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let hall: RunningGateway
let browser: Browser
const folder = wakefulHall()
beforeAll(async () => {
  hall = await runGateway({ TINGSHI_HALL: folder })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
  rmSync(folder, { recursive: true, force: true })
})
const sounds = join(import.meta.dirname, '../../assets/sounds')

describe('voice', () => {
  test('DP5 decoded by a browser no clip is cut off at the top, all are within ±2 dB, and no phrase has a gap above 120 ms', async () => {
    const page = await openPage(browser, `${hall.url}/`, 800, 600)
    const measured: Record<
      string,
      { peak: number; db: number; seconds: number; quietStart: number; quietEnd: number; longestQuiet: number }
    > = {}
    for (const language of ['zh-Hans', 'en'])
      for (const file of readdirSync(join(sounds, language)).filter((one) => one.endsWith('.ogg'))) {
        const bytes = readFileSync(join(sounds, language, file)).toString('base64')
        measured[`${language} ${file.replace('.ogg', '')}`] = await page.evaluate(async (text) => {
          const audio = new OfflineAudioContext(1, 1, 48_000)
          const buffer = await audio.decodeAudioData(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)).buffer)
          const samples = buffer.getChannelData(0)
          const frame = Math.round(buffer.sampleRate * 0.01)
          const levels = Array.from({ length: Math.floor(samples.length / frame) }, (_, nth) => {
            const part = samples.subarray(nth * frame, (nth + 1) * frame)
            return Math.sqrt(part.reduce((sum, one) => sum + one * one, 0) / frame)
          })
          const most = Math.max(...levels)
          const sounding = levels.filter((level) => level >= most * 0.1)
          const loud = levels.map((level) => level >= most * 0.02)
          const runs = loud
            .join(' ')
            .split('true')
            .map((run) => run.split('false').length - 1)
          return {
            peak: samples.reduce((peak, one) => Math.max(peak, Math.abs(one)), 0),
            db: 20 * Math.log10(Math.sqrt(sounding.reduce((sum, one) => sum + one * one, 0) / sounding.length)),
            seconds: buffer.duration,
            quietStart: loud.indexOf(true) * 0.01,
            quietEnd: (loud.length - 1 - loud.lastIndexOf(true)) * 0.01,
            longestQuiet: Math.max(...runs) * 0.01,
          }
        }, bytes)
      }
    const all = Object.entries(measured)
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter(([, { peak }]) => peak >= 0.99)).toEqual([])
    const middle = all.map(([, { db }]) => db).toSorted((one, other) => one - other)[all.length >> 1] ?? 0
    expect(all.filter(([, { db }]) => Math.abs(db - middle) > 2)).toEqual([])
    for (const [language, number, counterId] of [
      ['zh-Hans', 'A042', '126'],
      ['zh-Hans', 'B1000', '105'],
      ['en', 'A042', '126'],
      ['en', 'Z907', '18'],
    ] as const) {
      const list = phraseOf({ number, counterId }, language).slice(1)
      const of = (clip: string) => measured[`${language} ${clip}`]
      const { starts } = schedule(list, (clip) => of(clip)?.seconds ?? null)
      const gaps = starts.slice(1).map(({ clip, start }, nth) => {
        const before = starts[nth]
        const said = before && of(before.clip)
        return (
          start + (of(clip)?.quietStart ?? 9) - ((before?.start ?? 0) + (said?.seconds ?? 0) - (said?.quietEnd ?? 9))
        )
      })
      expect(
        Math.max(...gaps, ...list.map((clip) => of(clip)?.longestQuiet ?? 9)),
        `${language} ${number} ${counterId}`,
      ).toBeLessThanOrEqual(0.12)
    }
  })
})

describe('wall', () => {
  test('DW12 without a gateway, also after a reload, the wall and the strip show the last state with its time', async () => {
    const clerk = await signIn(hall.url, 'clerk', '8')
    await (await signIn(hall.url, 'guide')).post('/tickets', { queueId: 'A' })
    await clerk.post('/counters/8/open')
    expect((await clerk.post('/counters/8/next')).status).toBe(200)
    const wall = await openPage(browser, `${hall.url}/display/?screen=L1`, 1920, 1080, true)
    const strip = await openPage(browser, `${hall.url}/strip/?counter=8`, 1280, 400, true)
    for (const page of [wall, strip]) {
      await page.waitForFunction(() => document.documentElement.dataset.kept === 'yes')
      await page.waitForTimeout(8_000)
    }
    await hall.stop()
    await wall.waitForSelector('.wall.stale', { timeout: 40_000 })
    await strip.waitForSelector('.strip.stale', { timeout: 40_000 })
    for (const page of [wall, strip]) await page.reload()
    await wall.waitForSelector('.wall.stale .call')
    expect(await wall.textContent('.ticker')).toMatch(/^\d\d:\d\d 的数，叫号请听广播。$/)
    expect(await strip.textContent('.away')).toMatch(/^\d\d:\d\d 的数，叫号请听广播$/)
  })
})
