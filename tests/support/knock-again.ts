import { connect } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'

const EACH_MS = 5

/** Opens a line to an address again and again. `stop` gives how often it did, and what it was refused with. */
export function knockAgain(url: string): { stop(): Promise<{ knocks: number; refusals: string[] }> } {
  const { hostname, port } = new URL(url)
  const refusals: string[] = []
  let knocks = 0
  let stopped = false
  const knock = (): Promise<void> =>
    new Promise((done) => {
      const socket = connect(Number(port), hostname, () => socket.destroy())
      socket.on('error', ({ message }) => void refusals.push(message))
      socket.on('close', () => done())
    })
  const knocking = (async () => {
    for (; !stopped; knocks++) {
      await knock()
      await rest(EACH_MS)
    }
  })()
  return {
    async stop() {
      stopped = true
      await knocking
      return { knocks, refusals }
    },
  }
}
