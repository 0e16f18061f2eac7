import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

/** Each page is its own entry; the gateway maps the public addresses to these files (gateway/server/pages.ts). */
const pages = [
  'kiosk/start/start.html',
  'kiosk/terminal/terminal.html',
  'kiosk/counter/counter.html',
  'kiosk/guide/guide.html',
  'kiosk/phone/phone.html',
  'kiosk/take-away/take-away.html',
  'kiosk/book/book.html',
  'display/lobby/lobby.html',
  'display/strip/strip.html',
  'display/led/led.html',
]

/** What a terminal goes on with when the gateway is away. */
const worker = 'kiosk/terminal/offline/worker.ts'

export default defineConfig({
  plugins: [preact()],
  // Small font slices must stay files: the content policy allows no data: fonts.
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [...pages, worker].map((file) => resolve(import.meta.dirname, file)),
      // A worker's address must stay the same over every build.
      output: { entryFileNames: ({ facadeModuleId }) => (facadeModuleId?.endsWith(worker) ? 'kiosk-worker.js' : 'assets/[name]-[hash].js') },
    },
  },
  test: { include: ['tests/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2 },
})
