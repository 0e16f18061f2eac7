import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser()
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures !== null) await page.screenshot({ path: `${pictures}/${name}.png` })
}

/** One visitor whose errand at the counter is done: the number’s own code and id. */
async function visited(counterId: string): Promise<{ token: string; ticketId: string; number: string }> {
  const [clerk, guide] = [await signIn(here.hall.url, 'clerk', counterId), await signIn(here.hall.url, 'guide')]
  await clerk.post(`/counters/${counterId}/open`)
  const queueId = (await guide.get<{ items: { id: string }[] }>('/queues')).body.items[0]?.id
  const taken = await guide.post<{ token: string; ticketId: string; number: string }>('/tickets', {
    queueId,
    printer: 'none',
  })
  await clerk.post(`/counters/${counterId}/call`, { ticketId: taken.body.ticketId })
  await clerk.post(`/counters/${counterId}/serve`)
  expect((await clerk.post(`/counters/${counterId}/finish`)).status).toBe(200)
  return taken.body
}
const gradesGiven = async (): Promise<unknown[]> => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const { items } = (
    await supervisor.get<{ items: { type: string; stars?: number; ticketId?: string }[] }>('/events?limit=5000')
  ).body
  return items.filter(({ type }) => type === 'visit-rated').map(({ ticketId, stars }) => [ticketId, stars])
}

test('VR5 the tablet asks after a visit, all grades alike; untouched it is at home again and nothing is kept', async () => {
  const tablet = await openPage(here.browser, `${here.hall.url}/rating/?counter=12`, 1280, 800)
  await tablet.waitForSelector('.tablet-home')
  await picture(tablet, 'rating-home')
  const { ticketId } = await visited('12')
  await tablet.waitForSelector('.tablet-grade')
  await picture(tablet, 'rating-tablet')
  const looks = await tablet.$$eval('.tablet-grade', (grades) =>
    grades.map((one) => {
      const { width, height, color, backgroundColor, borderColor, borderWidth } = getComputedStyle(one)
      return [width, height, color, backgroundColor, borderColor, borderWidth, one.ariaPressed].join()
    }),
  )
  expect([looks.length, new Set(looks).size]).toEqual([5, 1])
  // Twenty seconds of the tablet's own time.
  await tablet.waitForSelector('.tablet-late', { timeout: 30_000 })
  await picture(tablet, 'rating-home-late')
  expect(await gradesGiven()).toEqual([])
  // Still welcome for a while, when the visitor turns back.
  await tablet.click('.tablet-late')
  await tablet.click('.tablet-grade >> nth=1')
  await tablet.waitForSelector('.tablet-undo')
  await picture(tablet, 'rating-tablet-thanks')
  await tablet.click('.tablet-undo button')
  await tablet.click('.tablet-grade >> nth=0')
  await tablet.waitForSelector('text=非常满意')
  await expect.poll(gradesGiven).toEqual([
    [ticketId, 4],
    [ticketId, 5],
  ])
  await tablet.waitForSelector('.tablet-home', { timeout: 15_000 })
  await tablet.close()
}, 120_000)

test('VR5 a low grade asks why, and its code leads to the case', async () => {
  const tablet = await openPage(here.browser, `${here.hall.url}/rating/?counter=13`, 1280, 800)
  await tablet.waitForSelector('.tablet-home')
  await visited('13')
  await tablet.click('.tablet-grade >> nth=3')
  await tablet.click('text=材料没一次说清')
  await picture(tablet, 'rating-tablet-low')
  await tablet.click('text=别的，写一句')
  await tablet.fill('textarea', '第一次说不用章程，第二次又说要用，跑了两趟才办成。')
  await picture(tablet, 'rating-words')
  await tablet.click('text=写好了')
  await tablet.click('text=留电话')
  for (const key of '00055501234') await tablet.click(`.tablet-keys button:has-text("${key}")`)
  await picture(tablet, 'rating-telephone')
  await tablet.click('text=写好了')
  await picture(tablet, 'rating-tablet-low-told')
  await tablet.click('text=Language')
  await picture(tablet, 'rating-tablet-low-en')
  await tablet.click('text=中文')
  await tablet.click('text=交了')
  await tablet.waitForSelector('.tablet-code b')
  await picture(tablet, 'rating-followed')
  const code = ((await tablet.textContent('.tablet-code b')) ?? '').replace(' ', '')
  const found = await fetch(`${here.hall.url}/api/v1/grievances/find`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  expect(await found.json()).toMatchObject({ kind: 'low-rating', reasons: ['papers-not-told'], hasContact: true })
  await tablet.close()
}, 120_000)

test('VR6 a grade that is pressed while the gateway is away is thanked for and arrives once, when it is back', async () => {
  const tablet = await openPage(here.browser, `${here.hall.url}/rating/?counter=14`, 1280, 800)
  await tablet.waitForSelector('.tablet-home')
  const { ticketId } = await visited('14')
  await tablet.waitForSelector('.tablet-grade')
  here.hall.freeze()
  await tablet.click('.tablet-grade >> nth=0')
  await tablet.waitForSelector('.tablet-undo')
  await new Promise((done) => setTimeout(done, 12_000))
  here.hall.goOn()
  await expect.poll(gradesGiven, { timeout: 30_000 }).toContainEqual([ticketId, 5])
  expect((await gradesGiven()).filter((one) => JSON.stringify(one).includes(ticketId))).toHaveLength(1)
  await tablet.close()
}, 120_000)
