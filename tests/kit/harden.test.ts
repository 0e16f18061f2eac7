import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const deploy = resolve(import.meta.dirname, '../../assets/deploy')
const script = join(deploy, 'tingshi-harden')
let root = ''
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'tingshi-harden-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

const harden = (...words: string[]): { status: number | null; said: string } => {
  const { status, stdout, stderr } = spawnSync('sh', [script, ...words, '--root', root], { encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}
const files = (): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

test('KT1 one command puts everything in its place, with the gateway filled in, and another takes it away', () => {
  const { status, said } = harden(
    ...['--gateway', 'https://10.1.2.3:8443/', '--admin', '10.1.2.0/24'],
    ...['--log', 'http://10.1.2.9:19532', '--also', '10.1.2.30:9100'],
  )
  expect(said).toContain('锁好了：浏览器只开 https://10.1.2.3:8443 的页面。')
  expect(status).toBe(0)
  const kit = readdirSync(join(deploy, 'kiosk')).filter((name) => name !== 'firewall-gateway.nft')
  expect(files().length).toBe(kit.length)
  for (const name of files()) expect.soft(read(name), name).not.toMatch(/@[A-Z]+@/)
  const policies = JSON.parse(read('etc/chromium/policies/managed/tingshi.json')) as Record<string, unknown>
  expect(policies.URLBlocklist).toContain('*')
  expect(policies.URLAllowlist).toContain('https://10.1.2.3:8443/kiosk/')
  expect(policies.LocalNetworkAccessAllowedForUrls).toEqual(['https://10.1.2.3:8443'])
  const wall = read('etc/tingshi/firewall.nft')
  for (const line of [
    'ip saddr 10.1.2.0/24 tcp dport 22 accept',
    'ip daddr 10.1.2.3 tcp dport 8443 accept',
    'ip daddr 10.1.2.9 tcp dport 19532 accept',
    'ip daddr 10.1.2.30 tcp dport 9100 accept',
  ])
    expect(wall).toContain(line)
  expect(read('etc/systemd/journal-upload.conf.d/tingshi.conf')).toContain('URL=http://10.1.2.9:19532')
  // USBGuard refuses rules that others may read; Chromium runs as another account and must read its own.
  expect(statSync(join(root, 'etc/usbguard/rules.d/50-tingshi.conf')).mode & 0o777).toBe(0o600)
  expect(statSync(join(root, 'etc/chromium/policies/managed/tingshi.json')).mode & 0o777).toBe(0o644)
  expect(harden('--off').status).toBe(0)
  expect(files()).toEqual([])
})

test('KT1 a name is held by its port, the usual port stands where none is written, without a log server nothing is sent', () => {
  expect(harden('--gateway', 'http://dating.example.cn').status).toBe(0)
  expect(read('etc/tingshi/firewall.nft')).toContain('\t\ttcp dport 80 accept')
  expect(read('etc/tingshi/firewall.nft')).not.toContain('dport 22')
  expect(existsSync(join(root, 'etc/systemd/journal-upload.conf.d'))).toBe(false)
  expect(harden('--gateway', 'https://[2001:db8::7]:8443').status).toBe(0)
  expect(read('etc/tingshi/firewall.nft')).toContain('\t\tip6 daddr 2001:db8::7 tcp dport 8443 accept')
})

test('KT1 an address that is none is refused in words, and nothing is written', () => {
  for (const [words, sign] of [
    [[], '网关的网址要写成'],
    [['--gateway', '10.1.2.3:8080'], '网关的网址要写成'],
    [['--gateway', 'http://10.1.2.3:8080/kiosk/'], '网关的网址要写成'],
    [['--gateway', 'http://a.cn" , "x'], '网关的网址要写成'],
    [['--gateway', 'http://a.cn', '--admin', 'any'], '--admin 要写成'],
    [['--gateway', 'http://a.cn', '--log', '10.1.2.9'], '--log 要写成'],
    [['--gateway', 'http://a.cn', '--also', 'printer'], '--also 要写'],
    [['--gateway'], '用法'],
    [['--what'], '不认识 --what'],
  ] as const) {
    const { status, said } = harden(...words)
    expect.soft(said, words.join(' ')).toContain(sign)
    expect.soft(status, words.join(' ')).toBe(2)
  }
  expect(files()).toEqual([])
})

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

test.skipIf(!has('systemd-analyze'))('KT4 systemd understands every unit of the package', () => {
  const units = join(deploy, 'systemd')
  for (const name of readdirSync(units)) {
    // What the units start lies elsewhere on a built machine: here it need only be there.
    const text = readFileSync(join(units, name), 'utf8').replaceAll(
      /^(Exec\w+=)(\S+)/gm,
      (_, key: string) => `${key}/bin/true`,
    )
    writeFileSync(join(root, name), text.replaceAll(/^EnvironmentFile=\//gm, 'EnvironmentFile=-/'))
  }
  const names = readdirSync(root).map((name) => join(root, name))
  const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', ...names], { encoding: 'utf8' })
  const own = stderr.split('\n').filter((line) => line.includes('tingshi'))
  expect(own).toEqual([])
  expect(status).toBe(0)
})

test.skipIf(!has('systemd-analyze'))(
  'KT4 the browsers begin anew every night, at no hour at which a hall is open',
  () => {
    const timer = readFileSync(join(deploy, 'systemd/tingshi-nightly.timer'), 'utf8')
    const [, calendar = ''] = /^OnCalendar=(.*)$/m.exec(timer) ?? []
    const said = execFileSync('systemd-analyze', ['calendar', '--iterations=2', calendar], { encoding: 'utf8' })
    expect(said).toMatch(/Next elapse: .* 0[1-4]:\d\d/)
    for (const name of ['tingshi-kiosk', 'tingshi-wall']) {
      const unit = readFileSync(join(deploy, 'systemd', `${name}.service`), 'utf8')
      expect(unit).toContain('tingshi-nightly.timer')
      // A browser must not end in the middle of a day because it was begun at that hour.
      expect(unit).not.toContain('RuntimeMaxSec')
    }
  },
)
