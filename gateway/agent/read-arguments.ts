import { isLoopback } from '../config.ts'
import { AGENT_PAGE_PORT } from '../contract/agent-page-port.ts'

export interface AgentSettings {
  ok: true
  /** Those of this hall, in the order in which they are asked. */
  gateways: string[]
  terminal: string
  /** null = none yet: it is to be let in by a code. */
  token: string | null
  /** Where the token is kept once it is let in; null = it was given. */
  enrolFile: string | null
  also: string[]
  sealed: boolean
  /** Where this computer's own page may ask; null = nowhere. */
  pagePort: number | null
  /** Origins of that page: the gateway's, and those that it is opened under besides. */
  pageOrigins: string[]
}

/** What stands on the agent's command line; `message` null = help was asked for. */
export function readArguments(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): AgentSettings | { ok: false; message: string | null } {
  if (words.includes('--help') || words.length === 0) return { ok: false, message: null }
  const given = new Map<string, string[]>()
  for (let at = 0; at < words.length; at += 2) {
    const [name = '', value] = words.slice(at, at + 2)
    if (
      ![
        '--gateway',
        '--terminal',
        '--token',
        '--token-file',
        '--enrol-file',
        '--lend',
        '--page-port',
        '--page',
      ].includes(name)
    )
      return { ok: false, message: `不认识 ${name}。` }
    if (value === undefined || value.startsWith('--')) return { ok: false, message: `${name} 后面要写内容。` }
    given.set(name, [...(given.get(name) ?? []), value])
  }
  const one = (name: string): string | null => given.get(name)?.at(-1) ?? null
  const gateways = given.get('--gateway') ?? []
  const terminal = one('--terminal')
  const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
  if (gateways.length === 0 || !gateways.every(isAddress))
    return { ok: false, message: '--gateway 要写网关的网址，例如 http://192.168.1.10:8080。' }
  if (terminal === null || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(terminal))
    return { ok: false, message: '--terminal 要写终端编号，例如 K3。' }
  const pagePort = Number(one('--page-port') ?? AGENT_PAGE_PORT)
  if (!Number.isInteger(pagePort) || pagePort < 0 || pagePort > 65_535)
    return { ok: false, message: '--page-port 要写端口号，例如 47610；0 是不开。' }
  const pages = given.get('--page') ?? []
  if (!pages.every(isAddress)) return { ok: false, message: '--page 要写终端网页的网址，例如 https://hall.example。' }
  const file = one('--token-file')
  const enrolFile = one('--enrol-file')
  let token = one('--token') ?? env.TINGSHI_AGENT_TOKEN ?? null
  if (file !== null) {
    try {
      token = readFile(file).trim()
    } catch {
      return { ok: false, message: `读不了口令文件 ${file}。` }
    }
  }
  if (enrolFile !== null) {
    try {
      token = readFile(enrolFile).trim()
    } catch {
      token = null
    }
  }
  if (enrolFile === null && (token === null || token === '' || token.length > 200))
    return {
      ok: false,
      message: '还没有口令：写 --enrol-file 就显示登记码；或者写 --token、--token-file、TINGSHI_AGENT_TOKEN。',
    }
  return {
    ok: true,
    gateways,
    terminal,
    token: token === '' ? null : token,
    enrolFile,
    also: given.get('--lend') ?? [],
    sealed: gateways.every(isSealed),
    pagePort: pagePort === 0 ? null : pagePort,
    pageOrigins: [...gateways, ...pages].map((page) => new URL(page).origin),
  }
}

/** Nobody on the way can read along: TLS, or the same computer. */
function isSealed(gateway: string): boolean {
  const { protocol, hostname } = new URL(gateway)
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''))
}
