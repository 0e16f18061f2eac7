import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { issueAuthority } from '../../gateway/cli/cert/issue.ts'
import { wallTime } from '../../gateway/time.ts'
import { type LockedBrowser, openLocked, whyNoLock } from '../support/locked-browser.ts'
import { readPolicies } from '../support/read-policies.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const deploy = resolve(import.meta.dirname, '../../assets/deploy')
const kit = JSON.parse(readFileSync(join(deploy, 'kiosk/chromium-policies.json'), 'utf8')) as Record<string, unknown>
const missing = whyNoLock()
const GATEWAY = 'http://127.0.0.1:9'
let locked: LockedBrowser
const authority = join(mkdtempSync(join(tmpdir(), 'tingshi-ca-')), 'ca.pem')
beforeAll(async () => {
  if (missing !== null) return console.log(`The kit's policies are not held here: ${missing}.`)
  writeFileSync(authority, (await issueAuthority('大厅', wallTime())).cert)
  locked = await openLocked(GATEWAY, 'about:blank', {
    authority,
    policies: {
      // Those two shut the test out; that they are known is asked of the browser's own list.
      RemoteDebuggingAllowed: true,
      DeveloperToolsAvailability: 1,
      URLAllowlist: ['chrome://policy'],
      // Not from the kit: a word that Chromium does not know.
      PrintingEnabledd: false,
    },
  })
})
afterAll(async () => {
  await locked?.close()
  rmSync(dirname(authority), { recursive: true, force: true })
})

test.skipIf(missing !== null)(
  'KT2 the installed Chromium reads every policy of the kit, and would name one it does not know',
  async () => {
    const read = await readPolicies(locked.page)
    const own = new Map(read.map((policy) => [policy.name, policy]))
    expect(own.get('PrintingEnabledd')?.error).not.toBe('')
    for (const [name, value] of Object.entries(kit)) {
      const policy = own.get(name)
      expect.soft(policy?.error, name).toBe('')
      expect.soft(policy?.scope, name).toBe('machine')
      expect.soft(policy?.level, name).toBe('mandatory')
      if (name === 'CACertificates')
        expect.soft(policy?.value, name).toEqual([oneLine(readFileSync(authority, 'utf8'))])
      else if (!/^(?:RemoteDebuggingAllowed|DeveloperToolsAvailability|URLAllowlist)$/.test(name))
        expect
          .soft(policy?.value, name)
          .toEqual(JSON.parse(JSON.stringify(value).replaceAll('@GATEWAY@', GATEWAY)) as unknown)
    }
  },
)

const oneLine = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')

/** Switches of a command line stand in the program as words with a zero behind them. */
function switchesOf(program: string): Set<string> {
  const text = readFileSync(program, 'latin1')
  return new Set(text.match(/(?<=\0)[a-z][a-z0-9-]{2,60}(?=\0)/g))
}

test.skipIf(missing !== null)('KT3 the installed Chromium has every flag and every feature that the kit names', () => {
  const [program = ''] = readdirSync('/usr/lib/chromium').filter((name) => name === 'chromium')
  const known = switchesOf(join('/usr/lib/chromium', program))
  expect(known.has('kiosk')).toBe(true)
  expect(known.has('kioskk')).toBe(false)
  const script = readFileSync(join(deploy, 'tingshi-browser'), 'utf8')
  const flags = [...script.matchAll(/ --([a-z-]+)/g)].map(([, flag = '']) => flag)
  expect(flags.length).toBeGreaterThan(10)
  expect(flags.filter((flag) => !known.has(flag))).toEqual([])
  const [, list = ''] = /--disable-features=(\S+)/.exec(script) ?? []
  const binary = readFileSync(join('/usr/lib/chromium', program))
  const unknown = list.split(',').filter((feature) => feature !== '' && !binary.includes(`\0${feature}\0`))
  expect(unknown).toEqual([])
})

test.skipIf(missing !== null)('KT2 under the kit as it is nobody drives the browser from outside', async () => {
  await expect(
    openLocked(GATEWAY, 'about:blank', { policies: { RemoteDebuggingAllowed: false }, withinMs: 10_000 }),
  ).rejects.toThrow(/remote debugging is disallowed/i)
})
