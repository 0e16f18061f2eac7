import type { Command } from '../../gateway/contract/commands.ts'
import type { Actor } from '../../gateway/rights/actor.ts'
import type { Disk } from './disk.ts'
import type { StormAgent } from './devices/storm-agent.ts'
import type { StormCard } from './devices/storm-card.ts'
import type { StormPrinter } from './devices/storm-printer.ts'
import type { GatewayLife } from './gateway.ts'
import type { Computer } from './computer.ts'
import type { Line } from './pipe.ts'
import type { StormPage } from './page.ts'
import type { Plan } from './plan.ts'
import type { Witness } from './witness.ts'
import type { World } from './world.ts'

/** Everything of one storm, for who plays it and who judges it. */
export interface Storm {
  readonly plan: Plan
  readonly world: World
  readonly witness: Witness
  readonly disk: Disk
  readonly computer: Computer
  readonly printers: ReadonlyMap<string, StormPrinter>
  readonly cards: ReadonlyMap<string, StormCard>
  /** By name; a phone's is its token. */
  readonly pages: Map<string, StormPage>
  /** By name. */
  readonly agents: Map<string, StormAgent>
  /** By page, agent, printer, panel. */
  readonly lines: Map<string, Line>
  /** Things are mended; nothing new befalls the hall. */
  isCalm: boolean
  /** Nobody works any more. */
  isOver: boolean
  readonly actorOf: (token: string) => Actor | null
}

/** A promise to the people of the hall, seen from their side. It speaks up through `broken`. */
export interface Promised {
  /** Its number in tests/spec/storm.md. */
  readonly rule: string
  /** A gateway has come up. */
  onLife?(life: GatewayLife): void
  /** Taken now and then, behind a task of the world. */
  look?: { readonly eachMs: number; take(): void }
  /** All is mended and quiet. */
  atEnd?(): Promise<void> | void
}
export type Broken = (rule: string, words: string) => void
export type PromiseOf = (storm: Storm, broken: Broken) => Promised
export type OrderType = Command['type']
