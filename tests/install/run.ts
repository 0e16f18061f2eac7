import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { partsOf, storyOf } from './story.ts'

// `npm run test:install`: docs/install.md word by word on a clean Debian, cut off from every network. Needs root, debootstrap, some minutes.
const root = resolve(import.meta.dirname, '../..')
const base = join(root, 'node_modules/.cache/install-debian')
const packages = join(root, 'node_modules/.cache/install-packages')
const OPEN_AT = '2026-03-18T10:00:00+08:00'
const NEEDS = 'adduser,libudev1,libusb-1.0-0,libstdc++6,curl,sudo,procps,iproute2'
const run = (program: string, ...words: string[]): void =>
  void execFileSync(program, words, { stdio: 'inherit', cwd: root })
const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Why it cannot be played here, in one sentence; null = it can. */
function whyNot(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'needs Linux on x64'
  if (process.getuid?.() !== 0) return 'needs root: it makes a small Debian of its own'
  if (!has('debootstrap') && has('apt-get')) spawnSync('apt-get', ['install', '-y', '-q', 'debootstrap'])
  if (!has('debootstrap')) return 'needs debootstrap'
  return spawnSync('unshare', ['--net', '--mount', '--pid', '--fork', 'true']).status === 0
    ? null
    : 'needs namespaces, which are not allowed here'
}

const reason = whyNot()
if (reason !== null) {
  console.error(`test:install ${reason}.`)
  process.exit(2)
}
if (!existsSync(join(base, 'usr/bin/curl'))) {
  rmSync(base, { recursive: true, force: true })
  run('debootstrap', '--variant=minbase', `--include=${NEEDS}`, 'bookworm', base)
}
const make = join(root, 'assets/scripts/package/make-package.ts')
for (const version of ['0.1.0', '0.2.0'])
  run(process.execPath, make, '--arch', 'amd64', '--version', version, '--out', packages)

const hall = mkdtempSync(join(tmpdir(), 'tingshi-install-'))
try {
  run('cp', '-a', `${base}/.`, hall)
  for (const version of ['0.1.0', '0.2.0'])
    cpSync(join(packages, `tingshi_${version}_amd64.deb`), join(hall, `root/tingshi_${version}_amd64.deb`))
  for (const name of ['systemctl', 'systemd-notify'])
    cpSync(join(import.meta.dirname, name), join(hall, 'usr/bin', name))
  cpSync(join(root, 'tests/support/shift-clock.ts'), join(hall, 'usr/local/share/shift-clock.ts'))
  const guide = readFileSync(join(root, 'docs/install.md'), 'utf8')
  writeFileSync(join(hall, 'root/story.sh'), storyOf(partsOf(guide)))
  const enter = `ip link set lo up; mount -t proc proc ${hall}/proc; mount --rbind /dev ${hall}/dev; exec chroot ${hall} /bin/bash /root/story.sh`
  const { status } = spawnSync(
    'unshare',
    ['--net', '--mount', '--pid', '--fork', '--kill-child', 'bash', '-c', enter],
    {
      stdio: 'inherit',
      env: {
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        LANG: 'C.UTF-8',
        CLOCK_SHIFT: String(Date.parse(OPEN_AT) - Date.now()),
      },
    },
  )
  process.exitCode = status ?? 1
} finally {
  rmSync(hall, { recursive: true, force: true })
}
