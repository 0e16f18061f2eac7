import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { staffCommand } from '../../gateway/cli/staff-command.ts'
import { tokenCommand } from '../../gateway/cli/token-command.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import type { StaffAnswer, StaffRow } from '../../gateway/contract/staff.ts'
import { said } from '../support/damaged-log.ts'
import { TEST_COST, type RunningGateway, runGateway } from '../support/run-gateway.ts'
import { type StaffBrowser, staffBrowser } from '../support/staff-browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const OWN = 'a good long one'
const eventually = { timeout: 20_000, interval: 50 }
let hall: RunningGateway
let admin: StaffBrowser

const codeOf = (words: string): string => /一次性密码 (\S+) /.exec(words)?.[1] ?? ''
const staff = (...args: string[]) => said(() => staffCommand(args, { dataDir: hall.dataDir, passwordCost: TEST_COST }))

/** Somebody who has chosen an own password, on a browser of their own. */
async function settled(number: string, name: string, roles: string, counters: string): Promise<StaffBrowser> {
  const { words } = await staff('add', number, name, '--roles', roles, '--counters', counters)
  const browser = staffBrowser(hall.url)
  await browser.signIn(number, words)
  await browser.ask('POST', '/session/password', { password: OWN })
  return browser
}

beforeAll(async () => {
  hall = await runGateway({ TINGSHI_DEMO: '0' })
  admin = staffBrowser(hall.url)
})
afterAll(() => hall?.discard())

test('PE7 the first start makes one admin with a one-time code on the console, another at each start until it was used', async () => {
  const first = codeOf(hall.said())
  expect(first).toMatch(/^\w{4}-\w{4}$/)
  expect(hall.said()).not.toContain(`ready ${first}`)
  await hall.restart()
  const second = codeOf(hall.said())
  expect(second).toMatch(/^\w{4}-\w{4}$/)
  expect(second).not.toBe(first)
  admin = staffBrowser(hall.url)
  expect((await admin.signIn('0001', first)).status).toBe(401)
  const { status, body } = await admin.signIn('0001', second)
  expect([status, body.signedIn?.stage]).toEqual([200, 'new-password'])
  expect((await admin.ask('GET', '/staff')).status).toBe(401)
  const chosen = await admin.ask<SessionView>('POST', '/session/password', { password: OWN })
  expect(chosen.body.signedIn?.stage).toBe('second-step')
  const { body: step } = await admin.ask<{ uri: string }>('GET', '/session/second-step')
  const secret = new URL(step.uri).searchParams.get('secret') ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate()
  const joined = await admin.ask<SessionView>('POST', '/session/second-step', { code })
  expect(joined.body.signedIn).toMatchObject({ number: '0001', stage: 'in', roles: ['admin', 'supervisor'] })
  await hall.restart()
  expect(codeOf(hall.said())).toBe('')
  const after = staffBrowser(hall.url)
  expect((await after.signIn('0001', OWN)).body.signedIn?.stage).toBe('code')
  admin = staffBrowser(hall.url)
  await admin.signIn('0001', OWN)
  const next = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: Date.now() + 30_000,
  })
  expect((await admin.ask<SessionView>('POST', '/session/code', { code: next })).body.signedIn?.stage).toBe('in')
})

test('PE6 the cookie is no script’s, and an order without the page’s word is nobody’s', async () => {
  const clerk = await settled('0327', '王*', 'clerk', '1,2')
  const response = await fetch(`${hall.url}/api/v1/session`, {
    method: 'POST',
    body: JSON.stringify({ number: '0327', password: OWN }),
  })
  const [mark = '', signIn = ''] = response.headers.getSetCookie().sort()
  expect(mark).toMatch(
    /^tingshi_known_[0-9a-f]{12}=[\w.-]{60}; Max-Age=\d+; Path=\/api\/v1\/session; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  )
  expect(signIn).toMatch(/^tingshi_sign_in=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect((await clerk.ask('POST', '/counters/1/open')).status).toBe(200)
  expect((await clerk.ask('POST', '/counters/1/close', {}, null)).status).toBe(401)
  expect((await clerk.ask('POST', '/counters/1/close', {}, 'x'.repeat(32))).status).toBe(401)
  expect((await clerk.ask('POST', '/session/end', {}, null)).status).toBe(401)
  const foreign = { cookie: clerk.cookie, 'x-tingshi-page': clerk.word ?? '', origin: 'http://elsewhere.example' }
  expect((await fetch(`${hall.url}/api/v1/counters/1/close`, { method: 'POST', headers: foreign })).status).toBe(403)
})

test('PE11 RG11 signed in once, the pages of this browser are: at one’s own counters and no others', async () => {
  const clerk = await settled('0328', '李*', 'clerk', '3')
  const page = await clerk.open(['counter:3', 'counter:4', 'manage'])
  await page.until((message) => message.type === 'view' && message.topic === 'counter:3')
  expect(page.heard.find(({ type }) => type === 'refused')).toMatchObject({
    error: { code: 'not-allowed', details: { topics: ['counter:4', 'manage'] } },
  })
  const give = async (counterId: string) => {
    page.say({ type: 'command', commandId: counterId, command: { type: 'open-counter', counterId } })
    return page.until((message) => message.type === 'reply' && message.commandId === counterId)
  }
  expect(await give('3')).toMatchObject({ ok: true })
  expect(await give('4')).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect((await clerk.ask('POST', '/counters/4/open')).status).toBe(403)
  page.socket.close()
})

test('PE10 two clerks at one counter one after the other are told apart in the log, whatever a page says', async () => {
  const [first, second] = [await settled('0401', '甲*', 'clerk', '5'), await settled('0402', '乙*', 'clerk', '5')]
  expect((await first.ask('POST', '/counters/5/open', { actor: 'somebody else' })).status).toBe(400)
  expect((await first.ask('POST', '/counters/5/open')).status).toBe(200)
  const page = await second.open(['counter:5'])
  page.say({ type: 'command', commandId: 'c', actor: 'staff 0401', command: { type: 'close-counter', counterId: '5' } })
  await page.until((message) => message.type === 'reply')
  page.socket.close()
  expect((await first.ask('POST', '/counters/5/open')).status).toBe(200)
  const { body } = await admin.ask<{ items: { type: string; counterId?: string; actor: string }[] }>(
    'GET',
    '/events?limit=5000',
  )
  const at5 = body.items.filter(({ counterId }) => counterId === '5').map(({ type, actor }) => `${type} ${actor}`)
  expect(at5).toEqual(['counter-opened staff 0401', 'counter-closed staff 0402', 'counter-opened staff 0401'])
})

test('PE8 over HTTP: supervisors and admins keep the register, others do not see it', async () => {
  const clerk = await settled('0501', '丙*', 'clerk', '6')
  expect((await clerk.ask('GET', '/staff')).status).toBe(403)
  expect((await fetch(`${hall.url}/api/v1/staff`)).status).toBe(401)
  const added = await admin.ask<StaffAnswer>('POST', '/staff', { number: '0502', name: '丁*', roles: ['guide'] })
  expect([added.status, added.body.staff.state, added.body.staff.mustChange]).toEqual([201, 'out', true])
  expect(added.body.code).toMatch(/^\w{4}-\w{4}$/)
  expect((await admin.ask('POST', '/staff', { number: '0502', name: '戊*', roles: ['guide'] })).status).toBe(409)
  const wrong = { number: '0503', name: '戊*', roles: ['clerk'], counters: ['none'] }
  expect((await admin.ask('POST', '/staff', wrong)).status).toBe(404)
  const { body } = await admin.ask<{ items: StaffRow[] }>('GET', '/staff')
  expect(JSON.stringify(body)).not.toContain('scrypt')
  expect(body.items.find(({ number }) => number === '0501')).toMatchObject({
    name: '丙*',
    state: 'in',
    counters: ['6'],
  })
})

test('PE9 signed out everywhere, reset, switched off: open pages are out before it is answered; others stay', async () => {
  const [one, other] = [await settled('0601', '庚*', 'clerk', '7'), await settled('0602', '辛*', 'clerk', '8')]
  const open = async (browser: StaffBrowser, topic: string) => {
    const page = await browser.open([topic])
    let code = 0
    page.socket.on('close', (with_) => {
      code = with_
    })
    return { page, out: () => code, isTold: () => page.heard.some(({ type }) => type === 'refused') }
  }
  const theirs = await open(other, 'counter:8')
  const ends: [string, () => Promise<unknown>][] = [
    ['by the page', () => one.ask('POST', '/session/end', { everywhere: true })],
    ['by a supervisor', () => admin.ask('POST', '/staff/0601/sign-out')],
    ['by the command line', () => staff('reset', '0601')],
    ['switched off', () => admin.ask('POST', '/staff/0601/off')],
  ]
  for (const [how, end] of ends) {
    const signedIn = await one.signIn('0601', OWN)
    expect([how, signedIn.body.signedIn?.stage]).toEqual([how, 'in'])
    const mine = await open(one, 'counter:7')
    const answer = await end()
    // Not some time later: it was said to the page before whoever did it was answered; one more question, and it is here.
    expect((await one.ask<SessionView>('GET', '/session')).body.signedIn).toBe(null)
    expect([how, mine.isTold()]).toEqual([how, true])
    await vi.waitFor(() => expect(mine.out()).toBe(4401), eventually)
    expect((await one.ask('POST', '/counters/7/open')).status).toBe(401)
    if (how !== 'by the command line') continue
    const { words } = answer as { words: string }
    await one.signIn('0601', words)
    await one.ask('POST', '/session/password', { password: OWN })
  }
  expect(theirs.out()).toBe(0)
  theirs.page.socket.close()
})

test('PE9 other counters: the page that is open hears and does no more than it may now', async () => {
  const clerk = await settled('0701', '壬*', 'clerk', '9')
  const page = await clerk.open(['counter:9'])
  await page.until((message) => message.type === 'view' && message.topic === 'counter:9')
  await admin.ask('POST', '/staff/0701', { name: '壬*', roles: ['clerk'], counters: ['10'] })
  await page.until((message) => message.type === 'refused')
  page.say({ type: 'command', commandId: 'x', command: { type: 'open-counter', counterId: '9' } })
  expect(await page.until((message) => message.type === 'reply')).toMatchObject({ error: { code: 'not-allowed' } })
  page.socket.close()
})

test('PE8 the command line adds, resets and lists, the gateway running or not; tokens are as they were', async () => {
  expect(await staff('add', '0801', '癸*', '--roles', 'clerk,boss')).toMatchObject({ code: 2 })
  expect((await staff('add', '0801', '癸*', '--roles', 'clerk', '--counters', 'all')).words).toMatch(/^\w{4}-\w{4}$/)
  expect(await staff('add', '0801', '癸*', '--roles', 'clerk')).toMatchObject({
    code: 1,
    words: expect.stringContaining('0801') as string,
  })
  expect((await staff('list')).words.split('\n')).toContain('0801  癸*  clerk  all  没登录')
  expect(await staff('reset', 'none')).toMatchObject({ code: 1, words: '没有这个工号。' })
  await hall.stop()
  expect((await staff('reset', '0801')).words).toMatch(/^\w{4}-\w{4}$/)
  const { words: token } = await said(() =>
    tokenCommand(['add', '别的系统', '--roles', 'integration'], { dataDir: hall.dataDir }),
  )
  await hall.restart()
  const headers = { authorization: `Bearer ${token}` }
  expect((await fetch(`${hall.url}/api/v1/appointments`, { headers })).status).toBe(200)
})

test('PE18 whoever guesses at a work number does not keep its owner from their own desk; elsewhere it waits, for the owner too', async () => {
  const desk = await settled('0370', '白*', 'clerk', '1')
  await desk.ask('POST', '/session/end', { everywhere: false })
  const stranger = staffBrowser(hall.url)
  for (let nth = 0; nth < 5; nth += 1) await stranger.signIn('0370', 'a wrong long one')
  const elsewhere = await staffBrowser(hall.url).signIn('0370', OWN)
  expect([elsewhere.status, elsewhere.body]).toMatchObject([429, { error: { code: 'sign-in-locked' } }])
  expect((await desk.signIn('0370', OWN)).body.signedIn).toMatchObject({ number: '0370', stage: 'in' })
  // What was earned here speaks for nobody else.
  await settled('0371', '黑*', 'clerk', '2')
  for (let nth = 0; nth < 5; nth += 1) await staffBrowser(hall.url).signIn('0371', 'a wrong long one')
  expect((await desk.signIn('0371', OWN)).status).toBe(429)
})
