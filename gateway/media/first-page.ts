import { Worker } from 'node:worker_threads'

const WITHIN_MS = 20_000

/** The first page of a PDF as a PNG; null when it cannot be drawn, or not in time and memory. */
export function firstPage(bytes: Buffer): Promise<Buffer | null> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./draw-page.ts', import.meta.url), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: 384 } })
    const tooLate = setTimeout(() => end(null), WITHIN_MS)
    const end = (page: Buffer | null): void => {
      clearTimeout(tooLate)
      void worker.terminate()
      done(page)
    }
    worker.once('message', (page: Uint8Array) => end(Buffer.from(page)))
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
