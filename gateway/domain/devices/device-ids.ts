import type { Hall } from '../../contract/hall.ts'

/** The board's id of the gateway itself. */
export const GATEWAY_ROW_ID = 'gateway'
/** The board's id of the program on a terminal's computer. */
export const agentRowId = (terminalId: string): string => `agent-${terminalId}`
export const counterRowId = (counterId: string): string => `counter-${counterId}`
export const stripRowId = (counterId: string): string => `strip-${counterId}`

/** Whether the hall has a device of this id on its board. */
export function isDeviceOf(
  { terminals, screens, panels, printers, pads, scanners, keypads, readers, counters }: Hall,
  deviceId: string,
): boolean {
  return (
    [terminals, screens, panels, printers, pads, scanners, keypads, readers].some((list) =>
      list.some(({ id }) => id === deviceId),
    ) ||
    terminals.some(({ id }) => agentRowId(id) === deviceId) ||
    counters.some(({ id }) => counterRowId(id) === deviceId || stripRowId(id) === deviceId)
  )
}
