import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installedPackages } from './installed-packages.ts'

interface Manifest {
  name: string
  version: string
  license?: string | { type?: string }
}

const manifestOf = (modules: string, name: string): Manifest =>
  JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Manifest
const licenceOf = ({ license }: Manifest): string =>
  typeof license === 'string' ? license : (license?.type ?? 'not stated')

/** Every package that is shipped with the words of its licence, for people to read. */
export function licenceTexts(modules: string): string {
  const parts = installedPackages(modules).map((name) => {
    const manifest = manifestOf(modules, name)
    const folder = join(modules, name)
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file) || file === 'ARPHICPL.TXT')
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    const said = texts.length > 0 ? texts.join('\n\n') : `(${licenceOf(manifest)}; the package carries no text of it)`
    return `${'='.repeat(72)}\n${name} ${manifest.version} · ${licenceOf(manifest)}\n\n${said}\n`
  })
  return `What Tingshi is shipped with, and under which terms.\n\n${parts.join('\n')}`
}

/** The same as a CycloneDX 1.6 document, for programs. `version`: the product's own. */
export function billOfMaterials(modules: string, version: string): string {
  const components = installedPackages(modules).map((name) => {
    const manifest = manifestOf(modules, name)
    const text = licenceOf(manifest)
    const purl = `pkg:npm/${name.replace('@', '%40')}@${manifest.version}`
    // An expression holds several; one name is an id of SPDX.
    const licences = /\b(AND|OR|WITH)\b/.test(text)
      ? [{ expression: text }]
      : /^[\w.+-]+$/.test(text)
        ? [{ license: { id: text } }]
        : [{ license: { name: text } }]
    return { type: 'library', 'bom-ref': purl, name, version: manifest.version, purl, licenses: licences }
  })
  const product = { type: 'application', 'bom-ref': 'tingshi', name: 'tingshi', version }
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(components) + version)}`,
    version: 1,
    metadata: { component: product },
    components,
  }
  return `${JSON.stringify(bom, null, 1)}\n`
}

/** The same parts give the same number, so that two packages can be compared byte for byte. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
