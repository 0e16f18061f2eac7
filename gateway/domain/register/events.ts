import type { RegisterChange } from '../../contract/register-changes.ts'

/** What all of these carry: which change of the register it is, when it was done there (epoch ms), and whether the gateway did not run then. */
type Recorded = { changeId: string; doneAt: number; whileAway: boolean }

/** Who works here, which machines are let in, who holds a token; its kinds are those of `registerChange`. */
export type RegisterEvent = RegisterChange & Recorded
