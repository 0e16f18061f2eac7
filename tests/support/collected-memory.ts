import { join } from 'node:path'
import type { RunningGateway } from './run-gateway.ts'

/** Bytes after everything that nobody needs was let go. */
export interface CollectedMemory {
  resident: number
  held: number
}

/** What a gateway must be started with, so that it can be asked. */
export const TELLS_MEMORY = { NODE_OPTIONS: `--expose-gc --import=${join(import.meta.dirname, 'tell-memory.ts')}` }

/** Asks a gateway that was started so. */
export function memoryAsker(gateway: RunningGateway): () => Promise<CollectedMemory> {
  let asked = 0
  return async () => {
    asked += 1
    process.kill(gateway.pid, 'SIGUSR2')
    for (;;) {
      const told = new RegExp(`^memory ${asked} (.*)$`, 'm').exec(gateway.said())?.[1]
      if (told !== undefined) return JSON.parse(told) as CollectedMemory
      if (!gateway.alive()) throw new Error('the gateway has ended')
      await new Promise((later) => setTimeout(later, 50))
    }
  }
}
