import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WhatIfAnswer, WhatIfQuestion } from '../../gateway/contract/what-if.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import { whatIf } from '../../gateway/domain/simulation/what-if.ts'
import { readArrivalProfile } from '../../gateway/hall/read-arrivals.ts'
import { signIn } from '../support/api-client.ts'
import { sentenceWords } from '../../kiosk/manage/what-if/words.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { type Story, given } from '../support/given.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { clockAt } from '../support/shift-clock.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const hallModel = tinyHallModel(false)
const profile = readArrivalProfile()
const nowOf = (story: Story): number => story.events.at(-1)?.at ?? 0

/** Ten o'clock; thirty have come to B, two counters serve it. */
function morning(): Story {
  const story = given(hallModel)
    .when({ type: 'open-counter', counterId: '1' })
    .when({ type: 'open-counter', counterId: '2' })
  for (let one = 0; one < 30; one++) story.when({ type: 'take-ticket', printer: 'none', queueId: 'B' })
  return story.when({ type: 'call-next', counterId: '1' })
}

function ask(story: Story, question: Partial<WhatIfQuestion>): WhatIfAnswer {
  const answer = whatIf(
    hallModel,
    story.state,
    profile,
    { queueId: 'B', counters: 1, from: null, ...question },
    nowOf(story),
  )
  if (!answer) throw new Error('no answer')
  return answer
}

test('W11 more counters shorten, fewer lengthen, and nothing real is touched', () => {
  const story = morning()
  const kept = structuredClone(story.state)
  const more = ask(story, { counters: 1 })
  const fewer = ask(story, { counters: -1 })
  expect(story.state).toEqual(kept)
  expect(more.counters).toEqual(['4'])
  expect([more.before.open, more.after.open, fewer.after.open]).toEqual([2, 3, 1])
  expect(more.waiting).toBe(29)
  expect(more.after.p90).toBeLessThan((more.before.p90 ?? 0) * 0.85)
  expect(more.after.left).toBeLessThan(more.before.left)
  // Counter 2 serves A as well, it stays.
  expect(fewer.counters).toEqual(['1'])
  expect(fewer.after.p50).toBeGreaterThan(fewer.before.p50 ?? 0)
  expect(ask(story, { counters: 1 })).toEqual(more)
})

test('W11 those still expected count, by the usual day too', () => {
  const quiet = ask(morning(), {})
  // By ten about a fifth of a day has come.
  expect(quiet.expected).toBeGreaterThan(60)
  const usual = morning()
  usual.state.line.usualDay.set('B', 40)
  expect(ask(usual, {}).expected).toBeLessThan(quiet.expected * 0.75)
  expect(quiet.before.called + quiet.before.left).toBeGreaterThan(quiet.waiting + quiet.expected / 2)
})

test('W11 the usual day is learnt when a day closes', () => {
  const story = morning()
  evolve(story.state, {
    type: 'day-opened',
    day: '2026-03-19',
    seq: story.state.seq + 1,
    at: nowOf(story),
    actor: 'test',
    commandId: null,
  })
  expect(story.state.line.usualDay.get('B')).toBe(30)
  expect(story.state.line.given.size).toBe(0)
})

test('W11 from a later time on, and when nobody is left to open', () => {
  const story = morning()
  const soon = ask(story, { counters: 1 })
  const late = ask(story, { counters: 1, from: '15:30' })
  expect(late.from).toBe('15:30')
  expect(late.before.called).toBeLessThan(soon.before.called)
  expect(ask(story, { counters: 1, from: '08:00' }).from).toBeNull()
  expect(ask(story, { counters: 9 }).counters).toHaveLength(2)
})

test('W11 when nobody more is called the sentence says so, on either side', () => {
  const said = (before: number | null, after: number | null) => sentenceWords('B', '现在', '多开 2 个', before, after)
  expect(said(30, 12)).toBe('B 现在起多开 2 个窗口 → 十个人里有九个等候不超过 12 分钟，不变是 30 分钟')
  expect(said(null, 1)).toBe('B 现在起多开 2 个窗口 → 十个人里有九个等候不超过 1 分钟，不变的话到下班都叫不到人')
  expect(said(30, null)).toBe('B 现在起多开 2 个窗口 → 到下班都叫不到人，不变是 30 分钟')
})

let gateway: RunningGateway
// What is left of a day decides what can be worked out.
beforeAll(async () => void (gateway = await runGateway(clockAt('2026-03-18T10:00:00+08:00'))), 120_000)
afterAll(() => gateway.discard())

test('W11 supervisors ask by the interface, nobody else does', { timeout: 120_000 }, async () => {
  const [clerk, supervisor] = [await signIn(gateway.url, 'clerk', '1'), await signIn(gateway.url, 'supervisor')]
  const guide = await signIn(gateway.url, 'guide')
  for (let one = 0; one < 20; one++) await guide.post('/tickets', { queueId: 'B', printer: 'none' })
  await supervisor.post('/counters/2/open')
  const { body: before } = await supervisor.get<{ total: number }>('/events')
  const { status, body } = await supervisor.post<WhatIfAnswer>('/what-if', { queueId: 'B', counters: 2 })
  expect(status).toBe(200)
  expect(body.after.open).toBe(body.before.open + 2)
  expect(body.after.p90 ?? 0).toBeLessThan(body.before.p90 ?? 0)
  expect((await supervisor.get<{ total: number }>('/events')).body.total).toBe(before.total)
  expect((await clerk.post('/what-if', { queueId: 'B', counters: 2 })).status).toBe(403)
  expect((await supervisor.post('/what-if', { queueId: 'nope', counters: 2 })).status).toBe(422)
  expect((await supervisor.post('/what-if', { queueId: 'B', counters: 0 })).status).toBe(400)
  expect((await supervisor.post('/what-if', { queueId: 'B', counters: 1, from: '25:00' })).status).toBe(400)
  const described = (await (await fetch(`${gateway.url}/api/openapi.json`)).json()) as {
    paths: Record<string, unknown>
  }
  expect(described.paths).toHaveProperty('/api/v1/what-if')
})

test('W11 a supervisor asks on the page and reads a sentence and both sides', { timeout: 240_000 }, async () => {
  const browser = await openBrowser()
  try {
    const page = await openPage(browser, `${gateway.url}/manage/?section=what-if`, 1366, 768)
    await page.locator('select[name=queue]').selectOption('B')
    await page.locator('select[name=counters]').selectOption('2')
    await page.locator('select[name=from]').selectOption('')
    await page.getByRole('button', { name: '推一推' }).click()
    const sentence = page.locator('.what-if-sentence')
    await sentence.waitFor()
    expect(await sentence.innerText()).toMatch(
      /^B 企业登记 现在起多开 2 个窗口 → 十个人里有九个等候不超过 \d+ 分钟，不变是 \d+ 分钟$/,
    )
    const [, nine] = await page.locator('.what-if tbody tr:nth-child(3)').locator('td').allInnerTexts()
    expect(await sentence.innerText()).toContain(`不超过 ${nine}，`)
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight,
    )
    expect(over).toBe(false)
    const { violations } = await new AxeBuilder({ page }).include('.what-if').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    if (process.env.TINGSHI_PICTURES !== undefined)
      await page.screenshot({ path: `${process.env.TINGSHI_PICTURES}/what-if.png` })
  } finally {
    await browser.close()
  }
})
