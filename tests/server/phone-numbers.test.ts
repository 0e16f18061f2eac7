import { expect, test } from 'vitest'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { signIn } from '../support/api-client.ts'
import { openPage } from '../support/browser.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { hallInBrowser } from '../support/hall-in-browser.ts'
import { runGateway } from '../support/run-gateway.ts'

const pictures = process.env.TINGSHI_PICTURES ?? null
const here = hallInBrowser({
  TINGSHI_HALL: spoiledHall({ 'queues.yaml': [[/(id: B, .*quota: { day: )9999/, '$11']] }),
})

/** A phone with a browser's one cookie. */
function openPhone(url: string) {
  let cookie = ''
  return async (
    path: string,
    body: object | null = null,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === null ? {} : { body: JSON.stringify(body) }),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}
type Phone = ReturnType<typeof openPhone>
const errorOf = ({ body }: { body: Record<string, unknown> }): unknown =>
  (body.error as { code?: string } | undefined)?.code
const codeNow = async (): Promise<string> => {
  const terminal = await signIn(here.hall.url, 'terminal', 'K1')
  return (await terminal.get<{ address: string }>('/phone/code')).body.address.split('#')[1] ?? ''
}
const enter = async (phone: Phone): Promise<string> => {
  await phone('/phone')
  return String((await phone('/phone/enter', { code: await codeNow() })).body.pass)
}

test('PT1 a hall that does not allow it gives no number by phone, and says so', async () => {
  const closed = await runGateway({
    TINGSHI_HALL: spoiledHall({ 'hall.yaml': [[/^phoneNumbers:.*\n(?: {2}.*\n)*/m, '']] }),
  })
  const phone = openPhone(closed.url)
  for (const [path, body] of [
    ['/phone', null],
    ['/phone/enter', { code: 'A' }],
    ['/phone/tickets', { pass: 'A', queueId: 'A' }],
  ] as const)
    expect(await phone(path, body)).toMatchObject({ status: 404, body: { error: { code: 'phone-off' } } })
  const page = await fetch(`${closed.url}/take`)
  expect([page.status, await page.text()]).toEqual([404, '这里不能用手机取号。请到终端取号。'])
  await closed.discard()
}, 60_000)

test('PT2 the code is told to the hall’s own devices and desks, and to nobody else', async () => {
  expect((await openPhone(here.hall.url)('/phone/code')).status).toBe(401)
  const clerk = await signIn(here.hall.url, 'clerk', '1')
  expect((await clerk.get('/phone/code')).status).toBe(403)
  expect(await codeNow()).toMatch(/^[\w-]{16}$/)
})

test('PT2 PT3 without the code no number; with it one for each queue, without paper, and the same one again', async () => {
  const phone = openPhone(here.hall.url)
  expect(errorOf(await phone('/phone/enter', { code: await codeNow() }))).toBe('phone-unknown')
  expect(errorOf(await phone('/phone/enter', { code: 'not-the-code-now' }))).toBe('phone-code-old')
  expect(errorOf(await phone('/phone/tickets', { pass: '9.made-up', queueId: 'A' }))).toBe('phone-code-old')
  const pass = await enter(phone)
  const first = await phone('/phone/tickets', { pass, queueId: 'A' })
  expect(first.status).toBe(201)
  const again = await phone('/phone/tickets', { pass, queueId: 'A' })
  expect([again.status, again.body]).toEqual([200, first.body])
  expect((await phone('/phone/tickets', { pass, queueId: 'C' })).status).toBe(201)
  const guide = await signIn(here.hall.url, 'guide')
  const view = (await guide.get<TrackView>(`/track/${first.body.token}`)).body
  expect(view.slip.state).toBe('none')
  const other = openPhone(here.hall.url)
  await other('/phone')
  expect(errorOf(await other('/phone/tickets', { pass, queueId: 'A' }))).toBe('phone-code-old')
})

test('PT3 quota and matters are the terminal’s', async () => {
  const [one, two] = [openPhone(here.hall.url), openPhone(here.hall.url)]
  expect((await one('/phone/tickets', { pass: await enter(one), queueId: 'B' })).status).toBe(201)
  expect(errorOf(await two('/phone/tickets', { pass: await enter(two), queueId: 'B' }))).toBe('quota-full')
  const { queues } = (await two('/phone')).body as { queues: { id: string; whyNot: string | null }[] }
  expect(queues.find(({ id }) => id === 'B')?.whyNot).toContain('号发完了')
  expect(errorOf(await two('/phone/tickets', { pass: await enter(two), matterId: 'none' }))).toBe('unknown-matter')
})

test('PT6 the digits beside the code open too, and wrong ones are guesses that are counted', async () => {
  const terminal = await signIn(here.hall.url, 'terminal', 'K1')
  const { short } = (await terminal.get<{ short: string }>('/phone/code')).body
  expect(short).toMatch(/^\d{6}$/)
  const phone = openPhone(here.hall.url)
  await phone('/phone')
  expect((await phone('/phone/enter', { code: `${short.slice(0, 3)} ${short.slice(3)}` })).status).toBe(200)
  const guesser = openPhone(here.hall.url)
  await guesser('/phone')
  const wrong = short === '000000' ? '000001' : '000000'
  const said: unknown[] = []
  for (let nth = 0; nth < 11; nth += 1) said.push(errorOf(await guesser('/phone/enter', { code: wrong })))
  expect(said).toEqual([...Array.from({ length: 10 }, () => 'phone-code-old'), 'too-many-guesses'])
  expect(errorOf(await guesser('/phone/enter', { code: short }))).toBe('too-many-guesses')
})

test('RN4 RN6 from outside a phone takes one number and no more; it has come when it shows the hall’s code, and is led to its number', async () => {
  const phone = openPhone(here.hall.url)
  await phone('/phone')
  const first = await phone('/phone/tickets', { pass: null, queueId: 'D' })
  expect(first.status).toBe(201)
  const track = async () => (await phone(`/track/${first.body.token}`)).body as unknown as TrackView
  expect(await track()).toMatchObject({ arrival: 'to-come', state: 'waiting' })
  // Another queue: the one that it has and has not come with.
  expect((await phone('/phone/tickets', { pass: null, queueId: 'E' })).body).toEqual(first.body)
  expect((await phone('/phone/enter', { code: await codeNow() })).body.arrived).toEqual([first.body])
  expect((await track()).arrival).toBe('here')
  expect((await phone('/phone/tickets', { pass: null, queueId: 'E' })).status).toBe(201)
  await phone('/phone/enter', { code: await codeNow() })
  expect(errorOf(await phone('/phone/tickets', { pass: null, queueId: 'F' }))).toBe('remote-enough')
})

test('RN4 the digits on the number’s page, a terminal’s scanner and a typed number say that its holder has come', async () => {
  const terminal = await signIn(here.hall.url, 'terminal', 'K1')
  const taken = async (queueId: string): Promise<{ token: string; number: string }> => {
    const phone = openPhone(here.hall.url)
    await phone('/phone')
    return (await phone('/phone/tickets', { pass: null, queueId })).body as { token: string; number: string }
  }
  const arrivalOf = async (token: string): Promise<TrackView['arrival']> =>
    (await terminal.get<TrackView>(`/track/${token}`)).body.arrival
  const [byDigits, byScan] = [await taken('Q'), await taken('R')]
  const anybody = openPhone(here.hall.url)
  expect(errorOf(await anybody(`/track/${byDigits.token}/arrive`, { code: '123' }))).toBe('phone-code-old')
  const { short } = (await terminal.get<{ short: string }>('/phone/code')).body
  expect((await anybody(`/track/${byDigits.token}/arrive`, { code: short })).body).toMatchObject({ arrival: 'here' })
  await terminal.post('/terminals/K1/scan', { text: `${here.hall.url}/t/${byScan.token}` })
  expect(await arrivalOf(byScan.token)).toBe('here')
})

test('RN1 a hall that gives numbers in the hall alone gives none outside', async () => {
  const closed = await runGateway({ TINGSHI_HALL: spoiledHall({ 'hall.yaml': [[/^ {2}remote:.*\n/m, '']] }) })
  const phone = openPhone(closed.url)
  await phone('/phone')
  expect(await phone('/phone/tickets', { pass: null, queueId: 'A' })).toMatchObject({
    status: 404,
    body: { error: { code: 'remote-off' } },
  })
  expect((await phone('/phone')).body.remote).toBe(null)
  await closed.discard()
}, 60_000)

test('PT4 a phone that tries without end is turned away', async () => {
  const phone = openPhone(here.hall.url)
  await phone('/phone')
  const answers = await Promise.all(Array.from({ length: 14 }, () => phone('/phone/enter', { code: 'x' })))
  expect(answers.filter((one) => errorOf(one) === 'too-many').length).toBe(2)
})

test('PT5 the code of a terminal leads a phone to a number: searched, read, taken', async () => {
  for (const [width, height] of [
    [1080, 1920],
    [1920, 1080],
  ] as const) {
    const terminal = await openPage(here.browser, `${here.hall.url}/kiosk/?terminal=K1`, width, height)
    await terminal.click('.hero.take')
    await terminal.waitForSelector('.phone-code svg')
    const covered = await terminal.evaluate(() => {
      const box = document.querySelector('.phone-code')?.getBoundingClientRect()
      return [...document.querySelectorAll('.above h1, .above .hint, .below button')].filter((node) => {
        const other = node.getBoundingClientRect()
        return (
          box && other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top
        )
      }).length
    })
    if (pictures !== null) await terminal.screenshot({ path: `${pictures}/queues-code-${width}.png` })
    expect(covered, `${width}`).toBe(0)
    await terminal.close()
  }
  const phone = await openPage(here.browser, `${here.hall.url}/take#${await codeNow()}`, 390, 844)
  await phone.waitForSelector('text=按业务选')
  expect(new URL(phone.url()).hash).toBe('')
  if (pictures !== null) await phone.screenshot({ path: `${pictures}/take-pick.png` })
  await phone.fill('input', '身份证')
  await phone.click('.choices button >> nth=0')
  await phone.waitForSelector('.materials li')
  if (pictures !== null) await phone.screenshot({ path: `${pictures}/take-chosen.png` })
  await phone.click('.main')
  await phone.waitForURL(/\/t\/[\w-]+$/)
  await phone.waitForSelector('text=前面还有')
  await phone.close()
  const late = await openPage(here.browser, `${here.hall.url}/take`, 390, 844)
  await late.waitForSelector('text=您在大厅里')
  await late.close()
}, 120_000)

test('RN6 PT6 from outside the rule is read first; on the number’s page the wall’s digits say that its holder has come', async () => {
  const shot = async (page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> => {
    if (pictures !== null) await page.screenshot({ path: `${pictures}/${name}.png` })
  }
  const wall = await openPage(here.browser, `${here.hall.url}/display/?screen=L3`, 1080, 1920)
  const digits = await wall.waitForSelector('.take-card b.num')
  await wall.waitForSelector('.take-card svg path')
  await shot(wall, 'wall-take')
  const poster = await openPage(here.browser, `${here.hall.url}/poster`, 900, 1240)
  await poster.waitForSelector('.poster > svg')
  expect(await poster.textContent('.poster')).not.toContain(await digits.textContent())
  await shot(poster, 'poster')
  await poster.close()
  const phone = await openPage(here.browser, `${here.hall.url}/take`, 390, 844)
  await phone.waitForSelector('text=还没到大厅')
  await shot(phone, 'take-where')
  await phone.click('text=远程取号')
  await phone.click('.queue-list button:not([disabled]) >> nth=0')
  await phone.waitForSelector('text=轮到时没到，先叫后面的人')
  await shot(phone, 'take-outside')
  await phone.click('.main')
  await phone.waitForURL(/\/t\/[\w-]+$/)
  await phone.waitForSelector('.arrive')
  await shot(phone, 'phone-to-come')
  const foot = await phone.evaluate(() => document.querySelector('.first')?.getBoundingClientRect().bottom ?? 9_999)
  expect(foot).toBeLessThanOrEqual(844)
  await phone.fill('.arrive input', (await digits.textContent()) ?? '')
  await phone.click('.arrive .main')
  await phone.waitForSelector('.arrive', { state: 'detached' })
  await phone.close()
  await wall.close()
}, 120_000)
