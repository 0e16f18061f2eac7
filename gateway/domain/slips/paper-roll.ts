import type { PaperLevel } from '../../contract/commands.ts'

/** A printer's paper roll: how far it reaches after the sensor said "near end" is learnt from the rolls before it. */
export interface PaperRoll {
  paper: PaperLevel
  /** Slips printed since the sensor said so. */
  sinceLow: number
  /** How many slips the last rolls still gave after the warning. */
  lasted: number[]
}

const ROLLS_KEPT = 5
const fresh: PaperRoll = { paper: 'enough', sinceLow: 0, lasted: [] }

export function turnRoll(rolls: Map<string, PaperRoll>, printerId: string, paper: PaperLevel): void {
  const roll = rolls.get(printerId) ?? fresh
  // Only a roll that was used up after a warning teaches something; one that was changed early might have gone on.
  const lasted =
    roll.paper === 'low' && paper === 'out' ? [...roll.lasted, roll.sinceLow].slice(-ROLLS_KEPT) : roll.lasted
  rolls.set(printerId, { paper, sinceLow: 0, lasted })
}

export function countSlip(rolls: Map<string, PaperRoll>, printerId: string): void {
  const roll = rolls.get(printerId)
  if (roll?.paper === 'low') roll.sinceLow += 1
}

/** Slips that this roll will surely still give, by the shortest of the last rolls; null while nothing was learnt or no end is near. */
export function slipsLeft(roll: PaperRoll | undefined): number | null {
  if (roll?.paper !== 'low' || roll.lasted.length === 0) return null
  return Math.max(0, Math.min(...roll.lasted) - roll.sinceLow)
}
