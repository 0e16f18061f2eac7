import type { Page } from 'playwright-core'

export type ModeName = 'elder' | 'low' | 'contrast'
const keys: Record<ModeName, string> = { low: '低位', contrast: '高对比', elder: '长辈版' }

/** Before large letters: their dock has fewer keys. */
export async function turnOn(page: Page, modes: readonly ModeName[]): Promise<void> {
  for (const one of ['low', 'contrast', 'elder'] as const)
    if (modes.includes(one)) await page.click(`.dock button:has-text("${keys[one]}")`)
}

/** Through every screen of the terminal in these modes, from home to a number; `check` sees each. */
export async function terminalTour(
  page: Page,
  modes: readonly ModeName[],
  check: (screen: string) => Promise<void>,
): Promise<void> {
  const elder = modes.includes('elder')
  const home = async (): Promise<void> => {
    if (!elder) {
      await page.click('.dock button:has-text("首页")')
      return turnOn(page, modes)
    }
    while ((await page.locator('.elder-home').count()) === 0) await page.click('.dock button:has-text("返回")')
  }
  const look = async (screen: string): Promise<void> => {
    await page.waitForTimeout(400)
    await check(screen)
  }
  const search = (): Promise<void> => page.click(elder ? '.elder-action.find' : '.hero.find')
  const open = async (words: string): Promise<void> => {
    await search()
    await page.fill('.field input', words)
    await page.click('.row >> nth=0')
    await page.waitForSelector('.facts')
  }
  const back = (): Promise<void> => page.click('.dock button:has-text("返回")')
  await turnOn(page, modes)
  await look('home')
  await search()
  await page.waitForSelector('.key.entry')
  await look('search')
  await page.click('.key.entry:has-text("手写")')
  await page.waitForSelector('.ink-pad')
  await page.fill('.field input', '营业执')
  await look('writing by hand')
  await page.click('.key.entry:has-text("笔画")')
  for (const kind of ['竖', '折', '横', '横']) await page.click(`.stroke-key:has(b:text-is("${kind}"))`)
  await look('writing by strokes')
  await page.click('.key.entry:has-text("拼音")')
  await look('results')
  await page.fill('.field input', '修火箭')
  await look('nothing found')
  await home()
  await page.click(elder ? '.elder-action.take' : '.hero.take')
  await look('queues')
  await home()
  await page.click(elder ? '.elder-action.checkin' : '.four .tile:has-text("预约")')
  await look('check-in')
  await home()
  if (!elder) {
    await page.click('.four .tile:has-text("进度")')
    await look('progress')
    await home()
    await page.click('.four .tile:has-text("导览")')
    await page.click('.places button >> nth=6')
    await look('plan')
    await home()
    await page.click('.four .tile:has-text("公告")')
    await look('notices')
    await home()
    await page.click('.four .tile:has-text("一件事")')
    await look('flows')
    await page.click('.tile:has-text("便利店")')
    await page.waitForSelector('.material')
    await look('flow')
    await home()
    await search()
    await page.click('.ways-in button >> nth=0')
    await look('themes')
    await page.click('.tile >> nth=1')
    await look('matters')
    await home()
    await search()
    await page.click('.ways-in button:has-text("部门")')
    await look('departments')
    await page.click('.dock button:has-text("更多")')
    await look('more')
    await page.click('.more-dialog .main-action')
    await home()
  }
  await open('除从事剧毒')
  await look('the longest name')
  await home()
  await open('提取住房公积金（购买')
  await look('matter')
  await page.click('button:has-text("全部说明")')
  await look('details')
  await back()
  await page.click('.matter .main-action')
  const card = page.locator('.card-ways button >> nth=1')
  await page.waitForSelector('.screen.ticket, .card-ways')
  if ((await card.count()) > 0) await card.click()
  await page.waitForSelector('.screen.ticket .number')
  await look('number')
}
