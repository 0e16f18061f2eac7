import { expect, test, vi } from 'vitest'
import { phraseOf } from '../../gateway/contract/voice/phrase.ts'
import { signIn } from '../support/api-client.ts'
import { listen, openPage } from '../support/browser.ts'
import { readQr } from '../support/read-qr.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

const here = hallInBrowser()
const paper = async (): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${here.hall.url}/demo/paper/PR1.png`)).arrayBuffer())

test('K7 find 营业执照 by yyzz, take the number, read the paper, call it, see and hear it, finish it', async () => {
  const [terminal, wall, counter] = await Promise.all([
    openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, 1080, 1920),
    openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080),
    openPage(here.browser, `${here.hall.url}/counter/?counter=1`, 1366, 768),
  ])
  let catalogues = 0
  terminal.on('request', (request) => {
    if (request.url().endsWith('/api/v1/catalogue')) catalogues += 1
  })
  const heard = await listen(wall)
  await wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')

  await terminal.click('.hero.find')
  for (const letter of 'YYZZ') await terminal.click(`.key:text-is("${letter}")`)
  expect(await terminal.textContent('.row >> nth=0')).toContain('营业执照')
  await terminal.click('.row >> nth=0')
  await terminal.click('.matter .main-action')
  const number = (await terminal.textContent('.plate .number')) ?? ''
  expect(number).toBe('B001')
  await terminal.waitForSelector('text=请取走号票')

  const address = (await readQr(await paper())) ?? ''
  expect(address).toMatch(new RegExp(`^${here.hall.url}/t/[A-Za-z0-9_-]{22}$`))
  const phone = await openPage(here.browser, address, 390, 844)
  await phone.waitForSelector(`text=${number}`)

  await counter.keyboard.press('Space')
  await counter.waitForSelector('text=叫下一位')
  // The page takes two presses in one breath for one.
  await counter.waitForTimeout(400)
  await counter.keyboard.press('Space')
  await wall.waitForSelector(`.call.red:has-text("${number}")`, { timeout: 1_000 })
  await phone.waitForSelector('.number.called .goal:text-is("1")')

  const phrase = phraseOf({ number, counterId: '1' })
  await expect.poll(async () => (await heard()).length, { timeout: 15_000 }).toBe(phrase.length)
  expect((await heard()).map(({ clip }) => clip)).toEqual(phrase)

  await counter.waitForSelector('text=来了，开始办理')
  await counter.waitForTimeout(400)
  await counter.keyboard.press('Space')
  await counter.waitForSelector('text=正在办理')
  await counter.click('button:has-text("办结") >> nth=0')
  // A visit of a few seconds is asked for first; on a slow machine it has lasted longer, and nobody asks.
  const asked = counter.waitForSelector('text=是不是按快了').then(() => counter.keyboard.press('1'))
  await Promise.race([asked.catch(() => {}), phone.waitForSelector('text=已经办完')])
  await phone.waitForSelector('text=已经办完')
  // What a visitor looks at is no reason to read the whole catalogue again.
  // It is read behind the first screen, and once more to be kept for a day without the gateway.
  expect(catalogues).toBeLessThanOrEqual(2)
})

test('K8 no paper: the number stands, the desk sees it, and the slip is printed once when the paper is back', async () => {
  const fault = (name: string | null): Promise<Response> =>
    fetch(`${here.hall.url}/demo/printer/PR1`, { method: 'POST', body: JSON.stringify({ fault: name }) })
  const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K2`, 1080, 1920)
  // The paper ends with this very slip: a terminal that knows it already orders none (K18).
  for (let tries = 0; ; tries += 1) {
    await terminal.click('.chips button >> nth=0')
    await terminal.waitForSelector('.matter .main-action')
    await fault('paper-out')
    await terminal.click('.matter .main-action')
    await terminal.waitForSelector('text=/这台机器没有打印纸了|本机暂停打印，不出号票/')
    if ((await terminal.locator('.paperless').count()) === 0 || tries === 5) break
    await fault(null)
    await terminal.click('.last .main-action')
    await terminal.waitForSelector('.bar:not(:has(.paused))')
  }
  await terminal.waitForSelector('text=这台机器没有打印纸了')
  const number = (await terminal.textContent('.plate .number')) ?? ''
  await terminal.waitForSelector('text=三个办法，选一个就行')
  const guide = await openPage(here.browser, `${here.hall.url}/guide/`, 1920, 1080)
  await guide.waitForSelector('text=缺纸')
  await guide.waitForSelector(`text=${number}`)
  const before = await (await fetch(`${here.hall.url}/api/v1/health`)).json()
  expect(before.devices.find(({ id }: { id: string }) => id === 'PR1').state).toBe('fault')

  await fault(null)
  await terminal.waitForSelector('text=请取走号票', { timeout: 15_000 })
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const { body } = await supervisor.get<{ items: { type: string; ticketId?: string }[] }>('/events?after=0&limit=5000')
  const slips = body.items.filter(({ type }) => type.startsWith('slip-'))
  const last = slips.at(-1)?.ticketId
  expect(slips.filter(({ ticketId }) => ticketId === last).map(({ type }) => type)).toEqual([
    'slip-queued',
    'slip-failed',
    'slip-printing',
    'slip-printed',
  ])
})

test('DC1 DC4 a burst of calls is spoken in order, and a reload speaks nothing twice', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  for (let nth = 0; nth < 3; nth += 1) await supervisor.post('/tickets', { queueId: 'A' })
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L1`, 1920, 1080)
  await wall.waitForFunction(() => document.documentElement.dataset.sound === 'on')
  await wall.evaluate(() => sessionStorage.clear())
  const heard = await listen(wall)
  const numbers: string[] = []
  for (const id of ['8', '9', '10']) {
    await supervisor.post(`/counters/${id}/open`)
    const { body } = await supervisor.post<{ ticket: { number: string } }>(`/counters/${id}/next`)
    numbers.push(body.ticket.number)
  }
  const phrases = numbers.map((number, nth) => phraseOf({ number, counterId: ['8', '9', '10'][nth] ?? '' }).join(' '))
  const places = async (): Promise<number[]> => {
    const spoken = (await heard()).map(({ clip }) => clip).join(' ')
    return phrases.map((phrase) => spoken.indexOf(phrase))
  }
  await expect.poll(async () => (await places()).at(-1), { timeout: 90_000 }).toBeGreaterThanOrEqual(0)
  const at = await places()
  expect(at.every((place) => place >= 0)).toBe(true)
  expect(at.toSorted((one, other) => one - other)).toEqual(at)
  await wall.reload()
  await wall.waitForSelector('.call')
  const again = await listen(wall)
  await new Promise((done) => setTimeout(done, 2_000))
  expect(await again()).toEqual([])
})

test('DC6 a screen whose sound is refused goes on silently, and staff are told', async () => {
  // The walls of the stories before do sound, and the board tells of each screen once.
  for (const other of here.browser.contexts()) await other.close()
  const context = await here.browser.newContext({ viewport: { width: 1920, height: 1080 } })
  // Headless browsers never refuse, so the refusal is played at the browser's own door.
  await context.addInitScript(() => {
    Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' })
    AudioContext.prototype.resume = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  const wall = await context.newPage()
  await wall.goto(`${here.hall.url}/display/?screen=L1`)
  await wall.waitForSelector('.zone.clock')
  await wall.waitForFunction(() => document.documentElement.dataset.sound === 'refused')
  await expect
    .poll(
      async () =>
        (await (await fetch(`${here.hall.url}/api/v1/health`)).json()).devices.find(
          ({ id }: { id: string }) => id === 'L1',
        ).state,
    )
    .toBe('warning')
  expect(await wall.textContent('body')).not.toMatch(/声音|sound/i)
})
