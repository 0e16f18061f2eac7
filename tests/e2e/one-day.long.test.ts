import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import { openPage } from '../support/browser.ts'
import { said } from '../support/damaged-log.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { TEST_COST } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const OWN = 'a good long one'
/** Open round the clock and on every day: the story has no hour of its own. */
const openHall = spoiledHall({
  'hall.yaml': [
    ['open: "09:00"', 'open: "00:00"'],
    ['close: "17:00"', 'close: "23:59"'],
    ['lastTicket: "16:40"', 'lastTicket: "23:59"'],
    [/dayClose:.*/, 'dayClose: { at: "23:59" }'],
    ['weekdays: [1, 2, 3, 4, 5]', 'weekdays: [1, 2, 3, 4, 5, 6, 7]'],
  ],
})
const here = hallInBrowser({ TINGSHI_DEMO: '0', TINGSHI_HALL: openHall })
const staff = (...args: string[]) =>
  said(() => staffCommand(args, { dataDir: here.hall.dataDir, passwordCost: TEST_COST }))
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined

async function fill(page: Page, ...values: string[]): Promise<void> {
  const inputs = page.locator('.sign-card input')
  for (const [nth, value] of values.entries()) await inputs.nth(nth).fill(value)
  await page.click('.sign-submit')
}
/** On a browser of their own: the password that was given out, an own one, a phone where the hall asks for one. */
async function signedIn(path: string, number: string, given: string, there: string, width = 1366): Promise<Page> {
  const page = await openPage(here.browser, `${here.hall.url}${path}`, width, width === 1366 ? 768 : 1080)
  await page.waitForSelector('.sign-card')
  await fill(page, number, given)
  await page.waitForSelector('text=换成您自己的密码')
  await fill(page, OWN, OWN)
  await page.waitForSelector(`${there}, .sign-qr svg`)
  if ((await page.locator('.sign-qr').count()) > 0) {
    const secret = (await page.locator('.sign-secret').innerText()).replaceAll(' ', '')
    await fill(page, new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate())
  }
  await page.waitForSelector(there)
  return page
}
/** What a page of this browser gets when it asks by itself, with the page's word and without. */
const asks = (page: Page, method: 'GET' | 'POST', path: string): Promise<number> =>
  page.evaluate(
    async ([how, where]) => {
      const session = (await (await fetch('/api/v1/session')).json()) as { word: string | null }
      const headers = { 'content-type': 'application/json', 'x-tingshi-page': session.word ?? '' }
      const body = how === 'POST' ? '{}' : null
      return (await fetch(`/api/v1${where}`, { method: how ?? 'GET', headers, body })).status
    },
    [method, path],
  )
const space = async (page: Page, next: string): Promise<void> => {
  await page.waitForTimeout(500)
  await page.keyboard.press('Space')
  await page.waitForSelector(next)
}

test('DY1 DY2 CG1 CG3 one day, each as themselves', async () => {
  // The admin: the code of the console, an own password, a phone; then whom the hall has, and the terminal.
  const first = /一次性密码 (\S+) /.exec(here.hall.said())?.[1] ?? ''
  const admin = await signedIn('/manage/?section=staff', '0001', first, '.manage-tabs', 1920)
  await admin.waitForSelector('.staff-row >> text=0001')
  await admin.keyboard.press('n')
  await admin.locator('.staff-three input').nth(0).fill('萨仁高娃')
  await admin.locator('.staff-three input').nth(1).fill('0327')
  await admin.fill('.staff-add input', '1、2')
  await admin.click('.staff-add button')
  await admin.click('text=加上，给临时密码')
  const forClerk = await admin.locator('.staff-code').innerText()
  await admin.click('text=告诉了')
  const add = async (...args: string[]): Promise<string> => (await staff('add', ...args)).words
  const forOther = await add('0334', '陈小明', '--roles', 'clerk', '--counters', '3')
  const forGuide = await add('0341', '苏和', '--roles', 'guide')
  const forSupervisor = await add('0301', '赵敏', '--roles', 'supervisor')
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920)
  await terminal.waitForFunction(() =>
    /^\w{3}.\w{3}$/.test(document.querySelector('.enrol-code output')?.textContent ?? ''),
  )
  const code = (await terminal.locator('.enrol-code output').innerText()).replace(/\W/g, '')
  await admin.goto(`${here.hall.url}/manage/?section=devices`)
  await admin.click('text=登记新设备')
  await admin.locator('.enrol-boxes input').fill(code)
  await admin.click('text=批准，登记成 K1')
  await terminal.waitForSelector('.hero.take')

  // Everybody comes to work, each with their own name in the bar, and no further.
  const guide = await signedIn('/guide/', '0341', forGuide, '.guide-main', 1920)
  const clerk = await signedIn('/counter/?counter=1', '0327', forClerk, '.counter-main')
  const other = await signedIn('/counter/?counter=3', '0334', forOther, '.counter-main')
  const supervisor = await signedIn('/manage/', '0301', forSupervisor, '.manage-tabs', 1920)
  for (const [page, name] of [
    [guide, '工号 0341 苏和'],
    [clerk, '工号 0327 萨仁高娃'],
    [other, '工号 0334 陈小明'],
  ] as const)
    expect(await page.locator('.own-name').innerText()).toBe(name)
  for (const [page, path] of [
    [clerk, '/staff'],
    [clerk, '/audit'],
    [clerk, '/asked'],
    [guide, '/staff'],
    [guide, '/audit'],
  ] as const)
    expect([path, await asks(page, 'GET', path)]).toEqual([path, 403])
  expect(await asks(clerk, 'POST', '/counters/3/open')).toBe(403)
  expect(await asks(other, 'POST', '/counters/1/open')).toBe(403)
  expect(await asks(guide, 'POST', '/counters/1/open')).toBe(403)
  expect(await asks(supervisor, 'POST', '/staff/0001/reset')).toBe(403)
  expect(await asks(admin, 'POST', '/counters/1/open')).toBe(200)
  expect(await asks(admin, 'POST', '/counters/1/close')).toBe(200)

  // A citizen takes a number at the terminal, and sees it on the phone; the guide takes one for somebody else.
  await terminal.click('.hero.find')
  for (const letter of 'YYZZ') await terminal.click(`.key:text-is("${letter}")`)
  await terminal.click('.row >> nth=0')
  await terminal.click('.matter .main-action')
  await terminal.waitForSelector('.plate .number:has-text("B001")')
  await guide.keyboard.press('t')
  await guide.waitForSelector('dialog[open] input')
  await guide.keyboard.type('yyzz')
  await guide.waitForTimeout(500)
  await guide.keyboard.press('Enter')
  await guide.waitForSelector('.take-name')
  await guide.keyboard.press('Enter')
  await guide.waitForSelector('.taken-number:has-text("B002")')
  await guide.keyboard.press('Enter')
  const phone = await openPage(here.browser, here.hall.url, 390, 844)
  for (const path of ['/tickets/any', '/staff', '/events', '/asked', '/devices'])
    expect([path, await asks(phone, 'GET', path)]).toEqual([path, 401])
  await phone.goto(`${here.hall.url}/guide/`)
  await phone.waitForSelector('.sign-card')

  // The first clerk calls, writes a word and sends the number to a colleague by name; the colleague reads it.
  await space(clerk, '.plate-next')
  await space(clerk, '.plate-called:has-text("B001")')
  await space(clerk, '.plate-serving')
  await space(other, '.plate-next')
  await clerk.keyboard.press('F6')
  await clerk.waitForSelector('.choice')
  await clerk.keyboard.type('0334')
  await clerk.waitForSelector('.choice:has-text("陈* · 3 号窗口")')
  await shot(clerk, 'transfer-to-person')
  await clerk.keyboard.press('Enter')
  await clerk.waitForSelector('.own-words')
  await clerk.keyboard.type('还差复印件')
  await clerk.keyboard.press('Enter')
  await clerk.waitForSelector('.undo-toast:has-text("转走了 B001")')
  await space(other, '.plate-called:has-text("B001")')
  await other.waitForSelector('.notes:has-text("还差复印件")')
  await space(other, '.plate-serving')
  await shot(other, 'counter-own-name')

  // At a second counter after the first: her colleague's number comes along.
  await other.keyboard.press('F6')
  await other.waitForSelector('.choice')
  await other.keyboard.type('0327')
  await other.waitForSelector('.choice:has-text("萨* · 1 号窗口")')
  await other.keyboard.press('Enter')
  await other.waitForSelector('.own-words')
  await other.keyboard.press('Enter')
  await other.waitForSelector('.undo-toast:has-text("转走了 B001")')
  await clerk.keyboard.press('F10')
  await clerk.waitForSelector('text=窗口还没打开')
  await clerk.goto(`${here.hall.url}/counter/?counter=2`)
  await clerk.waitForSelector('.counter-main')
  await space(clerk, '.plate-next')
  await space(clerk, '.plate-called:has-text("B001")')
  await clerk.goto(`${here.hall.url}/counter/?counter=3`)
  await clerk.waitForSelector('text=您不能打开这一页')

  // The guide notes a question that she has to find out; the supervisor sees it, and answers.
  await guide.keyboard.press('q')
  await guide.waitForSelector('.consult-form')
  await guide.keyboard.type('集体户口怎么迁')
  await guide.click('text=还没答复，我去问')
  await guide.waitForSelector('.consult-list:has-text("集体户口怎么迁")')
  await guide.keyboard.press('Escape')
  await supervisor.goto(`${here.hall.url}/manage/?section=asked`)
  await supervisor.waitForSelector('.consult-list:has-text("首问 苏*（0341）")')
  await supervisor.click('.consult-list >> text=答复了')
  await supervisor.waitForSelector('text=问过的都答复了')
  await guide.waitForSelector('.desk-work:not(:has(.desk-work-line))')

  // Who did what stands in the record, by number and masked name, in sentences.
  await supervisor.goto(`${here.hall.url}/manage/?section=audit`)
  const sentences = (await supervisor.evaluate(async () => {
    const { rows } = (await (await fetch(`/api/v1/audit?q=${encodeURIComponent('今天')}`)).json()) as {
      rows: { sentence: string }[]
    }
    return rows.map(({ sentence }) => sentence.replace(/[‹›]/g, ''))
  })) as string[]
  for (const wanted of [
    '管* 加了人员 萨*（0327），岗位 窗口办理，1、2 号窗口',
    '管* 登记 终端 K1',
    '萨* 在 1 号窗口叫 B001',
    '萨* 在 1 号窗口把 B001 转到 陈*（0334），在 3 号窗口',
    '陈* 在 3 号窗口把 B001 转到 萨*（0327），在 1 号窗口',
    '萨* 转给他的 B001 跟着到 2 号窗口',
    '萨* 在 2 号窗口叫 B001',
    '苏* 记了一件咨询 集体户口怎么迁，还没答复',
    '赵* 答复了一件咨询',
  ])
    expect(sentences).toContain(wanted)

  // Signed out everywhere by the admin, reset by the command line, and the terminal sent away: each is off its page at once.
  const since = Date.now()
  expect(await asks(admin, 'POST', '/staff/0334/sign-out')).toBe(200)
  await other.waitForSelector('text=您已经退出了')
  const person = Date.now() - since
  await staff('reset', '0327')
  await clerk.goto(`${here.hall.url}/counter/?counter=2`)
  await clerk.waitForSelector('.sign-card')
  const row = (await admin.evaluate(async () => {
    const list = (await (await fetch('/api/v1/enrol/devices')).json()) as { items: { id: string; place: string }[] }
    return list.items.find(({ place }) => place === 'K1')?.id ?? ''
  })) as string
  const sent = Date.now()
  expect(await asks(admin, 'POST', `/enrol/devices/${row}/revoke`)).toBe(204)
  await terminal.waitForSelector('.enrol-code')
  const machine = Date.now() - sent
  console.log(`off the page: a person after ${person} ms, a terminal after ${machine} ms`)
  for (const page of [admin, guide, clerk, other, supervisor, terminal, phone]) await page.context().close()
})
