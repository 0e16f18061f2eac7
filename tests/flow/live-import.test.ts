import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importCommand } from '../../gateway/cli/import-command.ts'
import { type ApiClient, signIn } from '../support/api-client.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

const hallDir = resolve(import.meta.dirname, '../../assets/sample-hall')
let gateway: RunningGateway
let guide: ApiClient
beforeAll(async () => {
  gateway = await runGateway()
  guide = await signIn(gateway.url, 'guide')
})
afterAll(() => gateway.discard())

const folder = mkdtempSync(join(tmpdir(), 'tingshi-live-'))
function sheet(...lines: string[]): string {
  const path = join(folder, 'matters.csv')
  writeFileSync(path, ['实施编码,事项名称,部门,取号队列,事项状态', ...lines].join('\n'))
  return path
}
const run = (...words: string[]): Promise<number> => importCommand(words, { dataDir: gateway.dataDir, hallDir }, null)
interface Found {
  total: number
  items: { id: string; name: string }[]
}
/** Few at a time: a stranger may not ask for thousands twenty times a second. */
const search = async (words: string): Promise<Found> =>
  (await (await fetch(`${gateway.url}/api/v1/matters?q=${encodeURIComponent(words)}&limit=10`)).json()) as Found
async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask()
    if (good(answer) || tries > 200) return answer
    await new Promise((done) => setTimeout(done, 50))
  }
}
const isThere = ({ items }: Found): boolean => items.some(({ name }) => name === '热气球驾驶员登记')
const here = 'LIVE-1,热气球驾驶员登记,公安局,A,在用'

test('E2 E4 E5 E3 E9 a running hall: import, number, cancel, undo, restart', async () => {
  expect(statSync(join(gateway.dataDir, 'gateway.json')).mode & 0o777).toBe(0o600)
  expect(isThere(await search('热气球'))).toBe(false)
  expect(await run(sheet(here))).toBe(0)
  const found = await until(() => search('热气球'), isThere)
  const matterId = found.items.find(({ name }) => name === '热气球驾驶员登记')?.id
  const taken = await guide.post<{ ticketId: string }>('/tickets', { matterId, printer: 'none' })
  expect(taken.status).toBe(201)
  const nameOfTicket = async (): Promise<unknown> =>
    (await guide.get<{ matterName: string }>(`/tickets/${taken.body.ticketId}`)).body.matterName
  expect(await nameOfTicket()).toBe('热气球驾驶员登记')

  expect(await run(sheet('LIVE-1,热气球驾驶员登记,公安局,A,暂停'))).toBe(0)
  await until(
    () => search('热气球'),
    (answer) => !isThere(answer),
  )
  const refused = await guide.post<{ error: { code: string } }>('/tickets', { matterId, printer: 'none' })
  expect([refused.status, refused.body.error.code]).toEqual([409, 'matter-not-offered'])

  expect(await run('--undo')).toBe(0)
  expect(isThere(await until(() => search('热气球'), isThere))).toBe(true)
  expect(await run('--undo')).toBe(0)
  await until(
    () => search('热气球'),
    (answer) => !isThere(answer),
  )
  expect(await nameOfTicket()).toBe('热气球驾驶员登记')
  expect(
    (await guide.post<{ error: { code: string } }>('/tickets', { matterId, printer: 'none' })).body.error.code,
  ).toBe('unknown-matter')

  expect(await run(sheet(here))).toBe(0)
  await gateway.restart()
  expect(isThere(await search('热气球'))).toBe(true)
  const again = await signIn(gateway.url, 'guide')
  expect((await again.get<{ matterName: string }>(`/tickets/${taken.body.ticketId}`)).body.matterName).toBe(
    '热气球驾驶员登记',
  )
})

test('E10 an open terminal finds what was imported without a touch', async () => {
  const browser = await openBrowser()
  try {
    const terminal = await openPage(browser, `${gateway.url}/kiosk/?terminal=K1`, 1080, 1920)
    await terminal.click('.hero.find')
    await terminal.fill('.field input', '滑翔伞')
    await terminal.waitForSelector('.empty')
    expect(await run(sheet('LIVE-2,滑翔伞场地备案,公安局,A,在用'))).toBe(0)
    await terminal.waitForSelector('.rows >> text=滑翔伞场地备案')
    expect(await run('--undo')).toBe(0)
    await terminal.waitForSelector('.empty')
  } finally {
    await browser.close()
  }
}, 120_000)

test('E6 an import planned on an older catalogue, of content that is not there, or by others, is refused', async () => {
  const supervisor = await signIn(gateway.url, 'supervisor')
  const counts = { added: 0, changed: 0, removed: 0, total: 0 }
  const imports = await supervisor.get<{ current: string; items: unknown[] }>('/catalogue/imports')
  expect([imports.status, imports.body.items.length]).toEqual([200, 1])
  const order = { hash: imports.body.current, before: null, source: '默认', counts }
  expect((await supervisor.post<{ error: { code: string } }>('/catalogue/imports', order)).body.error.code).toBe(
    'catalogue-changed',
  )
  expect(
    (await supervisor.post<{ error: { code: string } }>('/catalogue/imports', { ...order, hash: 'f'.repeat(64) })).body
      .error.code,
  ).toBe('unknown-catalogue')
  const clerk = await signIn(gateway.url, 'clerk')
  expect((await clerk.post('/catalogue/undo', {})).status).toBe(403)
  expect(
    (
      await fetch(`${gateway.url}/api/v1/catalogue/undo`, {
        method: 'POST',
        headers: { authorization: 'Bearer nonsense' },
      })
    ).status,
  ).toBe(401)
})
