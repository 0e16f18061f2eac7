import type { DeviceBoard } from '../board/device-board.ts'
import { agentRowId } from '../domain/devices/device-ids.ts'
import type { AgentDoor } from './agent-door.ts'

/** Keeps the board's word on each terminal's agent. One that never came is unknown, not a fault: nobody has installed it yet. */
export function tellOfAgents(
  agents: AgentDoor,
  terminals: readonly string[],
  board: DeviceBoard,
  invalidate: () => void,
): void {
  agents.onChange((terminalId) => {
    if (!terminals.includes(terminalId)) return
    const refused = agents.refusedAt(terminalId)
    const isThere = agents.at(terminalId) !== null
    board.learn(agentRowId(terminalId), {
      code: refused === null ? (isThere ? 'ok' : 'offline') : isThere ? 'second-computer' : 'agent-refused',
      detail: refused,
    })
    invalidate()
  })
}
