import { resolve } from 'node:path'
import { build } from 'vite'
import { catalogueEntry } from '../../gateway/catalogue/catalogue-entry.ts'
import { readingsFor } from '../../gateway/catalogue/readings.ts'
import { readHall } from '../../gateway/config.ts'
import { openBrowser } from '../support/browser.ts'
import { typedQueries } from '../eval/typed-queries.ts'

/**
 * `npm run bench`: each key press of all the queries people type (assets/words/queries.yaml) in real Chromium on a processor slowed down six times; the floor is one pass over all
 * names that only asks whether they hold the first sign.
 */
const root = resolve(import.meta.dirname, '../..')
const SLOWER = 6
const hall = readHall(resolve(root, 'assets/sample-hall'))
if (!hall.ok) throw new Error('the sample hall has faults')
const own = hall.matters.map((matter) => catalogueEntry(matter, ''))
const readings = readingsFor(own)

const bundle = (await build({
  configFile: false,
  logLevel: 'silent',
  build: {
    write: false,
    minify: true,
    lib: { entry: resolve(root, 'tests/bench/search-in-page.ts'), formats: ['iife'], name: 'bench' },
  },
})) as unknown as { output: { code: string }[] }[]

const browser = await openBrowser()
for (const size of [2_000, 20_000]) {
  const entries = Array.from({ length: size }, (_, nth) => {
    const one = own[nth % own.length] as (typeof own)[number]
    return nth < own.length ? one : { ...one, id: `${one.id}-${nth}`, popular: 0 }
  })
  const page = await browser.newPage()
  await page.addScriptTag({ content: bundle[0]?.output[0]?.code ?? '' })
  const wire = await page.context().newCDPSession(page)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times = await page.evaluate(
    ([items, sounds, queries]) =>
      (
        globalThis as unknown as { bench: { measure: (...all: unknown[]) => { keys: number[]; floor: number[] } } }
      ).bench.measure(items, sounds, queries),
    [entries, readings, typedQueries().flatMap(({ typed }) => typed)] as const,
  )
  const part = (all: number[], share: number): string =>
    `${([...all].sort((one, other) => one - other)[Math.floor(all.length * share)] ?? 0).toFixed(1)} ms`
  console.log(
    `search of ${size} matters, processor ${SLOWER} times slower: p50 ${part(times.keys, 0.5)}, p95 ${part(times.keys, 0.95)} a key (${times.keys.length} keys); floor p95 ${part(times.floor, 0.95)}`,
  )
  await page.close()
}
await browser.close()
