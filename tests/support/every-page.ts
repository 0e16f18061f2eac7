import type { Page } from 'playwright-core'
import { sections } from '../../kiosk/manage/sections.ts'
import { signIn } from './api-client.ts'
import type { RunningGateway } from './run-gateway.ts'
import { terminalTour } from './terminal-tour.ts'

type Look = (state: string) => Promise<void>

/** A page of the house and the way through its states. */
export interface Walk {
  /** The name of its file among Vite's pages. */
  page: string
  /** Who touches it: a terminal's and a phone's controls are for fingers, `shown` has none. */
  kind: 'terminal' | 'phone' | 'tablet' | 'staff' | 'shown'
  path: string
  width: number
  height: number
  /** A selector that the page has when it is there. */
  ready: string
  /** From the open page through all that it can become; `look` sees each. */
  through: (page: Page, look: Look) => Promise<void>
}

const open: Walk['through'] = (_, look) => look('open')
const staff = (page: string, path: string, ready: string, through = open): Walk => ({
  page,
  path,
  ready,
  through,
  kind: 'staff',
  width: 1366,
  height: 768,
})
const phone = (page: string, path: string, ready: string, through = open): Walk => ({
  ...staff(page, path, ready, through),
  kind: 'phone',
  width: 390,
  height: 844,
})
const shown = (page: string, path: string, ready: string, width: number, height: number, through = open): Walk => ({
  ...staff(page, path, ready, through),
  kind: 'shown',
  width,
  height,
})

/** Numbers in each state that a phone tells of, and counters that call: then every page has something to show. */
async function livelyHall({ url }: RunningGateway) {
  const guide = await signIn(url, 'guide')
  const clerk = await signIn(url, 'clerk')
  const take = async (queueId = 'B'): Promise<{ token: string; ticketId: string }> =>
    (await guide.post<{ token: string; ticketId: string }>('/tickets', { queueId, printer: 'none' })).body
  const at = async (counter: string, ...verbs: string[]): Promise<{ token: string; ticketId: string }> => {
    const one = await take()
    await clerk.post(`/counters/${counter}/open`)
    await clerk.post(`/counters/${counter}/call`, { ticketId: one.ticketId })
    for (const verb of verbs) await clerk.post(`/counters/${counter}/${verb}`)
    return one
  }
  return {
    called: await at('1'),
    serving: await at('2', 'serve'),
    missed: await at('3', 'missed'),
    finished: await at('4', 'serve', 'finish'),
    waiting: await take(),
    at,
    guide,
    clerk,
    supervisor: await signIn(url, 'supervisor'),
  }
}

/** Pages that a program of their own serves, where their tests look at them. */
export const servedElsewhere = ['city']

/** Every page that is built, with every state that a test can bring about. */
export async function everyPage(hall: RunningGateway): Promise<Walk[]> {
  const there = await livelyHall(hall)
  const terminal = (width: number, height: number, id: string): Walk => ({
    ...staff('terminal', `/kiosk/?terminal=${id}`, '.chips button'),
    kind: 'terminal',
    width,
    height,
    through: (page, look) => terminalTour(page, [], look),
  })
  const pressing =
    (...steps: [key: string, state: string][]): Walk['through'] =>
    async (page, look) => {
      await look('open')
      for (const [key, state] of steps) {
        await page.keyboard.press(key)
        await page.waitForSelector('dialog[open]')
        await look(state)
        await page.keyboard.press('Escape')
        await page.waitForSelector('dialog[open]', { state: 'detached' })
      }
    }
  return [
    terminal(1080, 1920, 'K1'),
    terminal(1920, 1080, 'K2'),
    staff('start', '/', 'h1'),
    staff('sign-in', '/sign-in', 'input', async (page, look) => {
      await look('open')
      await page.fill('input >> nth=0', '9999')
      await page.fill('input >> nth=1', 'not the password')
      await page.click('.sign-submit')
      await page.waitForSelector('.sign-alarm')
      await look('refused')
    }),
    staff(
      'counter',
      '/counter/?counter=2',
      '.plate-serving',
      pressing(['F6', 'hand on'], ['F7', 'a note'], ['F9', 'a pause'], ['?', 'keys']),
    ),
    staff('counter', '/counter/?counter=5', '.top-bar'),
    staff(
      'guide',
      '/guide/',
      '.ticket-row',
      pressing(
        ['t', 'take a number'],
        ['/', 'palette'],
        ['?', 'keys'],
        ['a', 'appointments'],
        ['n', 'a notice'],
        ['q', 'a question'],
        ['h', 'errands'],
        ['b', 'an announcement'],
        ['c', 'counters'],
      ),
    ),
    ...sections.map(({ id }) => staff('manage', `/manage/?section=${id}`, '.manage-main', open)),
    { ...staff('enrol', '/enrol/?kind=terminal', 'output'), kind: 'shown', width: 1080, height: 1920 },
    {
      ...staff('rating', '/rating/?counter=6', '.tablet-home'),
      kind: 'tablet',
      width: 1280,
      height: 800,
      through: async (page, look) => {
        await look('nobody')
        await there.at('6', 'serve', 'finish')
        await page.waitForSelector('.tablet-grade')
        await look('asked')
        await page.click('.tablet-grade >> nth=3')
        await page.waitForSelector('text=材料没一次说清')
        await look('a low grade')
        await page.click('text=材料没一次说清')
        await page.click('text=别的，写一句')
        await look('words')
      },
    },
    phone('phone', `/t/${there.called.token}`, '.number.called'),
    phone('phone', `/t/${there.serving.token}`, 'header'),
    phone('phone', `/t/${there.missed.token}`, '.actions'),
    phone('phone', `/t/${there.finished.token}`, 'header'),
    phone('phone', '/t/nobody', '.card.empty'),
    phone('phone', `/t/${there.waiting.token}`, '.num.big', async (page, look) => {
      await look('waiting')
      await page.click('.actions button:has-text("不办了")')
      await look('asked whether to give up')
    }),
    phone('take-away', '/m/m029', '.take-away h1'),
    phone('way', '/way?from=K1&counter=37', 'header'),
    phone('book', '/book', 'h1', async (page, look) => {
      await look('what')
      await page.fill('input', '营业执照')
      await page.waitForSelector('.choices button')
      await look('found')
      await page.click('.choices button >> nth=0')
      await page.waitForSelector('.slots button, .trouble')
      await look('when')
    }),
    phone('take', '/take', 'h1'),
    phone('complain', '/complain', 'h1'),
    shown('lobby', '/display/?screen=L1', '.wall b.num', 1920, 1080),
    shown('strip', '/strip/?counter=1', '.plate', 1920, 360),
    shown('strip', '/strip/?counter=5', '.plate', 1920, 360),
    shown('poster', '/poster', 'h1', 794, 1123),
    shown('led', '/led/?panel=P1', 'canvas', 800, 200),
  ]
}
