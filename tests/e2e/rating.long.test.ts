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

test('VR7 the phone asks once after the visit, and shows what was given', async () => {
  const { token, ticketId } = await visited('15')
  const phone = await openPage(here.browser, `${here.hall.url}/t/${token}`, 390, 844)
  await phone.waitForSelector('.rate-grades')
  await picture(phone, 'phone-rate')
  await phone.click('.rate-grades button >> nth=4')
  await phone.waitForSelector('.why')
  await phone.click('text=等太久')
  await phone.fill('.why textarea', '等了一个小时才叫到。')
  await picture(phone, 'phone-rate-low')
  await phone.click('.why .main')
  await phone.waitForSelector('.rate-code b')
  await picture(phone, 'phone-rate-code')
  expect(await gradesGiven()).toContainEqual([ticketId, 1])
  // On another look only what was given.
  await phone.reload()
  await phone.waitForSelector('.rate-given')
  expect(await phone.$('.rate-grades, .why')).toBeNull()
  await phone.close()
}, 120_000)

test('VG5 a complaint by phone: told, followed by its code, asked after, added to, answered', async () => {
  const phone = await openPage(here.browser, `${here.hall.url}/complain`, 390, 844)
  await phone.waitForSelector('.complain-kinds')
  await phone.click('text=跑了几趟还没办成')
  await phone.fill('.complain-counter input', '999')
  await phone.click('text=说法前后不一样')
  await phone.fill('.why textarea', '营业执照变更，3月13日说不用章程，16日又要，跑了两趟，说法不一样。')
  await picture(phone, 'complain-file')
  await phone.click('.why .main')
  await phone.waitForSelector('text=没有这个窗口')
  await phone.fill('.complain-counter input', '12')
  await phone.click('.why .main')
  await phone.waitForSelector('.complain-code b')
  const code = ((await phone.textContent('.complain-code b')) ?? '').replace(' ', '')
  const supervisor = await signIn(here.hall.url, 'supervisor')
  const { items } = (await supervisor.get<{ items: { type: string; grievanceId?: string }[] }>('/events?limit=5000'))
    .body
  const id = items.findLast(({ type }) => type === 'grievance-filed')?.grievanceId
  await supervisor.post(`/grievances/${id}/assign`, { departmentId: 'scjg' })
  await supervisor.post(`/grievances/${id}/contact`, { how: 'looked-into', words: '' })
  const again = await openPage(here.browser, `${here.hall.url}/complain#${code}`, 390, 844)
  await again.waitForSelector('text=有人接了')
  expect(new URL(again.url()).hash).toBe('')
  await picture(again, 'complain-case')
  await again.click('text=催一下')
  await again.waitForSelector('text=今天催过了')
  await again.click('text=补充说明')
  await again.fill('textarea', '章程的样本能不能给一份。')
  await picture(again, 'complain-add')
  await again.click('button:has-text("交了")')
  await again.waitForSelector('text=您补充了说明')
  await supervisor.post(`/grievances/${id}/answer`, {
    outcome: 'mended',
    words: '您好，章程只在变更经营范围时才要。清单已经改好，以后一次说清。给您添麻烦了。',
  })
  const typed = await openPage(here.browser, `${here.hall.url}/complain`, 390, 844)
  await typed.click('text=已经有查询码')
  await typed.fill('.complain-find input', `${code.slice(0, 4)} ${code.slice(4)}`)
  await typed.click('.complain-find .main')
  await typed.waitForSelector('.complain-answer')
  expect(await typed.textContent('.complain-words')).toContain('已经删掉')
  await picture(typed, 'complain-answered')
  for (const page of [phone, again, typed]) await page.close()
}, 120_000)

test('VG9 a supervisor’s section: sums, what is over its limit first, texts and telephone one by one', async () => {
  const supervisor = await signIn(here.hall.url, 'supervisor')
  for (const stars of [5, 5, 4, 3, 2]) {
    const { ticketId } = await visited('16')
    const tablet = await signIn(here.hall.url, 'rating', '16')
    await tablet.post('/ratings/16', { ticketId, stars })
  }
  const telling = { kind: 'complaint', reasons: ['unkind', 'money'], telephone: '000-5550-1234', counterId: '12' }
  const words = '复印要收两块钱，说是规定，问是哪条规定又说不清楚，态度也不好。'
  await fetch(`${here.hall.url}/api/v1/grievances`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...telling, words }),
  })
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    const page = await openPage(here.browser, `${here.hall.url}/manage/?section=ratings`, width, height)
    await page.waitForSelector('.grievance-row')
    await picture(page, `manage-ratings-${width}`)
    await page.click('.grievance-row:has-text("投诉")')
    await page.waitForSelector(`text=${words}`)
    if (width === 1366) {
      expect(await page.textContent('.grievance')).not.toContain('000-5550-1234')
      await page.click('text=看电话')
    } else {
      await page.fill('.grievance-answer textarea', '查过了，复印免费。收的两块钱已经退回，当事人批评了。')
      await picture(page, 'manage-ratings-detail')
      await page.click('text=答复并办结')
      await page.waitForSelector('text=已经删掉')
      await picture(page, 'manage-ratings-closed')
      await page.close()
      continue
    }
    await page.waitForSelector('text=000-5550-1234')
    await picture(page, `manage-ratings-detail-${width}`)
    await page.close()
  }
  const { items } = (await supervisor.get<{ items: { type: string }[] }>('/events?limit=5000')).body
  expect(items.filter(({ type }) => type === 'contact-read').length).toBe(1)
  const counter = await openPage(here.browser, `${here.hall.url}/counter/?counter=16`, 1366, 768)
  await counter.waitForSelector('.grades-line')
  expect(await counter.textContent('.grades-line')).toContain('5 个')
  await picture(counter, 'counter-grades')
  await counter.close()
}, 120_000)
