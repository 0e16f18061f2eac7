import type { Hall } from '../contract/hall.ts'
import type { Row } from './device-board.ts'

/** The board's id of the program on a terminal's computer. */
export const agentRowId = (terminalId: string): string => `agent-${terminalId}`

/** Terminals whose computer is expected to lend something. */
export const lendingTerminals = ({
  printers,
  pads,
  scanners,
  keypads,
  readers,
}: Pick<Hall, 'printers' | 'pads' | 'scanners' | 'keypads' | 'readers'>): Set<string> =>
  new Set([
    ...printers.flatMap(({ link }) => (link.kind === 'agent' ? [link.terminal] : [])),
    ...[...pads, ...scanners, ...keypads, ...readers].flatMap(({ link }) => (link.kind === 'simulated' || link.at === null ? [] : [link.at])),
  ])

/** What the board tells of the programs that lend devices. */
export function inputRows(hall: Hall, place: (floor: string, zone: string) => string): Row[] {
  const lending = lendingTerminals(hall)
  return hall.terminals
    .filter(({ id }) => lending.has(id))
    .map(({ id, name, floor, zone }) => ({ id: agentRowId(id), kind: 'agent', name: `${name}的设备程序`, topic: null, where: place(floor, zone) }))
}
