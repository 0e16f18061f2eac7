import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright-core'

const deploy = resolve(import.meta.dirname, '../../assets/deploy')
const OPENS_WITHIN_MS = 60_000

/** Why no browser can be locked here, in a sentence; null = one can. It reads its policies in one folder of the system: a test has that for itself. */
export function whyNoLock(): string | null {
  if (process.platform !== 'linux') return 'policies in a file are read on Linux'
  if (!existsSync('/etc/chromium')) return 'no Chromium of Debian is installed'
  return spawnSync('unshare', [...apart(), 'true']).status === 0 ? null : 'mount namespaces are not allowed here'
}
const apart = (): string[] => (process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount'])

/** A folder as `/etc` after `tingshi-harden`, with these policies besides. `null` takes one out: the browser of a test must let itself be driven. */
export function hardened(
  gateway: string,
  besides: Record<string, unknown> = {},
  authority: string | null = null,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-harden-'))
  execFileSync(
    'sh',
    [
      join(deploy, 'tingshi-harden'),
      ...['--gateway', gateway, '--root', folder],
      ...(authority === null ? [] : ['--ca', authority]),
    ],
    { stdio: 'pipe' },
  )
  cpSync('/etc/chromium', join(folder, 'etc/chromium'), { recursive: true })
  const file = join(folder, 'etc/chromium/policies/managed/tingshi.json')
  const policies = { ...(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>), ...besides }
  const kept = Object.entries(policies).filter(([, value]) => value !== null)
  writeFileSync(file, JSON.stringify(Object.fromEntries(kept)))
  return folder
}

export interface LockedBrowser {
  readonly browser: Browser
  /** The page that it opened itself. */
  readonly page: Page
  readonly profile: string
  readonly pid: number
  said(): string
  close(): Promise<void>
}

/**
 * The kiosk's own browser, begun by the kit's own script under the kit's policies; only a test's way in is opened. `flags` go last;
 * `policies` are laid over the kit's; `readOnly`: the whole system but the profile is.
 */
export async function openLocked(
  gateway: string,
  address: string,
  {
    flags = ['--headless=new'],
    policies = {},
    readOnly = false,
    environment = {},
    authority = null,
    withinMs = OPENS_WITHIN_MS,
  }: {
    flags?: readonly string[]
    policies?: Record<string, unknown>
    readOnly?: boolean
    environment?: Record<string, string>
    /** A file with the hall's own root certificate, to be trusted. */
    authority?: string | null
    /** So long its way in is waited for. */
    withinMs?: number
  } = {},
): Promise<LockedBrowser> {
  const driven = { RemoteDebuggingAllowed: null, DeveloperToolsAvailability: null, ...policies }
  const folder = hardened(gateway, driven, authority)
  const profile = mkdtempSync(join(tmpdir(), 'tingshi-locked-'))
  const setUp = [
    `mount --bind '${folder}/etc/chromium' /etc/chromium`,
    ...(readOnly
      ? [
          // What lies in memory on such a machine.
          'mount --bind /tmp /tmp',
          `mount --bind '${profile}' '${profile}'`,
          'mount -o remount,bind,ro /',
          'mount -t tmpfs tmpfs /dev/shm',
        ]
      : []),
    'exec "$@"',
  ].join(' && ')
  const own = ['--no-sandbox', '--remote-debugging-port=0', '--ozone-platform=headless', ...flags]
  const child = spawn(
    'unshare',
    [
      ...apart(),
      '--propagation',
      'private',
      'sh',
      '-c',
      setUp,
      'sh',
      'sh',
      join(deploy, 'tingshi-browser'),
      profile,
      address,
      ...own,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...environment } },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += String(part)))
  const close = async (): Promise<void> => {
    await end(child)
    for (const one of [folder, profile]) rmSync(one, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    const port = await portOf(child, () => said, withinMs)
    await itsPage(port)
    const browser = await comeIn(port)
    const [context] = browser.contexts()
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
    if (!page) throw new Error('the browser opened no page')
    return { browser, page, profile, pid: child.pid ?? 0, said: () => said, close }
  } catch (error) {
    await close()
    throw error
  }
}

function portOf(child: ChildProcess, said: () => string, withinMs: number): Promise<number> {
  return new Promise((done, fail) => {
    const tooLate = setTimeout(() => fail(new Error(`no way in: ${said()}`)), withinMs)
    const look = setInterval(() => {
      const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said()) ?? []
      if (port === undefined) return
      clearTimeout(tooLate)
      clearInterval(look)
      done(Number(port))
    }, 100)
    child.once('exit', (code) => {
      clearTimeout(tooLate)
      clearInterval(look)
      fail(new Error(`the browser ended with ${code}: ${said().slice(-2000)}`))
    })
  })
}

/** A browser that is just opening its window does not always answer whoever comes in then: it is asked again. */
async function comeIn(port: number, tries = 4): Promise<Browser> {
  const way = `http://127.0.0.1:${port}`
  const opened = await chromium.connectOverCDP(way, { timeout: tries > 1 ? 8_000 : 30_000 }).catch((error: unknown) => {
    if (tries <= 1) throw error
    return null
  })
  return opened ?? comeIn(port, tries - 1)
}

/** Its own page is there: whoever comes in before that waits in vain. */
async function itsPage(port: number): Promise<void> {
  for (;;) {
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string
      url: string
    }[]
    if (targets.some(({ type, url }) => type === 'page' && url !== '')) return
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** The browser is some processes of one group. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  process.kill(-child.pid, 'SIGKILL')
  await gone
}
