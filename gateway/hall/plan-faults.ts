import type { HallFault, PlaceFault } from './hall-fault.ts'
import type { ValidHall } from './valid-rows.ts'

/** What the drawings say of floors, zones and terminals that the hall does not have, and points outside of the drawing. */
export function planFaults(hall: ValidHall, floorOfZone: ReadonlyMap<string, string>, place: PlaceFault): HallFault[] {
  const faults: HallFault[] = []
  const drawn = new Set<string>()
  for (const { index, item } of hall.plan.rows) {
    const at = (...path: PropertyKey[]): PropertyKey[] => ['plan', index, ...path]
    if (!hall.floors.ids.has(item.floor))
      faults.push(place(at('floor'), `没有楼层 ${item.floor}。请改成已有的编号，或先加上它。`))
    if (drawn.has(item.floor)) faults.push(place(at('floor'), `楼层 ${item.floor} 画了两张图。每层一张。`))
    drawn.add(item.floor)
    for (const [nth, { zone }] of item.zones.entries()) {
      if (floorOfZone.get(zone) !== item.floor)
        faults.push(place(at('zones', nth, 'zone'), `楼层 ${item.floor} 没有分区 ${zone}。请改成这一层的分区。`))
    }
    for (const [nth, { terminal }] of item.terminals.entries()) {
      const known = hall.terminals.rows.find((row) => row.item.id === terminal)
      if (known?.item.floor !== item.floor)
        faults.push(
          place(at('terminals', nth, 'terminal'), `楼层 ${item.floor} 没有终端 ${terminal}。请照 terminals.yaml 改。`),
        )
    }
    const inside = ([x, y]: readonly [number, number]): boolean => x <= item.size[0] && y <= item.size[1]
    const outside = '这个点在图的外面。请照 size 的长和宽改。'
    for (const key of ['places', 'terminals'] as const)
      for (const [nth, one] of item[key].entries()) if (!inside(one.at)) faults.push(place(at(key, nth, 'at'), outside))
    for (const [nth, { points }] of item.walks.entries())
      if (!points.every(inside)) faults.push(place(at('walks', nth, 'points'), outside))
  }
  return faults
}
