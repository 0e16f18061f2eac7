import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
// @ts-expect-error: it brings no types.
import Provider from 'oidc-provider'

type Claims = Record<string, unknown>
export interface CitySignIn {
  readonly issuer: string
  /** Changes what stands in ID tokens before they leave, signed with the provider's own key, or with `stranger`'s. */
  tamper(change: ((claims: Claims) => Claims) | null, stranger?: boolean): void
  close(): void
}

const CLIENT = { id: 'tingshi', secret: 'only-for-this-test' }
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A real OpenID provider on a free port of this computer, whose own login takes any name. */
export async function citySignIn(callback: string): Promise<CitySignIn> {
  const server: Server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [own, foreign] = [rsa(), rsa()]
  let change: ((claims: Claims) => Claims) | null = null
  let key = own
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    jwks: { keys: [{ ...own, kid: 'city', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only-for-this-test'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
  } as never)
  provider.use(async (context: { path: string; body: Claims }, next: () => Promise<void>) => {
    await next()
    if (change === null || context.path !== '/token' || typeof context.body?.id_token !== 'string') return
    const [head = '', body = ''] = context.body.id_token.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims
    const text = `${head}.${encoded(change(claims))}`
    const signed = sign('sha256', Buffer.from(text), createPrivateKey({ key, format: 'jwk' } as never))
    context.body = { ...context.body, id_token: `${text}.${signed.toString('base64url')}` }
  })
  server.on('request', provider.callback() as never)
  return {
    issuer,
    tamper(next, stranger = false) {
      change = next
      key = stranger ? foreign : own
    },
    close: () => server.close(),
  }
}
export { CLIENT as cityClient }

/** A browser that follows where it is sent, from address to address, keeping each site's cookies. */
export function wanderer() {
  const jars = new Map<string, Map<string, string>>()
  async function go(address: string, form: Record<string, string> | null = null): Promise<Response> {
    const { host } = new URL(address)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    const headers = new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
    const given: RequestInit = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const response = await fetch(address, { ...given, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    cookieAt: (url: string, name: string): string | undefined => jars.get(new URL(url).host)?.get(name),
    forget: (url: string, name: string) => jars.get(new URL(url).host)?.delete(name),
    go,
    /** Through the provider's login as this person; gives the address to which it sends back, not gone to yet. */
    async through(start: string, person: string, end: string): Promise<string> {
      let address = start
      for (let step = 0; step < 15; step += 1) {
        const response = await go(address)
        const to = response.headers.get('location')
        if (to !== null) {
          address = new URL(to, address).href
          if (address.startsWith(end)) return address
          continue
        }
        const page = await response.text()
        const prompt = page.includes('name="login"') ? 'login' : 'consent'
        const answer = await go(address, { prompt, login: person, password: 'x' })
        address = new URL(answer.headers.get('location') ?? '', address).href
        if (address.startsWith(end)) return address
      }
      throw new Error(`never came back: ${address}`)
    },
  }
}
