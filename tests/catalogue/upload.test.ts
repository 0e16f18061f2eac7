import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportPlanView } from '../../gateway/contract/catalogue-imports.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'

/** The catalogue is read aloud by a thread of its own; who asks more often than this is a stranger in too much of a hurry. */
const WITHIN = { timeout: 20_000, interval: 500 }
let supervisor: ApiClient
const here = hallInBrowser({}, async (gateway) => {
  supervisor = await signIn(gateway.url, 'supervisor')
})

const look = (body: string | Uint8Array<ArrayBuffer>, token = supervisor.token): Promise<Response> =>
  fetch(`${here.hall.url}/api/v1/catalogue/plans?source=${encodeURIComponent('市局')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  })
const sheet = (...lines: string[]): string => ['实施编码,事项名称,部门', ...lines].join('\n')
/** How many matters are called so; a search also finds what is meant like it. */
const found = async (name: string): Promise<number> => {
  const answer = await fetch(`${here.hall.url}/api/v1/matters?q=${encodeURIComponent(name)}`)
  const { items } = (await answer.json()) as { items: { name: string }[] }
  return items.filter((item) => item.name === name).length
}

test('E11 a file that was sent is looked at first; only what is agreed to comes in, and it can be taken back', async () => {
  const answer = await look(sheet('UP-1,滑雪场备案,公安局', 'UP-2,温泉开放备案,公安局', 'UP-3,,公安局'))
  expect(answer.status).toBe(201)
  const plan = (await answer.json()) as ImportPlanView
  expect(plan).toMatchObject({
    source: '市局',
    rows: 2,
    added: { total: 2 },
    rejected: [{ reason: '没有事项名称', total: 1, rows: [4] }],
  })
  expect(await found('滑雪场备案')).toBe(0)
  expect((await supervisor.post(`/catalogue/plans/${plan.planId}/carry-out`, {})).status).toBe(201)
  await expect.poll(() => found('滑雪场备案'), WITHIN).toBe(1)

  const less = (await (await look(sheet('UP-1,滑雪场备案,公安局'))).json()) as ImportPlanView
  expect(less).toMatchObject({ unchanged: 1, removed: { total: 1, first: ['温泉开放备案'] } })
  expect(await supervisor.post(`/catalogue/plans/${less.planId}/carry-out`, {})).toMatchObject({
    status: 409,
    body: { error: { code: 'already-so' } },
  })
  expect((await supervisor.post(`/catalogue/plans/${less.planId}/carry-out`, { removals: true })).status).toBe(201)
  await expect.poll(() => found('温泉开放备案'), WITHIN).toBe(0)
  await supervisor.post('/catalogue/undo')
  await expect.poll(() => found('温泉开放备案'), WITHIN).toBe(1)
})

test('E11 what is no table, too large, forgotten, or sent by others is refused in words', async () => {
  const words = async (answer: Response): Promise<string> =>
    ((await answer.json()) as { error: { message: string } }).error.message
  const none = await look('just some text')
  expect([none.status, await words(none)]).toEqual([422, expect.stringContaining('表头缺少')])
  expect(await (await look(new Uint8Array(51 * 1024 * 1024))).status).toBe(413)
  expect(await supervisor.post('/catalogue/plans/gone/carry-out', {})).toMatchObject({
    status: 404,
    body: { error: { message: '这个文件上传太久了，请重新上传。' } },
  })
  expect((await look(sheet(), (await signIn(here.hall.url, 'guide')).token)).status).toBe(403)
  // Names of sources become file names.
  const away = await fetch(`${here.hall.url}/api/v1/catalogue/plans?source=..%2Fsneak`, {
    method: 'POST',
    headers: { authorization: `Bearer ${supervisor.token}` },
    body: sheet('UP-9,事项,公安局'),
  })
  expect([away.status, await words(away)]).toEqual([422, expect.stringContaining('来源名称')])
})

test('E11 numbers are called while a large file is read', async () => {
  const rows = Array.from({ length: 20_000 }, (_, nth) => `BIG-${nth},事项 ${nth} 的办理,公安局`)
  const reading = look(sheet(...rows))
  const clerk = await signIn(here.hall.url, 'clerk', '45')
  const guide = await signIn(here.hall.url, 'guide')
  let slowest = 0
  let asked = 0
  let over = false
  void reading.then(() => void (over = true))
  while (!over) {
    const from = performance.now()
    expect((await guide.post('/tickets', { queueId: 'E', printer: 'none' })).status).toBe(201)
    slowest = Math.max(slowest, performance.now() - from)
    asked += 1
  }
  expect((await reading).status).toBe(201)
  expect(asked).toBeGreaterThan(3)
  await clerk.post('/counters/45/open')
  // The whole reading takes seconds; a gateway that read by itself would answer nobody before its end.
  expect(slowest).toBeLessThan(1_000)
}, 60_000)

test('E11 I14 I17 a supervisor uploads the real list, says what a department is here, sees what would change, imports and takes it back', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=catalogue`, 1440, 900)
  const name = 'guangan_511602_matters_1135.csv'
  const buffer = readFileSync(resolve(import.meta.dirname, '../fixtures/catalogue', name))
  await page.click('.catalogue-tabs button:nth-child(2)')
  await page.fill('.catalogue-upload input:not([type=file])', '广安区')
  await page.setInputFiles('input[type=file]', { name, mimeType: 'text/csv', buffer })
  await page.waitForSelector('.plan-card')
  const figure = (title: string): Promise<string | null> =>
    page.textContent(`.plan-figures div:has(dt:text-is("${title}")) dd`)
  expect([await figure('新增'), await figure('更新')]).toEqual(['803', '332'])
  expect(await figure('没有收的行')).toBe('0')
  const unknown = (count: number): Promise<unknown> =>
    page.waitForSelector(`summary:has-text("没有对上的部门") .num:text-is("${count}")`)
  await unknown(20)
  await page.selectOption('.plan-departments li:has-text("区林业局") select', { label: '林业和草原局' })
  await unknown(19)
  await page.click('.plan-departments li:has-text("区人社局") .plan-likely button:has-text("人力资源和社会保障局")')
  await unknown(18)
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/plan-departments.png` })
  await page.click('button:has-text("5 个都照建议选")')
  await unknown(13)
  await page.click('.plan-foot .button-main')
  await page.waitForSelector('.toast-done:has-text("已导入：新增 803")')
  await page.waitForSelector('.catalogue-past li:has-text("广安区")')
  await page.click('button:has-text("撤销上一次")')
  await page.click('.dialog button:has-text("撤销"), dialog button:has-text("撤销")')
  await page.waitForSelector('.toast-done:has-text("已撤销")')
  await page.waitForSelector('.catalogue-past li:has-text("广安区")', { state: 'detached' })
}, 120_000)
