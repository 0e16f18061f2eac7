import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installedPackages } from './installed-packages.ts'
import { neededPackages } from './needed-packages.ts'
import { licenceTexts, billOfMaterials } from './what-is-shipped.ts'

/** Debian's names of processors, and those of npm. */
export const archs = { amd64: 'x64', arm64: 'arm64' } as const
export type Arch = keyof typeof archs

const SHIPPED = ['gateway', 'display', 'dist', 'assets', 'docs', 'LICENSE', 'NOTICE', 'README.md', 'CHANGELOG.md']
/** Pages only: their fonts lie in dist/. */
const PAGES_ONLY = ['@fontsource/noto-serif-sc']

/**
 * Everything of the product as it lies in /opt/tingshi, with its own Node, for one kind of processor. `dist/` must be built. `version`: as it
 * will say itself. Needs npm and its registry; whoever installs the result needs neither.
 */
export function stageProduct(root: string, into: string, arch: Arch, version: string): void {
  mkdirSync(join(into, 'bin'), { recursive: true })
  for (const name of SHIPPED) cpSync(join(root, name), join(into, name), { recursive: true })
  rmSync(join(into, 'assets/scripts'), { recursive: true, force: true })
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  cpSync(join(root, 'package-lock.json'), join(into, 'package-lock.json'))
  writeFileSync(join(into, 'package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`)
  const cpu = archs[arch]
  const npm = (...words: string[]): void =>
    void execFileSync('npm', [...words, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: into, stdio: 'inherit' })
  npm('ci', '--omit=dev', '--ignore-scripts', '--os=linux', '--libc=glibc', `--cpu=${cpu}`)
  keepOnlyNeeded(root, join(into, 'node_modules'), cpu)
  putNode(into, cpu, manifest.dependencies.node ?? '')
  writeFileSync(join(into, 'THIRD-PARTY-LICENCES.txt'), licenceTexts(join(into, 'node_modules')))
  writeFileSync(join(into, 'sbom.cdx.json'), billOfMaterials(join(into, 'node_modules'), version))
  for (const name of ['tingshi', 'tingshi-browser', 'tingshi-harden']) {
    cpSync(join(root, 'assets/deploy', name), join(into, 'bin', name))
    chmodSync(join(into, 'bin', name), 0o755)
  }
  rmSync(join(into, 'package-lock.json'))
}

/** Pages are built: their packages stay behind, and so do faces and binaries that nothing here reads. */
function keepOnlyNeeded(root: string, modules: string, cpu: string): void {
  const needed = neededPackages(root, modules)
  for (const name of PAGES_ONLY) needed.delete(name)
  for (const name of installedPackages(modules))
    if (!needed.has(name)) rmSync(join(modules, name), { recursive: true, force: true })
  rmSync(join(modules, '.bin'), { recursive: true, force: true })
  rmSync(join(modules, '.package-lock.json'), { force: true })
  for (const name of installedPackages(modules)) {
    if (name.startsWith('@fontsource/')) keepFiles(join(modules, name), /\.woff2$|package\.json$|LICENSE$/)
    const prebuilds = join(modules, name, 'prebuilds')
    if (!existsSync(prebuilds)) continue
    for (const folder of readdirSync(prebuilds))
      if (!folder.endsWith(`linux-${cpu}`)) rmSync(join(prebuilds, folder), { recursive: true })
  }
}

function keepFiles(folder: string, wanted: RegExp): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !wanted.test(entry.name)) rmSync(join(entry.parentPath, entry.name))
}

/** Node itself, as npm has it for this processor. */
function putNode(into: string, cpu: string, version: string): void {
  const work = mkdtempSync(join(tmpdir(), 'tingshi-node-'))
  try {
    execFileSync('npm', ['pack', `node-linux-${cpu}@${version}`, '--silent'], { cwd: work })
    const [packed = ''] = readdirSync(work)
    execFileSync('tar', ['-xzf', packed], { cwd: work })
    cpSync(join(work, 'package/bin/node'), join(into, 'bin/node'))
    chmodSync(join(into, 'bin/node'), 0o755)
    const licence = join(work, 'package/LICENSE')
    if (existsSync(licence)) cpSync(licence, join(into, 'bin/NODE-LICENSE'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
