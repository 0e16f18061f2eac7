import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { clockAt } from '../support/shift-clock.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })
const root = resolve(import.meta.dirname, '../..')
const pictures = process.env.PICTURES ?? null
let hall: RunningGateway
let browser: Browser
let code = ''
let token = ''
const post = async <T>(path: string, body: object): Promise<{ status: number; body: T }> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await fetch(`${hall.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as T }
}
/** A page whose place in the hall has a token of its own. */
const openAt = (path: string, width: number, height: number, own = ''): Promise<Page> =>
  openPage(browser, `${hall.url}${path}${own === '' ? '' : `#token=${own}`}`, width, height)
const shoot = async (page: Page, name: string): Promise<void> =>
  void (pictures !== null && (await page.screenshot({ path: `${pictures}/closure-${name}.png` })))

beforeAll(async () => {
  const folder = spoiledHall({})
  const environment = { TINGSHI_DEMO: '0', TINGSHI_HALL: folder, ...clockAt('2026-06-08T10:00:00+08:00') }
  hall = await runGateway(environment)
  const add = (name: string, role: string): string => {
    const given = ['gateway/cli.ts', 'token', 'add', name, '--roles', role]
    const env = { ...process.env, ...environment, TINGSHI_DATA: hall.dataDir }
    const said = execFileSync(process.execPath, given, { cwd: root, env, encoding: 'utf8' })
    return /[A-Za-z0-9_-]{30,}/.exec(said)?.[0] ?? expect.fail(said)
  }
  token = add('K1', 'terminal')
  const booked = await post<AppointmentView>('/booking', {
    queueId: 'A',
    day: '2026-06-10',
    clock: '10:00',
    mobile: '19900000003',
    agreed: true,
  })
  expect(booked).toMatchObject({ status: 201, body: { isOpen: true } })
  code = booked.body.code
  expect((await post('/booking/confirm', { code })).status).toBe(200)
  // Two days later the hall is moving.
  const file = join(folder, 'hall.yaml')
  const closure = 'closures: [{ from: "2026-06-10", until: "2026-06-11", reason: "搬迁" }]'
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${closure}\n`)
  await hall.restart(clockAt('2026-06-10T10:00:00+08:00'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.discard()
})

const WORDS = '今天搬迁，不取号。请 6 月 12 日星期五 09:00 再来。'

test('H12 on the day of a closure wall and terminal say why and until when, and no way gives a number', async () => {
  const wall = await openAt('/display/?screen=L1', 1920, 1080)
  await wall.waitForSelector('text=今天搬迁')
  await wall.waitForSelector('text=6 月 12 日星期五 09:00 开始取号')
  await shoot(wall, 'wall')
  const terminal = await openAt('/kiosk/?terminal=K1', 1080, 1920, token)
  await terminal.waitForSelector('.hero.take:has-text("今天搬迁")')
  await shoot(terminal, 'terminal')
  for (const wish of [{ queueId: 'B' }, { appointmentCode: code }])
    expect(await post('/tickets', { ...wish, terminalId: 'K1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'hall-closed', message: WORDS } },
    })
  for (const page of [wall, terminal]) await page.context().close()
})

test('H12 B10 the phone offers no day of a closure, and who had booked one is told', async () => {
  const offer = (await (await fetch(`${hall.url}/api/v1/booking`)).json()) as BookingView
  expect(offer.days.map(({ day }) => day)).toEqual(['2026-06-12', '2026-06-15', '2026-06-16'])
  expect(
    await post('/booking', { queueId: 'A', day: '2026-06-11', clock: '10:00', mobile: '19900000004', agreed: true }),
  ).toMatchObject({ status: 422, body: { error: { code: 'slot-not-offered' } } })
  const phone = await openAt('/book', 390, 844)
  await phone.waitForSelector('text=要办什么')
  await phone.click('text=查我的预约')
  await phone.fill('input', code)
  await phone.click('button[type=submit]')
  await phone.waitForSelector('text=这天大厅不办公，请改约别的日子。')
  expect(await phone.locator('text=来签到').count()).toBe(0)
  await shoot(phone, 'phone')
  await phone.context().close()
})
