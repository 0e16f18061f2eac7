import { signIn } from './api-client.ts'
import type { RunningGateway } from './run-gateway.ts'

/** A page of the house as somebody first sees it. Budgets in kB (1,000 bytes) on the line; null = none is set. */
export interface FirstScreen {
  /** The name of its file, as in assets/fonts/first-screens.json. */
  page: string
  path: string
  width: number
  height: number
  /** A selector that the first screen has when all its words are there. */
  ready: string
  most: number
  /** Of scripts. */
  mostScript: number | null
  /** A visitor's own: it writes Chinese with the phone's font. */
  phone: boolean
}

const at = (page: string, path: string, ready: string, most: number): FirstScreen => ({
  page,
  path,
  ready,
  most,
  width: 1366,
  height: 768,
  mostScript: null,
  phone: false,
})
const onPhone = (page: string, path: string, ready: string): FirstScreen => ({
  ...at(page, path, ready, 120),
  width: 390,
  height: 844,
  phone: true,
})

/** It shows all the others at once, each in a frame. */
export const startPage: FirstScreen = at('start', '/', 'h1', 350)

/** Counters that call, a wall that shows them, and somebody who waits: then every page has something to show. */
export async function firstScreens({ url }: RunningGateway): Promise<FirstScreen[]> {
  const guide = await signIn(url, 'guide')
  const clerk = await signIn(url, 'clerk')
  for (const counter of ['1', '2', '3']) {
    await guide.post('/tickets', { queueId: 'B' })
    await clerk.post(`/counters/${counter}/open`)
    await clerk.post(`/counters/${counter}/next`)
  }
  const { body: visitor } = await guide.post<{ token: string }>('/tickets', { queueId: 'B' })
  return [
    { ...at('terminal', '/kiosk/?terminal=K1', '.chips button', 300), width: 1080, height: 1920, mostScript: 60 },
    onPhone('phone', `/t/${visitor.token}`, '.num.big'),
    { ...at('lobby', '/display/?screen=L1', '.wall b.num', 250), width: 1920, height: 1080, mostScript: 40 },
    { ...at('strip', '/strip/?counter=1', '.plate', 250), width: 1920, height: 360, mostScript: 40 },
    at('guide', '/guide/', '.top-bar', 350),
    at('counter', '/counter/?counter=1', '.top-bar', 350),
    at('manage', '/manage/', '.top-bar', 350),
    at('sign-in', '/sign-in', 'input', 350),
    at('enrol', '/enrol/?kind=screen', 'h1', 350),
    { ...at('rating', '/rating/?counter=1', 'h1', 250), width: 1280, height: 800 },
    { ...at('poster', '/poster', 'h1', 250), width: 794, height: 1123 },
    onPhone('book', '/book', 'h1'),
    onPhone('take', '/take', 'h1'),
    onPhone('take-away', '/m/m029', '.take-away h1'),
    onPhone('complain', '/complain', 'h1'),
  ]
}
