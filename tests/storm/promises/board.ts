import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { Process } from '../world.ts'
import type { PromiseOf } from '../storm.ts'

/** Pages that show their token, the computers of terminals, and what hangs in the hall, as the desk names them. */
const PAGES = { K1: 'K1', K2: 'K2', L1: 'L1' } as const
const AGENT = { name: 'agent K2', row: 'agent-K2' } as const
const DEVICES = ['PR1', 'PR2', 'PR3', 'P1', 'W1', 'PD1', 'PD2', 'PD3', 'RB1', 'SC1', 'SC2'] as const
/** Whoever stands, or has gone, for so long, is known by then: two heartbeats, a look at the board, and the way to the desk. */
const PAGE_KNOWN_MS = 45_000
/** An agent knocks after a pause, and again half a minute later when its own line of before still stands. */
const AGENT_KNOWN_MS = 120_000
const LOOK_EACH_MS = 1_000

/** What the desk says is so: who stands is there, who has gone is missed, and when all is mended nothing is broken. */
export const board: PromiseOf = ({ world, pages, agents, lines, computer }, broken) => {
  /** Since when somebody has been seen there, or away, without a break; world ms. */
  const seen = new Map<string, { isThere: boolean; process: Process | null; since: number }>()
  const rowAtDesk = (id: string): DeviceView | undefined =>
    pages.get('desk')?.hall.rows<DeviceView>('devices').value.get(id)
  const stands = (process: Process): boolean => process.isAlive && process.frozenUntil <= world.now()
  const isClear = (line: string): boolean => (lines.get(line)?.stalledUntil ?? 0) <= world.now()
  /** The gateway that has run and the desk that has been told since; a doubt of any of them begins the time anew. */
  function isDeskTold(): boolean {
    const { life } = computer
    const desk = pages.get('desk')
    if (life === null || !desk || !stands(life.process) || !stands(desk.process) || !isClear('desk')) return false
    return desk.hall.online.value
  }
  function look(name: string, process: Process | null, isOnline: boolean, knownMs: number, row: string): void {
    const isDoubtful = process !== null && (!stands(process) || !isClear(name) || !isOnline)
    const before = seen.get(name)
    if (isDoubtful || before?.process !== process || before.isThere !== (process !== null)) {
      seen.set(name, { isThere: process !== null, process, since: world.now() })
      return
    }
    if (world.now() - before.since < knownMs) return
    const told = rowAtDesk(row)
    if (before.isThere && (told === undefined || told.code === 'offline' || told.code === 'closed'))
      broken('SM20', `${name} stands for ${Math.round(knownMs / 1000)} s, and the desk says ${told?.code ?? 'nothing'}`)
    if (!before.isThere && told?.state === 'ok')
      broken('SM20', `${name} has gone for ${Math.round(knownMs / 1000)} s, and the desk says ok`)
  }
  function lookAtDesk(): void {
    if (!isDeskTold()) return seen.clear()
    for (const [name, row] of Object.entries(PAGES)) {
      const page = pages.get(name)
      look(name, page?.process ?? null, page?.hall.online.value ?? false, PAGE_KNOWN_MS, row)
    }
    look(AGENT.name, agents.get(AGENT.name)?.process ?? null, true, AGENT_KNOWN_MS, AGENT.row)
  }
  return {
    rule: 'SM20',
    onLife: () => seen.clear(),
    look: { eachMs: LOOK_EACH_MS, take: lookAtDesk },
    async atEnd() {
      await world.run(world.now() + LOOK_EACH_MS)
      if (!isDeskTold()) return
      for (const id of DEVICES) {
        const told = rowAtDesk(id)
        if (told === undefined || told.state === 'fault')
          broken('SM20', `all is mended, and the desk says of ${id}: ${told?.code ?? 'nothing'}`)
      }
    },
  }
}
