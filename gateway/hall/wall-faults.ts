import { stockLayouts } from '../contract/stock-layouts.ts'
import { wallRows } from '../contract/rows-by-distance.ts'
import type { HallFault, PlaceFault } from './hall-fault.ts'
import type { ValidHall } from './valid-rows.ts'

/** Screens whose layout does not exist, or whose numbers cannot be read from where the farthest people sit. */
export function wallFaults(hall: ValidHall, place: PlaceFault): HallFault[] {
  const layouts = new Map([...stockLayouts, ...hall.layouts.rows.map(({ item }) => item)].map((one) => [one.id, one]))
  return hall.screens.rows.flatMap(({ index, item }) => {
    const layout = layouts.get(item.layout)
    if (!layout)
      return hall.layouts.ids.has(item.layout)
        ? []
        : [place(['screens', index, 'layout'], `没有版式 ${item.layout}。可以写：${[...layouts.keys()].join('、')}。`)]
    const { size, needed } = wallRows(item, layout)
    // Whoever writes the rows has decided for himself.
    if (item.rows !== null || needed === null || size >= Math.floor(needed)) return []
    return [
      place(
        ['screens', index, 'distanceM'],
        `这个版式的号码在 ${item.distanceM} 米外看不清。请换版式 far，或换大一点的屏，或写 rows 自己定行数。`,
      ),
    ]
  })
}
