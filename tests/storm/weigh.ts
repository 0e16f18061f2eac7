import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes that are still reachable, buffers included: measured behind a full collection. */
export function weigh(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // What finalizers let go is gone with the second one.
  for (let nth = 0; nth < 2; nth += 1) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
