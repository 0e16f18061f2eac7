import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const tests = resolve(import.meta.dirname, '..')
/** What starts a process or a browser of its own. */
const apart = /support\/(?:run-nats|run-gateway|run-agent|hall-in-browser|browser)|node:child_process/

/** Test files that work in their own process alone, from the root of the project. They need no built pages and no browser. */
export const unitTests = (): string[] =>
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.long)\.test\.ts$/.test(name) && !name.startsWith('out/'))
    .filter((name) => !apart.test(readFileSync(join(tests, name), 'utf8')))
    .map((name) => `tests/${name}`)
