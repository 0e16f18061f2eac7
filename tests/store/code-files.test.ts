import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { codeFiles } from '../../gateway/store/code-files.ts'
import { stateCode } from '../../gateway/store/state-snapshot.ts'

/** What Node itself reads when these files are imported. */
function loadedBy(entries: readonly string[]): string[] {
  const program = `
    import { registerHooks } from 'node:module'
    const files = []
    registerHooks({ load: (url, context, next) => {
      if (url.startsWith('file:')) files.push(new URL(url).pathname)
      return next(url, context)
    } })
    for (const entry of ${JSON.stringify(entries.map((file) => pathToFileURL(file).href))}) await import(entry)
    console.log(JSON.stringify(files))`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })
  return [...new Set(JSON.parse(said) as string[])].toSorted()
}

test('L12 a snapshot stands for exactly the files that run when a state is made of a log', () => {
  const files = codeFiles(stateCode)
  // What packages load of themselves by other words than `import` makes no state.
  const own = (file: string): boolean => !file.includes('/node_modules/')
  expect(files.filter(own)).toEqual(loadedBy(stateCode).filter(own))
  // Neither what decides nor what the hall folder may say: an update of either starts without reading the whole log.
  expect(files.filter((file) => /\/decide\.ts$|contract\/hall\.ts$|node_modules\/zod/.test(file))).toEqual([])
})

test('L12 what is imported for its types, in comments or by Node does not count; what is exported on does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-code-'))
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const one = write(
    'one.ts',
    "import { readFileSync } from 'node:fs'\nimport type { A } from './types.ts'\nimport {\n  two,\n} from './two.ts'\n// import './no.ts'\nimport './three.ts'\n",
  )
  write('two.ts', "export * from './four.ts'\nexport { one } from './one.ts'\n")
  write('three.ts', 'export const three = 3\n')
  write('four.ts', "const said = 'from nowhere'\n")
  expect(codeFiles([one]).map((file) => file.slice(folder.length + 1))).toEqual([
    'four.ts',
    'one.ts',
    'three.ts',
    'two.ts',
  ])
  rmSync(folder, { recursive: true })
})
