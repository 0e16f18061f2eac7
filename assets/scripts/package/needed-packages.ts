import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Named in the code by a part of their name only. */
const FONTS = /@fontsource\/\$\{/
/** Programs of the gateway's computer. `client` is the pages' end of the wire, `start.ts` builds pages. */
const isProgram = (name: string): boolean => name.endsWith('.ts') && !name.startsWith('client/') && name !== 'start.ts'

/**
 * The packages that the gateway, the agent and the command line need when they run, with what those need: found by what the code imports, so
 * that no list can be forgotten. `root`: the product; `modules`: installed packages. Gives names.
 */
export function neededPackages(root: string, modules: string): Set<string> {
  const gateway = join(root, 'gateway')
  const files = readdirSync(gateway, { recursive: true, encoding: 'utf8' })
    .filter(isProgram)
    .map((name) => join(gateway, name))
  const seen = new Set<string>()
  const wanted = new Set<string>()
  for (let file = files.pop(); file !== undefined; file = files.pop()) {
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    const code = readFileSync(file, 'utf8')
    if (FONTS.test(code))
      for (const name of readdirSync(join(modules, '@fontsource'))) wanted.add(`@fontsource/${name}`)
    for (const [, typeOnly, from = '', called = ''] of code.matchAll(
      /(?:^|\n)(?:import|export) (type )?[^'"`]*?['"]([^'"]+)['"]|(?:import|resolve|require)\(\s*['"]([^'"]+)['"]/g,
    )) {
      const name = from || called
      if (typeOnly || name.startsWith('node:')) continue
      if (!name.startsWith('.')) wanted.add(packageOf(name))
      else if (name.endsWith('.ts')) files.push(resolve(dirname(file), name))
    }
  }
  return withTheirs(wanted, modules)
}

const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

/** What they need in turn, as far as it is installed. */
function withTheirs(wanted: Iterable<string>, modules: string): Set<string> {
  const all = new Set<string>()
  const left = [...wanted]
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const file = join(modules, name, 'package.json')
    if (all.has(name) || !existsSync(file)) continue
    all.add(name)
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      dependencies?: Record<string, string>
      optionalDependencies?: Record<string, string>
    }
    left.push(...Object.keys(dependencies), ...Object.keys(optionalDependencies))
  }
  return all
}
