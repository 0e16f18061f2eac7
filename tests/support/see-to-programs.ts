import { spawnSync } from 'node:child_process'

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** Whether these programs are here; where somebody may install them, Debian's packages are. */
export function seeToPrograms(programs: readonly string[], packages: readonly string[]): boolean {
  if (programs.every(has)) return true
  if (process.getuid?.() !== 0 || !has('apt-get')) return false
  const install = (): boolean =>
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'ignore' })
      .status === 0
  if (!install()) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    install()
  }
  return programs.every(has)
}
