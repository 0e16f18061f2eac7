import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A floor as a process of its own, as the gateway is one. */
export function runFloor(kind: 'bare' | 'express' = 'bare'): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${kind}-server.ts`)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  return new Promise((done) => {
    child.stdout?.on('data', (text: Buffer) => {
      const url = /ready (http:\S+)/.exec(String(text))?.[1]
      if (url !== undefined) done({ url, stop: () => void child.kill() })
    })
  })
}
