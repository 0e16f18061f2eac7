import { writeSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded before a program that runs with --expose-gc. At each SIGUSR2 it lets go of what nobody needs any more, the pages that the collector
 * keeps for later included, and writes one line `memory N {resident, held}` on standard error, bytes: what the whole process has, and what its
 * objects and their buffers take. Without it a figure tells when the collector last ran.
 */
const { gc } = globalThis
let nth = 0
if (isMainThread && gc)
  process.on('SIGUSR2', () => {
    const collect = (): void => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    collect()
    // What finalizers let go is found by the second round only.
    setImmediate(() => {
      collect()
      const { rss, heapUsed, external } = process.memoryUsage()
      nth += 1
      writeSync(2, `memory ${nth} ${JSON.stringify({ resident: rss, held: heapUsed + external })}\n`)
    })
  })
