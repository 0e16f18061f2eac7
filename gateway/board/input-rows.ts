import type { Hall } from '../contract/hall.ts'
import { agentRowId } from '../domain/devices/device-ids.ts'
import type { DeviceRow } from './device-row.ts'

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
    ...[...pads, ...scanners, ...keypads, ...readers].flatMap(({ link }) =>
      link.kind === 'simulated' || link.at === null ? [] : [link.at],
    ),
  ])

/** The devices of a hall that are only simulated. */
export const simulatedInputs = ({
  pads,
  scanners,
  keypads,
}: Pick<Hall, 'pads' | 'scanners' | 'keypads'>): { id: string; kind: 'pad' | 'scanner' | 'keypad' }[] =>
  [
    ...pads.map(({ id, link }) => ({ id, link, kind: 'pad' as const })),
    ...scanners.map(({ id, link }) => ({ id, link, kind: 'scanner' as const })),
    ...keypads.map(({ id, link }) => ({ id, link, kind: 'keypad' as const })),
  ].filter(({ link }) => link.kind === 'simulated')

/** 1 楼 A 区 */
export function placeName(hall: Pick<Hall, 'floors'>, floor: string, zone: string): string {
  const named = hall.floors.find((one) => one.id === floor)
  return `${named?.name ?? floor} ${named?.zones.find((one) => one.id === zone)?.name ?? zone}`
}
/** How a pad is called and where it stands, by the counter that it works for. */
export function padPlace(
  hall: Pick<Hall, 'floors' | 'counters'>,
  counterId: string,
): Pick<DeviceRow, 'name' | 'where'> {
  const stands = hall.counters.find((one) => one.id === counterId)
  return { name: `${counterId} 号窗口叫号器`, where: stands ? placeName(hall, stands.floor, stands.zone) : '' }
}

/** What the board tells of the programs that lend devices, and of the devices that speak. */
export function inputRows(hall: Hall, place: (floor: string, zone: string) => string): DeviceRow[] {
  const lending = lendingTerminals(hall)
  const atTerminal = (
    kind: 'scanner' | 'keypad' | 'reader',
    what: string,
    list: readonly { id: string; terminal: string }[],
  ): DeviceRow[] =>
    list.map(({ id, terminal }) => {
      const stands = hall.terminals.find((one) => one.id === terminal)
      return {
        id,
        kind,
        name: `${stands?.name ?? terminal}的${what}`,
        topic: null,
        where: stands ? place(stands.floor, stands.zone) : '',
      }
    })
  return [
    ...hall.terminals
      .filter(({ id }) => lending.has(id))
      .map(
        ({ id, name, floor, zone }): DeviceRow => ({
          id: agentRowId(id),
          kind: 'agent',
          name: `${name}的设备程序`,
          topic: null,
          where: place(floor, zone),
        }),
      ),
    ...hall.pads.map(({ id, counter }): DeviceRow => ({ id, kind: 'pad', topic: null, ...padPlace(hall, counter) })),
    ...atTerminal('scanner', '扫码器', hall.scanners),
    ...atTerminal('keypad', '无障碍键盘', hall.keypads),
    ...atTerminal('reader', '身份证读卡器', hall.readers),
  ]
}
