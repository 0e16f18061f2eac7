import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { compressed } from './assets/scripts/compressed.ts'
import { firstFacesCss, preloadFirstFaces } from './assets/scripts/first-faces/first-faces.ts'
import { facesBySlice, woff2Only } from './assets/scripts/lean-fonts.ts'
import { pageShell } from './assets/scripts/page-shell.ts'
import { unitTests } from './tests/support/which-tests.ts'

/** Each page is its own entry; the gateway maps the public addresses to these files (gateway/server/pages.ts). */
const pages = [
  'kiosk/start/start.html',
  'kiosk/terminal/terminal.html',
  'kiosk/counter/counter.html',
  'kiosk/guide/guide.html',
  'kiosk/manage/manage.html',
  'kiosk/phone/phone.html',
  'kiosk/take-away/take-away.html',
  'kiosk/way/way.html',
  'kiosk/book/book.html',
  'kiosk/take/take.html',
  'kiosk/sign-in/sign-in.html',
  'kiosk/enrol/enrol.html',
  'kiosk/rating/rating.html',
  'kiosk/complain/complain.html',
  'kiosk/city/city.html',
  'display/lobby/lobby.html',
  'display/poster/poster.html',
  'display/strip/strip.html',
  'display/led/led.html',
]

/** What terminals and displays go on with when the gateway is away, by the name of their file. A worker's address must stay the same over every build. */
const workers: Record<string, string> = {
  'kiosk/terminal/offline/worker.ts': 'kiosk-worker.js',
  'display/shared/worker.ts': 'display-worker.js',
}
const workerFile = (id: string | null | undefined): string | undefined =>
  Object.entries(workers).find(([source]) => id?.endsWith(source))?.[1]

const long = process.env.TINGSHI_LONG === '1'
/** unit, rest, or all. */
const only = process.env.TINGSHI_TESTS

export default defineConfig({
  plugins: [preact(), pageShell(), preloadFirstFaces(), compressed()],
  css: { postcss: { plugins: [firstFacesCss, woff2Only, facesBySlice] } },
  // Small font slices must stay files: the content policy allows no data: fonts.
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    rolldownOptions: {
      // How long a plugin took is nothing that whoever starts a hall must read.
      checks: { pluginTimings: false },
      input: [...pages, ...Object.keys(workers)].map((file) => resolve(import.meta.dirname, file)),
      output: {
        // What nearly every page needs comes in one piece: each piece costs a request and its headers.
        codeSplitting: { groups: [{ name: 'base', minShareCount: 9, test: /\.tsx?$|node_modules/ }] },
        entryFileNames: ({ facadeModuleId }) => workerFile(facadeModuleId) ?? 'assets/[name]-[hash].js',
      },
    },
  },
  // Long stories in the browser have their own command, `npm run test:long`; `npm run test:unit` runs what needs neither pages nor processes.
  test: {
    include: long ? ['tests/**/*.long.test.ts'] : only === 'unit' ? unitTests() : ['tests/**/*.test.ts'],
    exclude: ['tests/out/**', ...(long ? [] : ['tests/**/*.long.test.ts']), ...(only === 'rest' ? unitTests() : [])],
    setupFiles: ['tests/support/begin-clock.ts'],
    // For worker threads, which see no NODE_OPTIONS that was set later.
    execArgv: ['--require', resolve(import.meta.dirname, 'tests/support/shift-clock.ts')],
    testTimeout: 60_000,
    // A page that comes late on a busy machine is no fault.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
