import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { barParts, barSpan, clockOf, dayBarOf } from '../../kiosk/manage/hall/day-bar.ts'
import { meaningOf } from '../../kiosk/manage/hall/policy-words.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
const here = hallInBrowser({ TINGSHI_HALL: spoiledHall({}) })
const shot = (page: Page, name: string): Promise<unknown> | undefined =>
  process.env.TINGSHI_SHOTS ? page.screenshot({ path: `${process.env.TINGSHI_SHOTS}/${name}.png` }) : undefined
async function bothSizes(page: Page, name: string): Promise<void> {
  await shot(page, `${name}-1920`)
  await page.setViewportSize({ width: 1366, height: 768 })
  await shot(page, `${name}-1366`)
  await page.setViewportSize({ width: 1920, height: 1080 })
}

const parts = {
  hours: { open: '08:30', close: '17:00', lastTicket: '16:40', weekdays: [1] },
  lunch: { from: '12:00', to: '13:30', takes: false },
  queues: [
    { id: 'A' },
    { id: 'B', hours: { open: '09:00', lastTicket: '17:10', lunch: { from: '12:00', to: '12:30', takes: true } } },
  ],
} as never
const told = (queue: number | null): string[] =>
  barParts(dayBarOf(parts, queue === null ? null : ['queues', queue])).map(
    ({ kind, from, to }) => `${kind} ${clockOf(from)}–${clockOf(to)}`,
  )

test('MH1 the day of a hall as a bar: shut, open, lunch, open, shut, without a hole; a queue has what is otherwise for it', () => {
  expect(told(null)).toEqual([
    ...['shut 08:00–08:30', 'open 08:30–12:00', 'lunch 12:00–13:30', 'open 13:30–17:00', 'shut 17:00–18:00'],
  ])
  expect(told(0)).toEqual(told(null))
  expect(told(1)).toEqual([
    ...['shut 08:00–09:00', 'open 09:00–12:00', 'lunch 12:00–12:30', 'open 12:30–17:00', 'shut 17:00–18:00'],
  ])
  expect(dayBarOf(parts, ['queues', 1])).toMatchObject({ lastTicket: 17 * 60 + 10, lunch: { takes: true } })
})

test('MH1 what is no time yet, or a day that ends before it begins, is drawn as shut and never thrown', () => {
  const half = { hours: { open: '8:', close: '17:00', lastTicket: '' } } as never
  expect(barParts(dayBarOf(half, null)).map(({ kind }) => kind)).toEqual(['shut'])
  const turned = { hours: { open: '18:00', close: '09:00', lastTicket: '16:00' } } as never
  expect(barParts(dayBarOf(turned, null)).map(({ kind }) => kind)).toEqual(['shut'])
  expect(barSpan(dayBarOf({} as never, null))).toEqual({ from: 360, to: 1200 })
  const early = { hours: { open: '09:00', close: '12:00' }, lunch: { from: '12:00', to: '13:00' } } as never
  expect(barParts(dayBarOf(early, null)).map(({ kind }) => kind)).toEqual(['shut', 'open', 'shut'])
})

test('MH2 the rules of a queue mean one sentence', () => {
  expect(meaningOf(undefined)).toBe('优先的先叫，其余的按取号先后。')
  expect(meaningOf({ kind: 'interleave', ordinary: 2, priority: 1 })).toBe(
    '都有人等时，叫 1 位优先的，再叫 2 位普通的，轮着来。',
  )
  expect(meaningOf({ kind: 'ageing', headStartMinutes: 20 })).toBe('优先的当作早到 20 分钟，其余的按取号先后。')
})

test('MH1 MH2 a queue’s hours and rules by the form: seen as they are set, saved as one change, taken back', async () => {
  const page = await openPage(here.browser, `${here.hall.url}/manage/?section=hall`, 1920, 1080)
  await page.waitForSelector('.rules')
  await page.locator('[data-key="queues.0.policy"]').scrollIntoViewIfNeeded()
  await bothSizes(page, 'hall-queue')
  await page.click('.rules-kinds button:has-text("轮着叫")')
  await page.click('.rules-step button[aria-label="普通的几位多一点"]')
  await page.waitForSelector('.hall-meaning:has-text("叫 1 位优先的，再叫 2 位普通的")')
  // Hours of its own, beginning with the example; a last number after closing is said at once.
  await page.click('[data-key="queues.0.hours"] .hall-toggle >> nth=0')
  await page.fill('[data-key="queues.0.hours.lastTicket"] input', '17:10')
  await page.waitForSelector('.hours-late >> text=17:10')
  await bothSizes(page, 'hall-queue-late')
  await page.fill('[data-key="queues.0.hours.lastTicket"] input', '16:00')
  await page.waitForSelector('.hours-last:not(.hours-late) >> text=16:00')
  await page.click('.hall-bar button:has-text("看修改")')
  await page.waitForSelector('.hall-history:has-text("还没保存")')
  await shot(page, 'hall-changes')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.hall-bar button:has-text("保存并生效"):not([aria-disabled=true])')
  await page.keyboard.press('Control+s')
  await page.waitForSelector('.hall-bar b:has-text("还没有改")')
  await page.reload()
  await page.waitForSelector('.rules-kinds [aria-pressed="true"]:has-text("轮着叫")')
  await page.click('.hall-bar button:has-text("看修改")')
  await page.click('.hall-history button:has-text("撤回")')
  await page.keyboard.press('Escape')
  await page.waitForSelector('.rules-kinds [aria-pressed="true"]:has-text("都先叫")')
  await page.click('.hall-branch:has-text("开放时间")')
  await page.waitForSelector('.hours-bar')
  await bothSizes(page, 'hall-hours')
  await page.context().close()
})
