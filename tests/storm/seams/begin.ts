import fs from 'node:fs'
import { registerHooks, syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before anything of the product: its doors to the real world (time and chance of the gateway, time and chance of the pages, TCP, and
 * the sockets of agents) lead into the storm. Nothing of the product knows.
 */
const seams = [
  ['gateway/time.ts', './storm-time.ts'],
  ['gateway/client/page-clock.ts', './storm-page-clock.ts'],
  ['gateway/devices/tcp-link.ts', './storm-tcp.ts'],
  ['gateway/work/run-apart.ts', './storm-run-apart.ts'],
] as const
const root = new URL('../../../', import.meta.url)
const instead = new Map(seams.map(([real, seam]) => [new URL(real, root).href, new URL(seam, import.meta.url).href]))

/** The sync of the log's head: nothing is heard of it, and what a power cut takes of the head is said by disk.ts. */
Object.assign(fs, { fdatasync: () => {} })
syncBuiltinESMExports()

/** Who asks for `ws` here gets the storm's. */
const agents = new Set(
  ['gateway/agent/run-agent.ts', 'gateway/server/agent-door.ts'].map((name) => new URL(name, root).href),
)
const agentSockets = new URL('./storm-ws.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'ws' && agents.has(context.parentURL ?? ''))
      return { url: agentSockets, format: 'module-typescript', shortCircuit: true }
    const found = next(specifier, context)
    const seam = instead.get(found.url)
    return seam === undefined ? found : { ...found, url: seam }
  },
})
