import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { seeToPrograms } from '../support/see-to-programs.ts'

const deploy = resolve(import.meta.dirname, '../../assets/deploy')
const mayApart = spawnSync('unshare', ['--net', 'true']).status === 0
const missing = !mayApart
  ? 'network namespaces are not allowed here'
  : seeToPrograms(['nft', 'ip'], ['nftables', 'iproute2'])
    ? null
    : 'there is no nft'
if (missing !== null) console.log(`The firewall is not tried here: ${missing}.`)

test.skipIf(missing !== null)(
  'KT4 under the firewall a terminal reaches its gateway and what was named, and lets only admins in',
  () => {
    const root = mkdtempSync(join(tmpdir(), 'tingshi-harden-'))
    try {
      const where = ['--gateway', 'http://10.77.0.2:8080', '--admin', '10.77.0.0/24', '--also', '10.77.0.2:9100']
      execFileSync('sh', [join(deploy, 'tingshi-harden'), ...where, '--root', root], { stdio: 'pipe' })
      const rules = join(root, 'etc/tingshi/firewall.nft')
      const script = join(import.meta.dirname, 'firewall.sh')
      const said = execFileSync('unshare', ['--net', 'bash', script, rules, process.execPath], { encoding: 'utf8' })
      expect(said.trim().split('\n')).toEqual([
        'before 9090: through',
        'before in 5900: through',
        'out to the gateway: through',
        'out to the printer: through',
        'out to another port: refused',
        'out to another machine: refused',
        'in by ssh from the admins: through',
        'in by ssh from elsewhere: silent',
        'in to anything else: silent',
        'the page and its own computer: through',
      ])
      // The gateway's own file loads as it is shipped.
      execFileSync('unshare', ['--net', 'nft', '-c', '-f', join(deploy, 'kiosk/firewall-gateway.nft')])
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  },
  60_000,
)

test.skipIf(!seeToPrograms(['usbguard-rule-parser'], ['usbguard']))(
  'KT4 USBGuard understands every rule of the kit',
  () => {
    const rules = readFileSync(join(deploy, 'kiosk/usbguard-rules.conf'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    expect(rules.at(-1)).toBe('reject')
    for (const rule of rules) expect(spawnSync('usbguard-rule-parser', [rule]).status, rule).toBe(0)
  },
)
