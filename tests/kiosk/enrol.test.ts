import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import { openPage } from '../support/browser.ts'
import { said } from '../support/damaged-log.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const here = hallInBrowser({ TINGSHI_DEMO: '0' })
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined

test('PE12 PE13 a terminal shows its code, is let in under manage, opens by itself, and shows a code again once it is revoked', async () => {
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K3`, 1080, 1920)
  await terminal.waitForFunction(() =>
    /^\w{3}.\w{3}$/.test(document.querySelector('.enrol-code output')?.textContent ?? ''),
  )
  const code = (await terminal.locator('.enrol-code output').innerText()).replace('–', '')
  await shot(terminal, 'enrol')
  const { words: token } = await said(() =>
    tokenCommand(['add', '主管台', '--roles', 'supervisor'], { dataDir: here.hall.dataDir }),
  )
  const manage = await openPage(here.browser, `${here.hall.url}/manage/?section=devices#token=${token}`, 1366, 768)
  await manage.click('text=登记新设备')
  await manage.locator('.enrol-boxes input').fill('ABCDEF')
  await manage.waitForSelector('text=没有机器在用这个码')
  await manage.locator('.enrol-boxes input').fill(code.toLowerCase())
  await manage.waitForSelector('text=找到了，它正在等')
  await shot(manage, 'enrol-approve')
  await manage.click('text=批准，登记成 K3')
  await manage.waitForSelector('text=K3 登记好了')
  await terminal.waitForSelector('.hero.take')
  await manage.click('text=登记新设备')
  await manage.waitForSelector('.enrol-list >> text=终端 K3')
  await shot(manage, 'enrol-list')
  await manage.click('.enrol-list >> text=收回')
  await manage.click('text=确定收回')
  await terminal.waitForSelector('.enrol-code')
  const wide = await openPage(here.browser, `${here.hall.url}/enrol/?kind=screen&place=L1`, 1920, 1080)
  await wide.waitForFunction(() =>
    /^\w{3}.\w{3}$/.test(document.querySelector('.enrol-code output')?.textContent ?? ''),
  )
  await shot(wide, 'enrol-wide')
  expect(await wide.locator('h1').innerText()).toBe('这块屏还没登记')
  for (const page of [terminal, manage, wide]) await page.context().close()
})

test('PE17 a screen, a strip and a terminal that the hall does not have say so in words', async () => {
  const { words: token } = await said(() =>
    tokenCommand(['add', 'K99', '--roles', 'terminal'], { dataDir: here.hall.dataDir }),
  )
  for (const [path, words] of [
    ['/display/?screen=L99', '没有这块屏。'],
    ['/strip/?counter=999', '没有这个窗口。'],
    [`/kiosk/?terminal=K99#token=${token}`, '没有这台终端。'],
  ] as const) {
    const page = await openPage(here.browser, `${here.hall.url}${path}`, 1366, 768)
    await page.waitForSelector('.no-place')
    expect(await page.locator('.no-place p').innerText()).toContain(words)
    await shot(page, `no-place${path.replace(/\W.*/, '')}`)
    await page.context().close()
  }
})
