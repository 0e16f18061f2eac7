import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'

export type ModeName = 'elder' | 'low' | 'contrast'
export type TourLanguage = 'zh-Hans' | 'en'

const locales = resolve(import.meta.dirname, '../../assets/locales')
const wordsOf = (language: TourLanguage, part: string): Record<string, string> =>
  JSON.parse(readFileSync(`${locales}/${language}/${part}.json`, 'utf8'))
/** What stands on the keys that a tour presses. */
const keysIn = (language: TourLanguage) => ({
  terminal: wordsOf(language, 'terminal'),
  modes: wordsOf(language, 'modes'),
  write: wordsOf(language, 'write'),
})

/** From home, in Chinese. Before large letters: their dock has fewer keys. */
export async function turnOn(page: Page, modes: readonly ModeName[]): Promise<void> {
  const { terminal, modes: own } = keysIn('zh-Hans')
  const keys: Record<ModeName, string | undefined> = { low: own.low, contrast: terminal.contrast, elder: own.elder }
  for (const one of ['low', 'contrast', 'elder'] as const)
    if (modes.includes(one)) await page.click(`.dock button:has-text("${keys[one]}")`)
}

/** Through every screen of the terminal in these modes, from home to a number; `check` sees each. */
export async function terminalTour(
  page: Page,
  modes: readonly ModeName[],
  check: (screen: string) => Promise<void>,
  language: TourLanguage = 'zh-Hans',
): Promise<void> {
  const elder = modes.includes('elder')
  const { terminal, modes: own, write } = keysIn(language)
  const dock = (word = ''): Promise<void> => page.click(`.dock button:has-text("${word}")`)
  const tile = (word = ''): Promise<void> => page.click(`.four .tile:has-text("${word}")`)
  const entry = (word = ''): Promise<void> => page.click(`.key.entry:has-text("${word}")`)
  const begin = async (): Promise<void> => {
    await turnOn(page, modes)
    if (language === 'en') await page.click(elder ? '.dock .globe' : '.languages button >> nth=1')
  }
  const back = (): Promise<void> => dock(elder ? own.back : terminal.back)
  const home = async (): Promise<void> => {
    if (!elder) {
      await dock(terminal.home)
      return begin()
    }
    while ((await page.locator('.elder-home').count()) === 0) await back()
  }
  const look = async (screen: string): Promise<void> => {
    await page.waitForTimeout(400)
    await check(screen)
  }
  const search = async (): Promise<void> => {
    await page.click(elder ? '.elder-action.find' : '.hero.find')
    await page.waitForSelector('.key.entry')
  }
  const open = async (words: string): Promise<void> => {
    await search()
    await page.fill('.field input', words)
    await page.click('.row >> nth=0')
    await page.waitForSelector('.facts')
  }
  /** Large letters have four ways on: what lies elsewhere is reached without them, and then looked at in them. */
  const lookAt = async (screen: string, go: () => Promise<unknown>): Promise<void> => {
    // A key ends what is read by itself, and with it the keys of reading.
    await page.keyboard.press('Shift')
    if (elder) await dock(own.elderOff)
    await go()
    if (elder) await dock(own.elder)
    await look(screen)
  }
  const waysIn = async (nth: number): Promise<void> => {
    await page.click('.hero.find')
    await entry(write.pinyin)
    await page.click(`.ways-in button >> nth=${nth}`)
  }
  await begin()
  await look('home')
  await search()
  await look('search')
  await entry(write.write)
  await page.waitForSelector('.ink-pad')
  await page.fill('.field input', '营业执')
  await look('writing by hand')
  await entry(write.strokes)
  for (const nth of [1, 4, 0, 0]) await page.click(`.stroke-key >> nth=${nth}`)
  await look('writing by strokes')
  await entry(write.pinyin)
  await look('results')
  await page.fill('.field input', '37')
  await look('a counter that was asked for')
  await page.fill('.field input', '修火箭')
  await look('nothing found')
  await home()
  await page.click(elder ? '.elder-action.take' : '.hero.take')
  await look('queues')
  await home()
  await (elder ? page.click('.elder-action.checkin') : tile(terminal.checkinTile))
  await look('check-in')
  await page.fill('.field input', 'QZ7731WX')
  await page.click('.checkin .main-action')
  await page.waitForSelector('.refusal')
  await look('check-in refused')
  await home()
  await lookAt('progress', () => tile(terminal.progress))
  await home()
  await lookAt('plan', async () => {
    await tile(terminal.planTile)
    await page.click('.places button >> nth=6')
  })
  await home()
  await lookAt('notices', () => tile(terminal.notices))
  await home()
  await lookAt('flows', () => tile(terminal.usefulTile))
  await lookAt('flow', async () => {
    await page.click('.flows .tile >> nth=0')
    await page.waitForSelector('.material')
  })
  await home()
  await lookAt('themes', () => waysIn(0))
  await lookAt('matters', () => page.click('.themes .tile >> nth=1'))
  await home()
  await lookAt('departments', () => waysIn(2))
  if (!elder) {
    await dock(own.more)
    await look('more')
    await page.click('.more-dialog .main-action')
  }
  await lookAt('complain', async () => {
    await dock(own.more)
    await page.click('.to-complain')
  })
  await home()
  await open('除从事剧毒')
  await look('the longest name')
  await home()
  await open('存量房买卖')
  await look('a question about the own case')
  await home()
  await open('提取住房公积金（购买')
  await look('matter')
  await page.click(`.take-bar button:has-text("${terminal.details}")`)
  await look('details')
  await back()
  await lookAt('take-away', () => page.click('.take-bar .carry'))
  await back()
  await lookAt('way', () => page.click('button.small >> nth=0'))
  await back()
  await page.click('.matter .take-bar .main-action')
  const card = page.locator('.card-ways button >> nth=1')
  await page.waitForSelector('.screen.ticket .number, .card-ways')
  if ((await card.count()) > 0) {
    await look('the ID card')
    await card.click()
  }
  await page.waitForSelector('.screen.ticket .number')
  await look('number')
}
