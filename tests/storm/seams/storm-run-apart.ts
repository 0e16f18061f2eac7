import { gzipSync } from 'node:zlib'
import type * as runApartFile from '../../../gateway/work/run-apart.ts'
import { thisWorld } from './this-world.ts'
import type { SpeltCatalogue } from '../../../gateway/catalogue/spell-worker.ts'

const real = (await import(
  new URL('../../../gateway/work/run-apart.ts?real', import.meta.url).href
)) as typeof runApartFile

/** Nobody searches in the storm, and reading the catalogue aloud would take longer than all else of a short life. */
const notSpelt: SpeltCatalogue = {
  packed: gzipSync(JSON.stringify({ items: [], total: 0, readings: {}, said: {} })),
  tag: '"storm"',
  wanted: gzipSync(JSON.stringify({ items: [], total: 0 })),
}

/** Stands for gateway/work/run-apart.ts: all but the reading aloud of the catalogue runs in threads as ever, for which the world stands still. */
export const runApart: typeof runApartFile.runApart = async <Answer>(
  program: URL,
  job: object,
  limits: runApartFile.ApartLimits,
): Promise<Answer | null> => {
  if (program.pathname.endsWith('/spell-worker.ts')) return notSpelt as Answer
  const done = real.runApart<Answer>(program, job, limits)
  thisWorld().outside(done)
  return done
}
