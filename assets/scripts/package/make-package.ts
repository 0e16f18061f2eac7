import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Arch, archs, stageProduct } from './stage-product.ts'
import { writeDeb } from './write-deb.ts'

// `npm run package`: a Debian package and a tarball for each kind of processor, with Node inside.
const root = resolve(import.meta.dirname, '../../..')
const own = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
const { values } = parseArgs({
  options: {
    arch: { type: 'string', default: Object.keys(archs).join(',') },
    out: { type: 'string', default: join(root, 'package') },
    version: { type: 'string', default: own },
  },
})
const isArch = (name: string): name is Arch => name in archs
if (!existsSync(join(root, 'dist/kiosk/start/start.html'))) {
  console.error('The pages are not built yet: npm run build, then again.')
  process.exit(1)
}
mkdirSync(values.out, { recursive: true })
for (const arch of values.arch.split(',')) {
  if (!isArch(arch)) {
    console.error(`No processor is called ${arch}: ${Object.keys(archs).join(' or ')}.`)
    process.exit(2)
  }
  const work = mkdtempSync(join(tmpdir(), 'tingshi-package-'))
  try {
    const name = `tingshi_${values.version}_${arch}`
    const staged = join(work, 'tingshi')
    stageProduct(root, staged, arch, values.version)
    const tarball = join(values.out, `${name}.tar.gz`)
    execFileSync('tar', ['-czf', tarball, '--owner=0', '--group=0', '-C', work, 'tingshi'])
    const file = join(values.out, `${name}.deb`)
    writeDeb(root, join(work, 'deb'), staged, { arch, version: values.version, file })
    console.log(`${file}\n${tarball}`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
