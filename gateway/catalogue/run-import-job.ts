import { Worker } from 'node:worker_threads'
import type { ImportDone, ImportJob } from './import-worker.ts'

const LONGEST_MS = 120_000
/** A file that unpacks into more ends its worker and not the gateway. */
const MEMORY_MB = 1_024
const tooMuch = { ok: false as const, message: '没有导入：文件太大或太复杂，读不下来。请拆成几个文件再导入。' }

/** Plans or carries out an import beside the gateway's own thread. Never throws: what breaks is told in words. */
export function runImportJob(job: ImportJob): Promise<ImportDone> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: job, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
    const answer = (what: ImportDone): void => {
      clearTimeout(tooLate)
      done(what)
      void worker.terminate()
    }
    const tooLate = setTimeout(() => answer(tooMuch), LONGEST_MS)
    worker.once('message', answer)
    worker.once('error', () => answer(tooMuch))
    worker.once('exit', () => answer(tooMuch))
  })
}
