import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { PAGE_WORD_HEADER } from '../contract/page-word.ts'
import type { SignIns } from '../people/sign-ins.ts'
import type { Actor } from '../rights/actor.ts'
import { signInToken } from './sign-in-cookie.ts'

type Asked = Pick<IncomingMessage, 'headers' | 'method'>

/** Whether a page that may act for a sign-in says so: reading needs no word, orders do. */
export function saysItsWord({ headers, method }: Asked, word: string): boolean {
  if (method === 'GET' || method === 'HEAD') return true
  const said = Buffer.from(String(headers[PAGE_WORD_HEADER] ?? ''))
  const expected = Buffer.from(word)
  return said.length === expected.length && timingSafeEqual(said, expected)
}

/** Who speaks over HTTP: the bearer of a token, or whoever signed in on this browser. null = nobody, or a page that may not act for them. */
export function whoAsks(
  signIns: Pick<SignIns, 'actorOf' | 'pageWord' | 'touch'>,
  actorOf: (token: string) => Actor | null,
): (request: Asked) => Actor | null {
  return (request) => {
    const { authorization, cookie } = request.headers
    if (authorization?.startsWith('Bearer ')) return actorOf(authorization.slice(7))
    const token = signInToken(cookie)
    if (token === null || !saysItsWord(request, signIns.pageWord(token))) return null
    if (request.method === 'POST') signIns.touch(token)
    return signIns.actorOf(token)
  }
}
