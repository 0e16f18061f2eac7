import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Arch } from './stage-product.ts'

const control = (version: string, arch: Arch, kilobytes: number): string => `Package: tingshi
Version: ${version}
Architecture: ${arch}
Maintainer: Tingshi maintainers <tingshi@localhost>
Section: misc
Priority: optional
Installed-Size: ${kilobytes}
Depends: adduser, libc6 (>= 2.31), libstdc++6, libudev1, libusb-1.0-0, util-linux
Recommends: cage, chromium, systemd
Suggests: nftables, usbguard, systemd-journal-remote
Description: enquiry terminals, ticket numbers and lobby displays of a public service hall
 The gateway with its pages, the agent for the computers of the terminals, and the units that keep
 them and a full-screen browser running. It carries its own Node and needs no other program.
`

/** Makes a Debian package of a staged product. `work`: an empty folder; `staged`: what becomes /opt/tingshi. */
export function writeDeb(
  root: string,
  work: string,
  staged: string,
  { arch, version, file }: { arch: Arch; version: string; file: string },
): void {
  const deploy = join(root, 'assets/deploy')
  const at = (path: string): string => {
    mkdirSync(join(work, path), { recursive: true })
    return join(work, path)
  }
  cpSync(staged, join(at('opt'), 'tingshi'), { recursive: true, verbatimSymlinks: true })
  cpSync(join(deploy, 'systemd'), at('lib/systemd/system'), { recursive: true })
  cpSync(join(deploy, 'gateway.env'), join(at('etc/tingshi'), 'gateway.env'))
  for (const name of ['tingshi', 'tingshi-harden']) symlinkSync(`/opt/tingshi/bin/${name}`, join(at('usr/bin'), name))
  const scripts = at('DEBIAN')
  for (const name of readdirSync(join(deploy, 'debian'))) {
    cpSync(join(deploy, 'debian', name), join(scripts, name))
    chmodSync(join(scripts, name), 0o755)
  }
  writeFileSync(join(scripts, 'conffiles'), '/etc/tingshi/gateway.env\n')
  const [kilobytes = '0'] = execFileSync('du', ['-sk', work], { encoding: 'utf8' }).split('\t')
  writeFileSync(join(scripts, 'control'), control(version, arch, Number(kilobytes)))
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', '-Zgzip', '-z6', work, file], { stdio: 'inherit' })
}
