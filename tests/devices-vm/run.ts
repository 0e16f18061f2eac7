import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

// `npm run test:devices`: the gateway's own drivers on a real kernel with virtual scanners, pads and a USB printer. About a minute.
const root = resolve(import.meta.dirname, '../..')
const out = join(root, 'node_modules/.cache/devices-vm')
const AT_MOST_MS = 9 * 60_000
const packages = {
  'qemu-system-x86_64': 'qemu-system-x86',
  busybox: 'busybox-static',
  cpio: 'cpio',
  modprobe: 'kmod',
  'dpkg-deb': 'dpkg',
}

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const run = (program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
const missing = (): string[] => Object.entries(packages).flatMap(([program, name]) => (has(program) ? [] : [name]))

/** Why it cannot run here, in one sentence; null = it can. */
function whyNot(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `needs Linux on x64, this is ${process.platform} on ${process.arch}`
  if (!has('apt-get')) return 'needs a Debian system: the kernel and QEMU come from its packages'
  if (missing().length > 0 && process.getuid?.() === 0) {
    console.log(`Installing ${missing().join(', ')}.`)
    if (
      !run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing()) &&
      run('apt-get', 'update', '-q')
    )
      run('apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing())
  }
  return missing().length > 0 ? `needs these packages: sudo apt-get install ${missing().join(' ')}` : null
}

const reason = whyNot()
if (reason !== null) {
  console.error(`test:devices ${reason}.`)
  process.exit(2)
}
if (!run('bash', join(import.meta.dirname, 'build.sh'), out)) {
  console.error(
    'test:devices could not make its system; the kernel package is fetched with apt-get download (try apt-get update).',
  )
  process.exit(2)
}
const words = ['-accel', 'tcg', '-m', '1024', '-nographic', '-no-reboot', '-kernel', 'vmlinuz', '-initrd', 'initrd.gz']
const machine = spawn('qemu-system-x86_64', [...words, '-append', 'console=ttyS0 quiet panic=-1 no_timer_check'], {
  cwd: out,
  stdio: ['ignore', 'pipe', 'inherit'],
})
const tooLong = setTimeout(() => machine.kill('SIGKILL'), AT_MOST_MS)
let said = ''
machine.stdout.on('data', (chunk: Buffer) => {
  said += String(chunk)
  process.stdout.write(chunk)
})
machine.once('exit', () => {
  clearTimeout(tooLong)
  process.exitCode = said.includes('devices: all good') ? 0 : 1
})
