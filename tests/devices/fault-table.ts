import { agents, doors } from './faults/agents.ts'
import type { FaultRow } from './faults/fault-row.ts'
import { panels, readers } from './faults/panels-and-readers.ts'
import { printers } from './faults/printers.ts'
import { speaking } from './faults/speaking.ts'

/** Every fault of every device that is told of in docs/faults.md; each row is a test. */
export const faultRows: readonly FaultRow[] = [...printers, ...speaking, ...panels, ...readers, ...agents, ...doors]
