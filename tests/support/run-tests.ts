import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']

function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return join(folder, name)
    } catch {
      // Not in this folder.
    }
  }
  return null
}
const browserHere = (): string | null => names.map(onPath).find((found) => found !== null) ?? null
const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

/** The browser that the tests of the pages drive: named, found, or fetched. */
async function seeToBrowser(): Promise<string | null> {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null
  const found = browserHere()
  if (found) return found
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    console.log('No browser here: installing chromium with apt-get.')
    if (
      run('apt-get', ['install', '-y', '-q', 'chromium']) ||
      (run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-y', '-q', 'chromium']))
    ) {
      const installed = browserHere()
      if (installed) return installed
    }
  }
  console.log('No browser here: asking playwright-core to fetch one.')
  run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  const { chromium } = await import('playwright-core')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

// `npm test`: a browser, the pages, then every test. Words after `--` go to vitest.
const browser = await seeToBrowser()
if (browser === null) {
  console.error(
    'The tests of the pages need a browser. Install Chromium, Chrome or Edge, or set CHROMIUM to its path, then run `npm test` again.',
  )
  process.exit(1)
}
// Gateways are started a hundred times: what they are made of is compiled once.
const env = { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'), ...process.env, CHROMIUM: browser }
const step = (args: string[]): void => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
step([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
step([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)])
