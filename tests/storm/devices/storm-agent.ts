import { lentList } from '../../../gateway/agent/lent-list.ts'
import { runAgent } from '../../../gateway/agent/run-agent.ts'
import { type SimulatedHid, simulatedHid } from '../../../gateway/devices/fake/simulated-hid.ts'
import { newId } from '../seams/storm-time.ts'
import type { Process, World } from '../world.ts'

/** The program on a terminal's computer that lends its devices: the product's own, in a process of its own. */
export interface StormAgent {
  readonly process: Process
  /** What is plugged in there. */
  readonly hid: SimulatedHid
  /** It ends in good order, or its computer loses power. */
  leave(how: 'closed' | 'gone'): void
}

/** `lends`: paths beside the usual ones, as on its command line. `plugged`: what hangs at this computer. */
export function openAgent(
  world: World,
  wish: {
    terminal: string
    lends: readonly string[]
    plugged: readonly { id: string; kind: 'pad' | 'scanner' }[]
  },
): StormAgent {
  const { terminal, lends, plugged } = wish
  const process = world.begin(`agent ${terminal}`)
  const hid = simulatedHid(plugged)
  let running: ReturnType<typeof runAgent> | null = null
  const begin = (): void => {
    running = runAgent({
      gateways: ['http://hall'],
      terminal,
      token: terminal,
      instance: newId(),
      version: 'storm',
      system: 'storm',
      sealed: false,
      also: lends,
      hid,
      lentList: lentList(hid),
      now: world.trueTime,
      onState: ({ name }) => world.note(`agent ${terminal} is ${name}`),
    })
  }
  world.post(0, begin, process)
  return {
    process,
    hid,
    leave(how) {
      const end = (): void => {
        if (how === 'closed') running?.close()
        world.kill(process)
      }
      if (how === 'gone') world.kill(process)
      else world.post(0, end, process)
    },
  }
}
