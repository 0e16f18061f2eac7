import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** import … from, export … from, import '…', require(…); what is imported for its types alone is not there when the code runs. */
const IMPORTS = /(?:^(?:import|export)\b(?!\s+type\b)[^'"]*?\bfrom\s*|^import\s*|\brequire\()['"]([^'"]+)['"]/gm

/** The files that run when these are imported, packages included, each once and sorted. Node's own modules are not among them. */
export function codeFiles(entries: readonly string[]): string[] {
  const files = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    const { resolve } = createRequire(file)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS))
      if (!name.startsWith('node:')) visit(resolve(name))
  }
  for (const entry of entries) visit(entry)
  return [...files].toSorted()
}
