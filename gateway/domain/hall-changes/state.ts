import type { HallChangeEvent } from './events.ts'

export type HallChange = Omit<HallChangeEvent, 'type'> & { at: number; by: string }

/** The last changes of the hall folder, the newest last; older ones are in the log alone. */
export interface HallChangesState {
  changes: HallChange[]
}
const KEPT = 200

export const noHallChanges = (): HallChangesState => ({ changes: [] })

/** Works in place, like all of evolve. */
export function evolveHallChanges(
  state: HallChangesState,
  { changeId, undoes, lines, waits, files, at, actor }: HallChangeEvent & { at: number; actor: string },
): void {
  state.changes.push({ changeId, undoes, lines, waits, files, at, by: actor })
  if (state.changes.length > KEPT) state.changes.shift()
}
