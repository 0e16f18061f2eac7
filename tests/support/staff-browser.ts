import { type Conversation, converse } from './api-client.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'

/** What one browser has of a sign-in, without the browser: its cookie, and the word that its pages say. */
export interface StaffBrowser {
  readonly cookie: string
  readonly word: string | null
  /** `word`: what the page says beside the cookie; else its own. */
  ask<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    word?: string | null,
  ): Promise<{ status: number; body: T }>
  signIn(number: string, password: string): Promise<{ status: number; body: SessionView }>
  /** A page's socket of this browser that shows no token. */
  open(topics: string[]): Promise<Conversation>
}

export function staffBrowser(url: string): StaffBrowser {
  /** By name, as a browser keeps them. */
  const cookies = new Map<string, string>()
  const cookie = (): string => [...cookies].map((one) => one.join('=')).join('; ')
  let word: string | null = null
  const ask: StaffBrowser['ask'] = async <T>(
    method: 'GET' | 'POST',
    path: string,
    body: unknown = {},
    said: string | null = word,
  ) => {
    const headers = new Headers({ 'content-type': 'application/json', cookie: cookie() })
    if (said !== null) headers.set('x-tingshi-page', said)
    const given: RequestInit = { method, headers, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(`${url}/api/v1${path}`, given)
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const text = await response.text()
    const answer = (text === '' ? null : JSON.parse(text)) as T & { word?: string | null }
    if (answer?.word !== undefined) word = answer.word
    return { status: response.status, body: answer as T }
  }
  return {
    get cookie() {
      return cookie()
    },
    get word() {
      return word
    },
    ask,
    signIn: (number, password) => ask('POST', '/session', { number, password }),
    async open(topics) {
      const page = await converse(url, { cookie: cookie() })
      page.say({ type: 'hello', protocol: 1, token: null, topics })
      await page.until((message) => message.type === 'welcome' || message.type === 'refused')
      return page
    },
  }
}
