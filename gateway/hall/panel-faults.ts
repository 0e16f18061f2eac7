import type { HallFault, PlaceFault } from './hall-fault.ts'
import type { ValidHall } from './valid-rows.ts'

/** Strips on one serial line (RS-485): the same speed, and each with an address of its own, or they all answer at once. */
export function panelFaults(hall: ValidHall, place: PlaceFault): HallFault[] {
  const faults: HallFault[] = []
  const lines = new Map<string, { baudRate: number; addresses: Set<number | null> }>()
  for (const { index, item } of hall.panels.rows) {
    const { card } = item
    if (card?.link.kind !== 'serial' || !('address' in card)) continue
    const { path, baudRate } = card.link
    const line = lines.get(path)
    if (!line) {
      lines.set(path, { baudRate, addresses: new Set([card.address]) })
      continue
    }
    if (line.baudRate !== baudRate)
      faults.push(
        place(
          ['panels', index, 'card', 'link', 'baudRate'],
          `串口 ${path} 上别的屏是 ${line.baudRate}。一条线上的速率要一样。`,
        ),
      )
    if (card.address === null || line.addresses.has(null))
      faults.push(
        place(['panels', index, 'card', 'address'], `串口 ${path} 上有好几块屏。请给每块屏写上自己的地址（address）。`),
      )
    else if (line.addresses.has(card.address))
      faults.push(
        place(['panels', index, 'card', 'address'], `串口 ${path} 上已经有地址 ${card.address} 的屏。请改成不同的。`),
      )
    line.addresses.add(card.address)
  }
  return faults
}
